import type { Actor, InspectionRound, VisitState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { areaPathOf } from '../plan/site-queries.ts'
import { plannedSiteSeenBy, roundSeenBy } from '../rounds/sight-queries.ts'

type Reference = { readonly id: string; readonly name: string }

/** A visit as a list shows it. */
export type VisitRow = {
  readonly id: string
  readonly roundId: string
  readonly roundName: string
  readonly site: Reference & { readonly code: string; readonly type: Reference }
  readonly areaPath: Reference[]
  readonly checklist: Reference
  readonly inspectorId: string
  readonly inspectorName: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly state: VisitState
  readonly itemCount: number
  readonly failedCount: number
  readonly photoCount: number
}

const rowColumns = sql`
  v.id, v.round_id as "roundId", r.name as "roundName", jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name,
    'type', jsonb_build_object('id', t.id, 'name', t.name)) as site, ${areaPathOf} as "areaPath",
  jsonb_build_object('id', c.id, 'name', c.name) as checklist, v.inspector_id as "inspectorId", u.name as "inspectorName",
  v.started_at as "startedAt", v.finished_at as "finishedAt", v.state, v.item_count as "itemCount",
  v.failed_count as "failedCount", (select coalesce(sum(jsonb_array_length(a.value -> 'photoIds')), 0)::int
    from jsonb_array_elements(v.answers) as a) as "photoCount"`

/** A visit `v` with its round `r`, planned site `p` = `s`, of the type `t`, checklist `c` and inspector `u`. */
const joined = sql`
  site_visit v
  join inspection_round r on r.city_id = v.city_id and r.id = v.round_id
  join round_site p on p.city_id = v.city_id and p.round_id = v.round_id and p.site_id = v.site_id
  join site s on s.city_id = v.city_id and s.id = v.site_id
  join site_type t on t.city_id = p.city_id and t.id = p.site_type_id
  join checklist c on c.city_id = v.city_id and c.id = v.checklist_id
  join user_account u on u.city_id = v.city_id and u.id = v.inspector_id`

/** Who may see a visit: who sees its round, and there its site, or made it. */
const seenBy = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`${roundSeenBy(actor)} and (${plannedSiteSeenBy(actor)} or v.inspector_id = ${actor.userId})`

export type VisitFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly roundId?: string | undefined
  readonly siteId?: string | undefined
  readonly areaId?: string | undefined
  readonly siteTypeId?: string | undefined
  readonly teamId?: string | undefined
  readonly state?: VisitState | undefined
  readonly failedOnly?: boolean | undefined
  readonly mine?: boolean | undefined
}

const matching = (filter: VisitFilter, userId: string): RawBuilder<boolean>[] => [
  ...(filter.roundId ? [sql<boolean>`v.round_id = ${filter.roundId}`] : []),
  ...(filter.siteId ? [sql<boolean>`v.site_id = ${filter.siteId}`] : []),
  ...(filter.areaId
    ? [
        sql<boolean>`exists (select from area a where a.city_id = v.city_id and a.id = v.area_id
          and ${filter.areaId}::uuid = any(a.path))`,
      ]
    : []),
  ...(filter.siteTypeId ? [sql<boolean>`p.site_type_id = ${filter.siteTypeId}`] : []),
  ...(filter.teamId ? [sql<boolean>`p.team_id = ${filter.teamId}`] : []),
  ...(filter.state ? [sql<boolean>`v.state = ${filter.state}`] : []),
  ...(filter.failedOnly ? [sql<boolean>`v.failed_count > 0`] : []),
  ...(filter.mine ? [sql<boolean>`v.inspector_id = ${userId}`] : []),
]

/** Visits the actor may see, the latest first. */
export async function listVisits(
  reader: Reader,
  actor: Actor,
  { after, limit = PAGE_LENGTH, ...filter }: VisitFilter,
) {
  const from = readCursor(after, 2)
  const conditions = [
    seenBy(actor),
    ...matching(filter, actor.userId),
    ...(from
      ? [sql<boolean>`(v.finished_at, v.id) < (${String(from[0])}::timestamptz, ${String(from[1])}::uuid)`]
      : []),
  ]
  const { rows } = await sql<VisitRow & { key: string }>`
    select ${rowColumns}, v.finished_at::text as key from ${joined}
    where v.city_id = ${reader.cityId} and ${sql.join(conditions, sql` and `)}
    order by v.finished_at desc, v.id desc limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, ({ key, id }) => [key, id])
}

type Beside = { readonly id: string; readonly finishedAt: string; readonly inspectorName: string }

/** A visit with everything its page shows beside answers and findings. */
export type VisitFacts = VisitRow & {
  readonly round: Omit<InspectionRound, 'publishedAt' | 'finishedAt'> &
    Pick<InspectionRound, 'publishedAt' | 'finishedAt'>
  readonly siteAddress: string
  readonly checklistVersion: { readonly id: string; readonly number: number }
  readonly recordedAt: string
  readonly clockOffset: number
  readonly longitude: number | null
  readonly latitude: number | null
  readonly accuracy: number | null
  readonly siteLongitude: number | null
  readonly siteLatitude: number | null
  readonly corrects: Beside | null
  readonly correctedBy: Beside | null
  readonly reason: string
  readonly voidedAt: string | null
  readonly voidedByName: string | null
  readonly voidReason: string
}

const beside = (condition: RawBuilder<unknown>) => sql`
  (select jsonb_build_object('id', w.id, 'inspectorName', i.name, 'finishedAt', to_char(w.finished_at at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from site_visit w join user_account i on i.city_id = w.city_id and i.id = w.inspector_id
    where w.city_id = v.city_id and ${condition})`

/** One visit, as far as the actor may see it. */
export async function findVisit(reader: Reader, actor: Actor, id: string): Promise<VisitFacts | null> {
  const { rows } = await sql<VisitFacts>`
    select ${rowColumns}, jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
        'rectifyDays', r.rectify_days, 'publishedAt', r.published_at, 'finishedAt', r.finished_at) as round,
      s.address as "siteAddress", jsonb_build_object('id', w.id, 'number', w.number) as "checklistVersion",
      v.recorded_at as "recordedAt", v.clock_offset_ms as "clockOffset", v.longitude, v.latitude, v.accuracy,
      s.longitude as "siteLongitude", s.latitude as "siteLatitude", ${beside(sql`w.id = v.corrects_id`)} as corrects,
      ${beside(sql`w.corrects_id = v.id`)} as "correctedBy", v.reason, v.voided_at as "voidedAt", b.name as "voidedByName",
      v.void_reason as "voidReason"
    from ${joined}
    join checklist_version w on w.city_id = v.city_id and w.id = v.checklist_version_id
    left join user_account b on b.city_id = v.city_id and b.id = v.voided_by
    where v.city_id = ${reader.cityId} and v.id = ${id} and ${seenBy(actor)}`.execute(reader.sql)
  return rows[0] ?? null
}

/** The file of a photo that was sent with a visit the actor may see, or null. */
export async function findPhotoOfVisit(
  reader: Reader,
  visitId: string,
  photoId: string,
): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    select f.id from site_visit v join stored_file f on f.city_id = v.city_id and f.id = ${photoId}
    where v.city_id = ${reader.cityId} and v.id = ${visitId}
      and v.answers @> jsonb_build_array(jsonb_build_object('photoIds', jsonb_build_array(${photoId}::text)))`.execute(
    reader.sql,
  )
  return rows[0] ?? null
}
