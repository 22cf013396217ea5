import type { Duty } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

type Reference = { readonly id: string; readonly name: string }

/** A site as far as responsibility goes. */
export type Place = {
  readonly id: string
  readonly typeId: string
  readonly areaId: string | null
  /** the city first, the nearest area last */
  readonly areaIds: readonly string[]
  readonly holder: Reference | null
  readonly supervisor: Reference | null
}

/** A checklist's item as far as responsibility goes. */
export type AskedItem = {
  readonly id: string
  readonly dimension: string
  readonly criterionIds: readonly string[]
}

/** A duty with the names an answer needs. */
export type NamedDuty = Duty & { readonly organizationName: string; readonly targetName: string }

export type Asked = {
  readonly siteId: string | null
  readonly itemIds: readonly string[]
  readonly category: string | null
  readonly criterionId: string | null
  /** null = every published version */
  readonly versionId: string | null
  readonly day: string
}

type Ground = {
  readonly place: Place | null
  readonly items: readonly AskedItem[]
  readonly duties: readonly NamedDuty[]
}

const reference = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null
    then jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`

const placeOf = ({ cityId }: Reader, siteId: string | null) => sql`
  select s.id, s.type_id, s.area_id, coalesce(a.path, '{}') as path, s.name, ${reference('h')} as holder, ${reference('u')} as supervisor
  from site s left join area a on a.city_id = s.city_id and a.id = s.area_id
  left join organization h on h.city_id = s.city_id and h.id = s.holder_id
  left join organization u on u.city_id = s.city_id and u.id = s.supervisor_id
  where s.city_id = ${cityId} and s.id = ${siteId}::uuid`

const itemsOf = ({ cityId }: Reader, { itemIds, versionId }: Asked) => sql`
  select i.id, i.dimension, array(
    select m.criterion_id from item_criterion m
    join framework_version v on v.city_id = m.city_id and v.id = m.version_id
    where m.city_id = i.city_id and m.item_id = i.id and m.state = 'confirmed'
      and (m.version_id = ${versionId}::uuid or (${versionId}::uuid is null and v.state = 'published'))) as criterion_ids
  from checklist_item i where i.city_id = ${cityId} and i.id = any(${[...itemIds]}::uuid[])`

/** Four ways to a duty, each by its own index. */
const dutiesOf = ({ cityId }: Reader, { siteId, category, criterionId, day }: Asked) => {
  const holding = sql`d.city_id = ${cityId} and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`
  const areas = sql`d.area_id = any(array(select unnest(path) from place))`
  return sql`
    select d.* from duty d where ${holding} and d.site_id = ${siteId}::uuid
    union all select d.* from duty d where ${holding} and ${areas} and d.site_type_id = (select type_id from place)
    union all select d.* from duty d where ${holding} and ${areas} and d.site_type_id is null
    union all select d.* from duty d where ${holding}
      and d.category = any(array(select dimension from item) || ${category === null ? [] : [category]}::text[])
    union all select d.* from duty d where ${holding}
      and d.criterion_id = any(array(select unnest(criterion_ids) from item) || ${criterionId === null ? [] : [criterionId]}::uuid[])`
}

/** Everything a decision needs, in one statement: the site, the items with their criteria, and every duty that may apply. */
export async function readGround(reader: Reader, asked: Asked): Promise<Ground> {
  const { rows } = await sql<Ground>`
    with place as materialized (${placeOf(reader, asked.siteId)}),
    item as materialized (${itemsOf(reader, asked)}),
    found as (${dutiesOf(reader, asked)})
    select
      (select jsonb_build_object('id', id, 'typeId', type_id, 'areaId', area_id, 'areaIds', path, 'holder', holder,
        'supervisor', supervisor) from place) as place,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'dimension', dimension, 'criterionIds', criterion_ids)), '[]')
        from item) as items,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'target', d.target, 'siteId', d.site_id, 'areaId', d.area_id,
          'siteTypeId', d.site_type_id, 'category', d.category, 'criterionId', d.criterion_id, 'organizationId', d.organization_id,
          'role', d.role, 'share', d.share, 'validFrom', d.valid_from, 'validTo', d.valid_to, 'organizationName', o.name,
          'targetName', case d.target when 'site' then (select name from place) when 'areaSiteType' then concat_ws('·', a.name, t.name)
            when 'category' then d.category else concat_ws(' ', n.code, n.text) end)), '[]')
        from found d
        join organization o on o.city_id = d.city_id and o.id = d.organization_id
        left join area a on a.city_id = d.city_id and a.id = d.area_id
        left join site_type t on t.city_id = d.city_id and t.id = d.site_type_id
        left join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id) as duties`.execute(
    reader.sql,
  )
  return rows[0] ?? { place: null, items: [], duties: [] }
}
