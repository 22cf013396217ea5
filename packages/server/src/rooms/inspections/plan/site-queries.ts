import type { Actor, SiteOrigin } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { plannedSiteSeenBy } from '../rounds/sight-queries.ts'

type Reference = { readonly id: string; readonly name: string }

/** A site as a plan shows it. */
export type PlannedSite = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: Reference
  readonly address: string
  readonly position: { readonly longitude: number; readonly latitude: number } | null
  readonly areaPath: Reference[]
}

/** The visit that stands at a planned site, the latest where it has several checklists. */
export type LastVisit = {
  readonly id: string
  readonly finishedAt: string
  readonly inspectorName: string
  readonly findingCount: number
}

/** The areas below the city that the area of `s` lies in, the nearest last. */
export const areaPathOf = sql`
  coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by array_position(a.path, b.id))
    from area a join area b on b.city_id = a.city_id and b.id = any(a.path) and b.level <> 'city'
    where a.city_id = s.city_id and a.id = s.area_id), '[]')`

/** A planned site `p`, which is the site `s`, as JSON. */
export const siteShown = sql`
  jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'address', s.address,
    'type', (select jsonb_build_object('id', t.id, 'name', t.name) from site_type t
      where t.city_id = p.city_id and t.id = p.site_type_id),
    'position', case when s.longitude is not null
      then jsonb_build_object('longitude', s.longitude, 'latitude', s.latitude) end,
    'areaPath', ${areaPathOf})`

export const lastVisitShown = sql`
  (select jsonb_build_object('id', v.id, 'finishedAt', to_jsonb(v.finished_at at time zone 'UTC') #>> '{}' || 'Z',
      'inspectorName', u.name, 'findingCount', v.failed_count)
    from site_visit v join user_account u on u.city_id = v.city_id and u.id = v.inspector_id
    where v.city_id = p.city_id and v.round_id = p.round_id and v.site_id = p.site_id and v.state = 'standing'
    order by v.finished_at desc limit 1)`

export const isVisited = sql<boolean>`exists (select from site_visit v
  where v.city_id = p.city_id and v.round_id = p.round_id and v.site_id = p.site_id and v.state = 'standing')`

export type SiteFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly siteTypeId?: string | undefined
  readonly areaId?: string | undefined
  readonly teamId?: string | undefined
  readonly unassigned?: boolean | undefined
  readonly visited?: boolean | undefined
  readonly text?: string | undefined
}

const inArea = (areaId: string): RawBuilder<boolean> => sql<boolean>`exists (select from area a
  where a.city_id = s.city_id and a.id = s.area_id and ${areaId}::uuid = any(a.path))`

export const named = (text: string): RawBuilder<boolean> =>
  sql<boolean>`position(lower(${text}) in lower(s.name || ' ' || s.code || ' ' || s.address)) > 0`

const matching = ({ siteTypeId, areaId, teamId, unassigned, visited, text }: SiteFilter) => [
  ...(siteTypeId ? [sql<boolean>`p.site_type_id = ${siteTypeId}`] : []),
  ...(areaId ? [inArea(areaId)] : []),
  ...(teamId ? [sql<boolean>`p.team_id = ${teamId}`] : []),
  ...(unassigned ? [sql<boolean>`p.team_id is null`] : []),
  ...(visited === undefined ? [] : [sql<boolean>`${isVisited} = ${visited}`]),
  ...(text ? [named(text)] : []),
]

type RoundSite = {
  readonly site: PlannedSite
  readonly origin: SiteOrigin
  readonly team: Reference | null
  readonly visit: LastVisit | null
}

/** Planned sites of a round that the actor may see, by code. */
export async function listRoundSites(
  reader: Reader,
  actor: Actor,
  roundId: string,
  { after, limit = PAGE_LENGTH, ...filter }: SiteFilter,
) {
  const from = readCursor(after, 1)
  const conditions = [
    plannedSiteSeenBy(actor),
    ...matching(filter),
    ...(from ? [sql<boolean>`s.code > ${String(from[0])}`] : []),
  ]
  const { rows } = await sql<RoundSite>`
    select ${siteShown} as site, p.origin, ${lastVisitShown} as visit,
      (select jsonb_build_object('id', t.id, 'name', t.name) from round_team t
        where t.city_id = p.city_id and t.round_id = p.round_id and t.id = p.team_id) as team
    from round_site p join site s on s.city_id = p.city_id and s.id = p.site_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and ${sql.join(conditions, sql` and `)}
    order by s.code limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, ({ site }) => [site.code])
}

/** Plan sites, each under the type it has now. Those that are planned already stay as they are. */
export function insertSites(tx: Tx, roundId: string, siteIds: readonly string[], origin: SiteOrigin): void {
  tx.send(sql`
    insert into round_site (city_id, round_id, site_id, site_type_id, origin)
    select s.city_id, ${roundId}, s.id, s.type_id, ${origin} from site s
    where s.city_id = ${tx.cityId} and s.id = any(${[...siteIds]}::uuid[])
    on conflict do nothing`)
}

export function deleteSites(tx: Tx, roundId: string, siteIds: readonly string[]): void {
  if (siteIds.length === 0) return
  tx.send(sql`delete from round_site
    where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = any(${[...siteIds]}::uuid[])`)
}

/** Drawn sites that a later draw did not name stay because they were visited: from then on they are chosen ones. */
export function keepAsChosen(tx: Tx, roundId: string, siteIds: readonly string[]): void {
  if (siteIds.length === 0) return
  tx.send(sql`update round_site set origin = 'chosen'
    where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = any(${[...siteIds]}::uuid[])`)
}

export type ChosenSite = {
  readonly id: string
  readonly name: string
  readonly typeId: string
  readonly active: boolean
}

type Choice = {
  readonly siteIds: readonly string[] | null
  readonly areaId: string | null
  readonly siteTypeIds: readonly string[]
}

/** Sites by id, whatever they are; or, without ids, those of an area and these types that are inspected. */
export async function listChosenSites(
  reader: Reader,
  { siteIds, areaId, siteTypeIds }: Choice,
): Promise<ChosenSite[]> {
  const chosen = siteIds
    ? sql`s.id = any(${[...siteIds]}::uuid[])`
    : sql`s.state = 'active' and s.type_id = any(${[...siteTypeIds]}::uuid[]) and ${areaId === null ? sql`true` : inArea(areaId)}`
  const { rows } = await sql<ChosenSite>`
    select s.id, s.name, s.type_id as "typeId", s.state = 'active' as active from site s
    where s.city_id = ${reader.cityId} and ${chosen}`.execute(reader.sql)
  return rows
}
