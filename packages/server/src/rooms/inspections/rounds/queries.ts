import type { Actor, InspectionRound, RoundKind, RoundState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { plannedSiteSeenBy, roundSeenBy, standingBySite } from './sight-queries.ts'

type Reference = { readonly id: string; readonly name: string }

/** A round with what its row in a list says; counts are those of the sites the reader may see. */
export type RoundRow = InspectionRound & {
  readonly versionId: string
  readonly version: { readonly id: string; readonly label: string; readonly frameworkName: string }
  readonly siteTypeIds: string[]
  readonly siteTypes: Reference[]
  readonly createdAt: string
  readonly teamCount: number
  readonly siteCount: number
  readonly visitedCount: number
  readonly findingCount: number
  readonly myTeam: Reference | null
  readonly revision: number
}

const selectRounds = (reader: Reader, actor: Actor, condition: RawBuilder<unknown>) => sql<RoundRow>`
  select r.id, r.name, r.kind, r.version_id as "versionId", r.starts_on as "startsOn", r.ends_on as "endsOn",
    r.rectify_days as "rectifyDays", r.site_type_ids as "siteTypeIds", r.published_at as "publishedAt",
    r.finished_at as "finishedAt", r.created_at as "createdAt", r.revision,
    jsonb_build_object('id', f.id, 'label', f.label, 'frameworkName', w.name) as version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.code), '[]') from site_type t
      where t.city_id = r.city_id and t.id = any(r.site_type_ids)) as "siteTypes",
    (select count(*)::int from round_team t where t.city_id = r.city_id and t.round_id = r.id) as "teamCount",
    (select jsonb_build_object('id', t.id, 'name', t.name) from round_team_member m
      join round_team t on t.city_id = m.city_id and t.round_id = m.round_id and t.id = m.team_id
      where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${actor.userId}) as "myTeam",
    n."siteCount", n."visitedCount", n."findingCount"
  from inspection_round r
  join framework_version f on f.city_id = r.city_id and f.id = r.version_id
  join framework w on w.city_id = f.city_id and w.id = f.framework_id
  cross join lateral (
    select count(*)::int as "siteCount", count(v.site_id)::int as "visitedCount",
      coalesce(sum(v.findings), 0)::int as "findingCount"
    from round_site p
    join site s on s.city_id = p.city_id and s.id = p.site_id
    left join ${standingBySite(reader.cityId, sql`r.id`)} v on v.site_id = p.site_id
    where p.city_id = r.city_id and p.round_id = r.id and ${plannedSiteSeenBy(actor)}) n
  where r.city_id = ${reader.cityId} and ${roundSeenBy(actor)} and ${condition}`

export type RoundFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly state?: RoundState | undefined
  readonly kind?: RoundKind | undefined
  readonly versionId?: string | undefined
  readonly mine?: boolean | undefined
  readonly text?: string | undefined
}

const inState = (state: RoundState, today: string) =>
  ({
    finished: sql`r.finished_at is not null`,
    planned: sql`r.finished_at is null and r.starts_on > ${today}::date`,
    running: sql`r.finished_at is null and r.starts_on <= ${today}::date`,
  })[state]

function matching({ state, kind, versionId, mine, text }: RoundFilter, userId: string, today: string) {
  return [
    ...(state ? [inState(state, today)] : []),
    ...(kind ? [sql`r.kind = ${kind}`] : []),
    ...(versionId ? [sql`r.version_id = ${versionId}`] : []),
    ...(mine
      ? [
          sql`exists (select from round_team_member m
            where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${userId})`,
        ]
      : []),
    ...(text ? [sql`position(lower(${text}) in lower(r.name)) > 0`] : []),
  ]
}

/** Rounds the actor may see, the latest first. */
export async function listRounds(
  reader: Reader,
  actor: Actor,
  { after, limit = PAGE_LENGTH, ...filter }: RoundFilter,
  today: string,
) {
  const from = readCursor(after, 2)
  const beyond = from ? [sql`(r.starts_on, r.id) < (${String(from[0])}::date, ${String(from[1])}::uuid)`] : []
  const conditions = [sql`true`, ...matching(filter, actor.userId, today), ...beyond]
  const { rows } = await selectRounds(
    reader,
    actor,
    sql`${sql.join(conditions, sql` and `)} order by r.starts_on desc, r.id desc limit ${limit + 1}`,
  ).execute(reader.sql)
  return pageOf(rows, limit, ({ startsOn, id }) => [startsOn, id])
}

/** A round, as far as the actor may see it. */
export const findVisibleRound = async (reader: Reader, actor: Actor, id: string): Promise<RoundRow | null> =>
  (await selectRounds(reader, actor, sql`r.id = ${id}`).execute(reader.sql)).rows[0] ?? null

/** The actor is not asked: for rooms that open a round on somebody's behalf. */
export async function findRoundIdByName(reader: Reader, name: string): Promise<string | null> {
  const row = await reader.sql
    .selectFrom('inspection_round')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Lock a round for a change of its plan. */
export async function lockRound(tx: Tx, id: string): Promise<void> {
  await sql`select from inspection_round where city_id = ${tx.cityId} and id = ${id} for no key update`.execute(
    tx.sql,
  )
}

export type NewRound = {
  readonly id: string
  readonly name: string
  readonly kind: RoundKind
  readonly versionId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly rectifyDays: number
  readonly siteTypeIds: readonly string[]
}

export async function insertRound(tx: Tx, round: NewRound): Promise<void> {
  await tx.sql
    .insertInto('inspection_round')
    .values({
      city_id: tx.cityId,
      id: round.id,
      name: round.name,
      kind: round.kind,
      version_id: round.versionId,
      starts_on: round.startsOn,
      ends_on: round.endsOn,
      rectify_days: round.rectifyDays,
      site_type_ids: [...round.siteTypeIds],
      created_at: tx.now,
      created_by: tx.author.userId,
    })
    .execute()
}

export type RoundFields = Pick<
  RoundRow,
  'name' | 'startsOn' | 'endsOn' | 'rectifyDays' | 'siteTypeIds' | 'publishedAt' | 'finishedAt'
>

/** Everything of a round that can change; it counts as a change of the plan. */
export async function saveRound(tx: Tx, id: string, fields: RoundFields): Promise<void> {
  await tx.sql
    .updateTable('inspection_round')
    .set({
      name: fields.name,
      starts_on: fields.startsOn,
      ends_on: fields.endsOn,
      rectify_days: fields.rectifyDays,
      site_type_ids: fields.siteTypeIds,
      published_at: fields.publishedAt,
      finished_at: fields.finishedAt,
    })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .execute()
}

/** Sites, teams or assignments of a round changed. */
export function touchRound(tx: Tx, id: string): void {
  tx.send(
    sql`update inspection_round set revision = revision + 1 where city_id = ${tx.cityId} and id = ${id}`,
  )
}

/** Of these types, the first that has planned sites, and how many. */
export async function findPlannedType(
  reader: Reader,
  roundId: string,
  typeIds: readonly string[],
): Promise<{ name: string; count: number } | null> {
  const { rows } = await sql<{ name: string; count: number }>`
    select t.name, count(*)::int as count from round_site p
    join site_type t on t.city_id = p.city_id and t.id = p.site_type_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and p.site_type_id = any(${[...typeIds]}::uuid[])
    group by t.code, t.name order by t.code limit 1`.execute(reader.sql)
  return rows[0] ?? null
}
