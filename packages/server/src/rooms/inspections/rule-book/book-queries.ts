import type { Duty, Rule } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'

export const raisingOfRevision = ({ cityId }: Tx) => fixed`
  insert into rule_book_revision (city_id, revision) values (${cityId}, 1)
  on conflict (city_id) do update set revision = rule_book_revision.revision + 1`

/** A duty with what it is for, in words. */
export type NamedDuty = Duty & { readonly targetName: string }

/** The rule book of a city under a framework version, as rows. */
export type BookRows = {
  readonly revision: number
  readonly areas: readonly { readonly id: string; readonly level: string; readonly path: readonly string[] }[]
  readonly organizations: readonly { readonly id: string; readonly name: string }[]
  /** all but those of single sites */
  readonly duties: readonly NamedDuty[]
  /** confirmed ties of items to criteria of the version */
  readonly ties: readonly { readonly itemId: string; readonly criterionId: string; readonly weight: number }[]
  readonly criteria: readonly { readonly id: string; readonly rule: Rule | null }[]
}

const NOTHING: BookRows = { revision: 0, areas: [], organizations: [], duties: [], ties: [], criteria: [] }

/** Everything in one statement, so that all of it belongs to the revision beside it. */
export async function readBookRows(reader: Reader, versionId: string): Promise<BookRows> {
  const { rows } = await fixed<BookRows>`
    with city as (select ${reader.cityId}::uuid as id)
    select coalesce((select b.revision from rule_book_revision b where b.city_id = city.id), 0) as revision,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'level', a.level, 'path', a.path)), '[]')
        from area a where a.city_id = city.id) as areas,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name)), '[]')
        from organization o where o.city_id = city.id) as organizations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'target', d.target, 'siteId', d.site_id, 'areaId', d.area_id,
          'siteTypeId', d.site_type_id, 'category', d.category, 'criterionId', d.criterion_id, 'organizationId', d.organization_id,
          'role', d.role, 'share', d.share, 'validFrom', d.valid_from, 'validTo', d.valid_to,
          'targetName', case d.target when 'areaSiteType' then concat_ws('·', a.name, t.name) when 'category' then d.category
            else concat_ws(' ', n.code, n.text) end)), '[]')
        from duty d
        left join area a on a.city_id = d.city_id and a.id = d.area_id
        left join site_type t on t.city_id = d.city_id and t.id = d.site_type_id
        left join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id
        where d.city_id = city.id and d.target <> 'site'
          and (d.criterion_id is null or n.version_id = ${versionId})) as duties,
      (select coalesce(jsonb_agg(jsonb_build_object('itemId', m.item_id, 'criterionId', m.criterion_id, 'weight', m.weight)), '[]')
        from item_criterion m where m.city_id = city.id and m.version_id = ${versionId} and m.state = 'confirmed') as ties,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'rule', n.rule)), '[]') from framework_node n
        where n.city_id = city.id and n.version_id = ${versionId} and n.kind = 'criterion') as criteria
    from city`.execute(reader.sql)
  return rows[0] ?? NOTHING
}
