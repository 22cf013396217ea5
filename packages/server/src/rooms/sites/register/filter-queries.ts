import type { Scope, SiteGap, SiteState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { foundByWords } from '../../search/index.ts'

export type SiteFilter = {
  readonly typeId?: string | undefined
  /** the area and everything below it */
  readonly areaId?: string | undefined
  /** the organization and everything below it, as holder or supervisor */
  readonly organizationId?: string | undefined
  readonly state?: SiteState | undefined
  readonly missing?: SiteGap | undefined
  readonly text?: string | undefined
}

type Condition = RawBuilder<boolean>
type Ids = RawBuilder<unknown>

const idsOf = (ids: ReadonlySet<string>): Ids => sql`select unnest(${[...ids]}::uuid[])`

const areasBelow = (reader: Reader, areaId: string): Ids =>
  sql`select x.id from area x where x.city_id = ${reader.cityId} and ${areaId}::uuid = any(x.path)`

const organizationsBelow = (reader: Reader, organizationId: string): Ids =>
  sql`select x.id from organization x where x.city_id = ${reader.cityId} and ${organizationId}::uuid = any(x.path)`

/** The condition that a site (aliased s) lies in a scope: by its area, its holder or its supervisor. */
export function siteIn(scope: Scope): Condition {
  if (scope.everything) return sql`true`
  const organizationIds = [...scope.organizationIds]
  return sql`(s.area_id = any(${[...scope.areaIds]}::uuid[]) or s.holder_id = any(${organizationIds}::uuid[])
    or s.supervisor_id = any(${organizationIds}::uuid[]))`
}

/** The condition that something of a site still has to be filled in; the partial indexes say the same. */
export const gapConditions: Readonly<Record<SiteGap, Condition>> = {
  area: sql`(s.area_id is null and s.state <> 'retired')`,
  position: sql`(s.longitude is null and s.state <> 'retired')`,
  holder: sql`(s.holder_id is null and s.state <> 'retired')`,
  supervisor: sql`(s.supervisor_id is null and s.state <> 'retired')`,
}

/** All conditions of a filter on sites aliased s, the scope and the city among them. */
export function conditionsOf(reader: Reader, scope: Scope, filter: SiteFilter): Condition {
  const { typeId, areaId, organizationId, state, missing, text } = filter
  const below = organizationId === undefined ? null : organizationsBelow(reader, organizationId)
  const words = text === undefined ? null : foundByWords(reader, 'site', sql`s.id`, text)
  const conditions: (Condition | null)[] = [
    sql`s.city_id = ${reader.cityId}`,
    siteIn(scope),
    typeId === undefined ? null : sql`s.type_id = ${typeId}`,
    areaId === undefined ? null : sql`s.area_id in (${areasBelow(reader, areaId)})`,
    below && sql`(s.holder_id in (${below}) or s.supervisor_id in (${below}))`,
    state === undefined ? null : sql`s.state = ${state}`,
    missing === undefined ? null : gapConditions[missing],
    words,
  ]
  return sql`${sql.join(
    conditions.filter((condition) => condition !== null),
    sql` and `,
  )}`
}

/** An index (city, column, code) to walk along in the order of codes, once for each of the ids. */
export type Walk = { readonly column: 'area_id' | 'holder_id' | 'supervisor_id'; readonly ids: Ids }

const byOrganization = (ids: Ids): Walk[] => [
  { column: 'holder_id', ids },
  { column: 'supervisor_id', ids },
]

/** A type, a gap, an unusual state and words have indexes of their own, which find a page sooner than any walk. */
const isFoundOtherwise = ({ typeId, state, missing, text }: SiteFilter): boolean =>
  Boolean(typeId ?? missing ?? text) || (state !== undefined && state !== 'active')

/** The city itself, as an area: nearly every site lies in it. */
async function isWholeCity(reader: Reader, areaId: string): Promise<boolean> {
  const area = await reader.sql
    .selectFrom('area')
    .select('level')
    .where('city_id', '=', reader.cityId)
    .where('id', '=', areaId)
    .executeTakeFirst()
  return area?.level === 'city'
}

/** The walks that together meet every site of the filter, or null where the order of codes alone is the better way. */
export async function walksOf(reader: Reader, scope: Scope, filter: SiteFilter): Promise<Walk[] | null> {
  if (isFoundOtherwise(filter)) return null
  if (filter.organizationId) return byOrganization(organizationsBelow(reader, filter.organizationId))
  if (filter.areaId && !(await isWholeCity(reader, filter.areaId)))
    return [{ column: 'area_id', ids: areasBelow(reader, filter.areaId) }]
  if (scope.everything) return null
  return [{ column: 'area_id', ids: idsOf(scope.areaIds) }, ...byOrganization(idsOf(scope.organizationIds))]
}
