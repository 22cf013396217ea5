import type { Duty } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { dutyColumns } from '../register/queries.ts'

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

/**
 * A list of values, one parameter each, filled up to the next power of two. Not `= any(array)`: PostgreSQL judges an array by how long it
 * is this time and plans the statement anew on every call, which costs more than running it.
 */
function among(values: readonly string[], type: 'uuid' | 'text'): RawBuilder<unknown> {
  const length = 2 ** Math.ceil(Math.log2(Math.max(values.length, 1)))
  const filled = Array.from({ length }, (_, index) => values[Math.min(index, values.length - 1)] ?? null)
  return sql`in (${sql.join(filled.map((value) => sql`${value}::${sql.raw(type)}`))})`
}

const organizationNamed = (column: RawBuilder<unknown>) => sql`
  (select jsonb_build_object('id', o.id, 'name', o.name) from organization o where o.city_id = s.city_id and o.id = ${column})`

export async function findPlace({ sql: run, cityId }: Reader, siteId: string): Promise<Place | null> {
  const { rows } = await sql<Place>`
    select s.id, s.type_id as "typeId", s.area_id as "areaId", coalesce(a.path, '{}') as "areaIds", 
      ${organizationNamed(sql`s.holder_id`)} as holder, ${organizationNamed(sql`s.supervisor_id`)} as supervisor
    from site s left join area a on a.city_id = s.city_id and a.id = s.area_id
    where s.city_id = ${cityId} and s.id = ${siteId}`.execute(run)
  return rows[0] ?? null
}

/** Items with the criteria they are confirmed to feed: of one version, or (null) of every published one. */
export async function listAskedItems(
  { sql: run, cityId }: Reader,
  itemIds: readonly string[],
  versionId: string | null,
): Promise<AskedItem[]> {
  if (itemIds.length === 0) return []
  const ofVersion = versionId === null ? sql`v.state = 'published'` : sql`m.version_id = ${versionId}::uuid`
  const { rows } = await sql<AskedItem>`
    select i.id, i.dimension, array(
      select m.criterion_id from item_criterion m
      join framework_version v on v.city_id = m.city_id and v.id = m.version_id
      where m.city_id = i.city_id and m.item_id = i.id and m.state = 'confirmed' and ${ofVersion}) as "criterionIds"
    from checklist_item i where i.city_id = ${cityId} and i.id ${among(itemIds, 'uuid')}`.execute(run)
  return rows
}

/** What duties may be for, to apply to what is asked. */
export type Aims = {
  readonly place: Place | null
  readonly categories: readonly string[]
  readonly criterionIds: readonly string[]
}

/** Every duty that may apply on a day: five ways to a duty, each by its own index. */
export async function listApplying(
  { sql: run, cityId }: Reader,
  { place, categories, criterionIds }: Aims,
  day: string,
): Promise<Duty[]> {
  const areas = place && place.areaIds.length > 0 ? sql`d.area_id ${among(place.areaIds, 'uuid')}` : null
  const ways = [
    place && sql`d.site_id = ${place.id}`,
    place && areas && sql`${areas} and d.site_type_id = ${place.typeId}`,
    areas && sql`${areas} and d.site_type_id is null`,
    categories.length > 0 && sql`d.category ${among(categories, 'text')}`,
    criterionIds.length > 0 && sql`d.criterion_id ${among(criterionIds, 'uuid')}`,
  ].filter((way) => way !== null && way !== false)
  if (ways.length === 0) return []
  const holding = sql`d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`
  const selects = ways.map(
    (way) => sql`select ${dutyColumns} from duty d where d.city_id = ${cityId} and ${way} and ${holding}`,
  )
  const { rows } = await sql<Duty>`${sql.join(selects, sql` union all `)}`.execute(run)
  return rows
}
