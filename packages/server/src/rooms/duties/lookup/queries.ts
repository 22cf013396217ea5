import type { Duty } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
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

export type Asked = {
  readonly siteId: string | null
  readonly itemIds: readonly string[]
  readonly category: string | null
  readonly criterionId: string | null
  /** null = every published version */
  readonly versionId: string | null
  readonly day: string
}

/** What a decision is made from: the site, the items with their criteria, and every duty that may apply. */
export type Ground = {
  readonly place: Place | null
  readonly items: readonly AskedItem[]
  readonly duties: readonly Duty[]
}

/**
 * A list of ids, one parameter each, filled up to the next power of two. Not `= any(array)`: PostgreSQL judges an array by how long it is
 * this time and plans the statement anew on every call, which costs more than running it.
 */
function among(ids: readonly string[]): RawBuilder<unknown> {
  const length = 2 ** Math.ceil(Math.log2(Math.max(ids.length, 1)))
  const filled = Array.from({ length }, (_, index) => ids[Math.min(index, ids.length - 1)] ?? null)
  return sql`in (${sql.join(filled.map((id) => sql`${id}::uuid`))})`
}

const organizationNamed = (column: RawBuilder<unknown>) => sql`
  (select jsonb_build_object('id', o.id, 'name', o.name) from organization o where o.city_id = s.city_id and o.id = ${column})`

const placeOf = (cityId: string, siteId: string | null) => sql`
  select s.id, s.type_id as "typeId", s.area_id as "areaId", coalesce(a.path, '{}') as "areaIds",
    ${organizationNamed(sql`s.holder_id`)} as holder, ${organizationNamed(sql`s.supervisor_id`)} as supervisor
  from site s left join area a on a.city_id = s.city_id and a.id = s.area_id
  where s.city_id = ${cityId} and s.id = ${siteId}::uuid`

/** Items with the criteria they are confirmed to feed. */
function itemsOf(cityId: string, itemIds: readonly string[], versionId: string | null) {
  const ofVersion = versionId === null ? sql`v.state = 'published'` : sql`m.version_id = ${versionId}::uuid`
  return sql`
    select i.id, i.dimension, array(
      select m.criterion_id from item_criterion m
      join framework_version v on v.city_id = m.city_id and v.id = m.version_id
      where m.city_id = i.city_id and m.item_id = i.id and m.state = 'confirmed' and ${ofVersion}) as "criterionIds"
    from checklist_item i where i.city_id = ${cityId} and i.id ${among(itemIds)}`
}

/** Every way to a duty, each by its own index. */
function waysOf({ siteId, category, criterionId }: Asked): RawBuilder<unknown>[] {
  const inAreas = sql`d.area_id = any(array(select unnest("areaIds") from place))`
  const onSite = [
    sql`d.site_id = ${siteId}::uuid`,
    sql`${inAreas} and d.site_type_id = (select "typeId" from place)`,
    sql`${inAreas} and d.site_type_id is null`,
  ]
  return [
    ...(siteId === null ? [] : onSite),
    sql`d.category = any(array(select dimension from item))`,
    sql`d.criterion_id = any(array(select unnest("criterionIds") from item))`,
    ...(category === null ? [] : [sql`d.category = ${category}`]),
    ...(criterionId === null ? [] : [sql`d.criterion_id = ${criterionId}::uuid`]),
  ]
}

/** Everything a decision needs, in one statement whose plan can be kept; names of duties are read for those that are shown. */
export async function readGround({ sql: run, cityId }: Reader, asked: Asked): Promise<Ground> {
  const { day } = asked
  const duties = waysOf(asked).map(
    (
      way,
    ) => sql`select d.id, d.target, d.site_id as "siteId", d.area_id as "areaId", d.site_type_id as "siteTypeId", d.category,
        d.criterion_id as "criterionId", d.organization_id as "organizationId", d.role, d.share, d.valid_from as "validFrom",
        d.valid_to as "validTo"
      from duty d where d.city_id = ${cityId} and ${way}
        and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`,
  )
  const { rows } = await sql<Ground>`
    with place as materialized (${placeOf(cityId, asked.siteId)}),
    item as materialized (${itemsOf(cityId, asked.itemIds, asked.versionId)}),
    found as (${sql.join(duties, sql` union all `)})
    select (select to_jsonb(place) from place) as place, (select coalesce(jsonb_agg(item), '[]') from item) as items,
      (select coalesce(jsonb_agg(found), '[]') from found) as duties`.execute(run)
  return rows[0] ?? { place: null, items: [], duties: [] }
}
