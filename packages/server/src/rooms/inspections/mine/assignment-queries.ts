import type { Actor, ChecklistItem, InspectionRound } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import {
  isVisited,
  type LastVisit,
  lastVisitShown,
  named,
  type PlannedSite,
  siteShown,
} from '../plan/site-queries.ts'
import { plannedSiteSeenBy, roundSeenBy } from '../rounds/sight-queries.ts'

type Reference = { readonly id: string; readonly name: string }

export type MyRound = InspectionRound & {
  readonly team: Reference
  readonly siteCount: number
  readonly visitedCount: number
}

/** The rounds in whose teams somebody is and that are not finished, the first to end first. */
export async function listMyRounds(reader: Reader, userId: string): Promise<MyRound[]> {
  const { rows } = await sql<MyRound>`
    select r.id, r.name, r.kind, r.starts_on as "startsOn", r.ends_on as "endsOn", r.rectify_days as "rectifyDays",
      r.published_at as "publishedAt", r.finished_at as "finishedAt", jsonb_build_object('id', t.id, 'name', t.name) as team,
      n.sites as "siteCount", n.visited as "visitedCount"
    from round_team_member m
    join inspection_round r on r.city_id = m.city_id and r.id = m.round_id and r.finished_at is null
    join round_team t on t.city_id = m.city_id and t.round_id = m.round_id and t.id = m.team_id
    cross join lateral (select count(*)::int as sites, (count(*) filter (where ${isVisited}))::int as visited from round_site p
      where p.city_id = t.city_id and p.round_id = t.round_id and p.team_id = t.id) n
    where m.city_id = ${reader.cityId} and m.user_id = ${userId}
    order by r.ends_on, r.starts_on, r.id`.execute(reader.sql)
  return rows
}

export type MyFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly roundId?: string | undefined
  readonly visited?: boolean | undefined
  readonly text?: string | undefined
}

type MySite = {
  readonly roundId: string
  readonly endsOn: string
  readonly site: PlannedSite
  readonly visit: LastVisit | null
  readonly checklistReady: boolean
}

/** The sites to which somebody's teams go, by round (the first to end first) and code. */
export async function listMySites(
  reader: Reader,
  userId: string,
  { after, limit = PAGE_LENGTH, roundId, visited, text }: MyFilter,
) {
  const from = readCursor(after, 3)
  const conditions = [
    ...(roundId ? [sql<boolean>`p.round_id = ${roundId}`] : []),
    ...(visited === undefined ? [] : [sql<boolean>`${isVisited} = ${visited}`]),
    ...(text ? [named(text)] : []),
    ...(from
      ? [
          sql<boolean>`(r.ends_on, r.id, s.code) > (${String(from[0])}::date, ${String(from[1])}::uuid, ${String(from[2])})`,
        ]
      : []),
  ].map((condition) => sql`and ${condition}`)
  const { rows } = await sql<MySite>`
    select p.round_id as "roundId", r.ends_on as "endsOn", ${siteShown} as site, ${lastVisitShown} as visit,
      exists (select from checklist_site_type k
        join checklist c on c.city_id = k.city_id and c.id = k.checklist_id and not c.retired
        join checklist_version w on w.city_id = c.city_id and w.checklist_id = c.id and w.state = 'published'
        where k.city_id = p.city_id and k.site_type_id = p.site_type_id) as "checklistReady"
    from round_team_member m
    join inspection_round r on r.city_id = m.city_id and r.id = m.round_id and r.finished_at is null
    join round_site p on p.city_id = m.city_id and p.round_id = m.round_id and p.team_id = m.team_id
    join site s on s.city_id = p.city_id and s.id = p.site_id
    where m.city_id = ${reader.cityId} and m.user_id = ${userId} ${sql.join(conditions, sql` `)}
    order by r.ends_on, r.id, s.code limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, (row) => [row.endsOn, row.roundId, row.site.code])
}

export type AssignedSite = {
  readonly site: PlannedSite & { readonly holder: Reference | null; readonly supervisor: Reference | null }
  readonly areaId: string | null
  readonly typeId: string
  readonly team: (Reference & { readonly members: Reference[] }) | null
  readonly myTeamId: string | null
}

const organizationShown = (id: ReturnType<typeof sql.ref>) => sql`
  (select jsonb_build_object('id', o.id, 'name', o.name) from organization o where o.city_id = s.city_id and o.id = ${id})`

/** A planned site of a round with who goes there; null when it is not planned, or the actor may not see it. */
export async function findAssignedSite(
  reader: Reader,
  actor: Actor,
  roundId: string,
  siteId: string,
): Promise<AssignedSite | null> {
  const { rows } = await sql<AssignedSite>`
    select ${siteShown} || jsonb_build_object('holder', ${organizationShown(sql.ref('s.holder_id'))},
        'supervisor', ${organizationShown(sql.ref('s.supervisor_id'))}) as site,
      s.area_id as "areaId", p.site_type_id as "typeId",
      (select jsonb_build_object('id', t.id, 'name', t.name, 'members', (
          select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
          from round_team_member m join user_account u on u.city_id = m.city_id and u.id = m.user_id
          where m.city_id = t.city_id and m.round_id = t.round_id and m.team_id = t.id))
        from round_team t where t.city_id = p.city_id and t.round_id = p.round_id and t.id = p.team_id) as team,
      (select m.team_id from round_team_member m
        where m.city_id = p.city_id and m.round_id = p.round_id and m.user_id = ${actor.userId}) as "myTeamId"
    from round_site p join site s on s.city_id = p.city_id and s.id = p.site_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and p.site_id = ${siteId}
      and (${plannedSiteSeenBy(actor)} or exists (select from round_team_member m
        where m.city_id = p.city_id and m.round_id = p.round_id and m.user_id = ${actor.userId}))`.execute(
    reader.sql,
  )
  return rows[0] ?? null
}

export type ReadyChecklist = {
  readonly checklist: Reference
  readonly versionId: string
  readonly number: number
  readonly protocol: string
  readonly items: readonly ChecklistItem[]
  readonly visit: {
    readonly id: string
    readonly finishedAt: string
    readonly inspectorName: string
    readonly failedCount: number
  } | null
}

/** The published checklists of a type of sites, each with the visit that stands at this site in this round. */
export async function listReadyChecklists(
  reader: Reader,
  roundId: string,
  siteId: string,
  typeId: string,
): Promise<ReadyChecklist[]> {
  const { rows } = await sql<ReadyChecklist>`
    select jsonb_build_object('id', c.id, 'name', c.name) as checklist, w.id as "versionId", w.number, w.protocol, w.items,
      (select jsonb_build_object('id', v.id, 'inspectorName', u.name, 'failedCount', v.failed_count,
          'finishedAt', to_char(v.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from site_visit v join user_account u on u.city_id = v.city_id and u.id = v.inspector_id
        where v.city_id = c.city_id and v.round_id = ${roundId} and v.site_id = ${siteId} and v.checklist_id = c.id
          and v.state = 'standing') as visit
    from checklist_site_type k
    join checklist c on c.city_id = k.city_id and c.id = k.checklist_id and not c.retired
    join checklist_version w on w.city_id = c.city_id and w.checklist_id = c.id and w.state = 'published'
    where k.city_id = ${reader.cityId} and k.site_type_id = ${typeId} order by c.code`.execute(reader.sql)
  return rows
}

const EARLIER = 3

type EarlierVisit = {
  readonly visitId: string
  readonly roundName: string
  readonly finishedAt: string
  readonly failedItems: Reference[]
}

/** What was found at a site in other rounds the actor may see, the latest first. */
export async function listEarlierVisits(
  reader: Reader,
  actor: Actor,
  roundId: string,
  siteId: string,
): Promise<EarlierVisit[]> {
  const { rows } = await sql<EarlierVisit>`
    select v.id as "visitId", r.name as "roundName", v.finished_at as "finishedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.text) order by i.position), '[]')
        from finding f join checklist_item i on i.city_id = f.city_id and i.id = f.item_id
        where f.city_id = v.city_id and f.visit_id = v.id) as "failedItems"
    from site_visit v join inspection_round r on r.city_id = v.city_id and r.id = v.round_id
    where v.city_id = ${reader.cityId} and v.site_id = ${siteId} and v.round_id <> ${roundId} and v.state = 'standing'
      and ${roundSeenBy(actor)}
    order by v.finished_at desc, v.id desc limit ${EARLIER}`.execute(reader.sql)
  return rows
}
