import type { Actor, RoundKind } from '@chuangcheng/domain'
import { scopeOf } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { BriefingHeading, ReportedRound } from './document/material.ts'

type Reference = { readonly id: string; readonly name: string }

/** A briefing as it is listed. */
export type Briefing = BriefingHeading & {
  readonly id: string
  readonly assessment: Reference | null
  readonly version: { readonly id: string; readonly label: string; readonly frameworkName: string }
  readonly rounds: readonly Reference[]
  readonly watermark: number
  readonly planned: Readonly<Record<string, number>>
  readonly documentFileId: string
  readonly detailsFileId: string
  readonly figureCount: number
  readonly madeAt: string
  readonly madeByName: string | null
}

/** Briefings about covert rounds that are not published are for the teams of those rounds and whoever plans for the whole city. */
function seenBy(actor: Actor): RawBuilder<unknown> {
  if (scopeOf(actor, 'round.plan').everything) return sql`true`
  return sql`not exists (select from briefing_round k
    join inspection_round r on r.city_id = k.city_id and r.id = k.round_id
    where k.city_id = b.city_id and k.briefing_id = b.id and r.kind = 'covert' and r.published_at is null
      and not exists (select from round_team_member m
        where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${actor.userId}))`
}

const selectBriefings = (reader: Reader, condition: RawBuilder<unknown>) => sql<Briefing>`
  select b.id, b.title, b.issuer, b.document_number as "documentNumber", b.addressee, b.signed_on as "signedOn",
    b.next_steps as "nextSteps", b.watermark, b.planned, b.document_file_id as "documentFileId",
    b.details_file_id as "detailsFileId", b.made_at as "madeAt", u.name as "madeByName",
    jsonb_build_object('id', v.id, 'label', v.label, 'frameworkName', f.name) as version,
    case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as assessment,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]')
      from briefing_round k join observation_collection c on c.city_id = k.city_id and c.id = k.round_id
      where k.city_id = b.city_id and k.briefing_id = b.id) as rounds,
    (select count(*)::int from figure g where g.city_id = b.city_id and g.briefing_id = b.id) as "figureCount"
  from briefing b
  join framework_version v on v.city_id = b.city_id and v.id = b.version_id
  join framework f on f.city_id = v.city_id and f.id = v.framework_id
  left join assessment a on a.city_id = b.city_id and a.id = b.assessment_id
  left join user_account u on u.city_id = b.city_id and u.id = b.made_by
  where b.city_id = ${reader.cityId} and ${condition}`

/** Briefings that somebody may see, the latest first. */
export const listBriefings = async (reader: Reader, actor: Actor): Promise<Briefing[]> =>
  (
    await selectBriefings(reader, sql`${seenBy(actor)} order by b.made_at desc, b.id desc`).execute(
      reader.sql,
    )
  ).rows

export const findBriefing = async (reader: Reader, actor: Actor, id: string): Promise<Briefing | null> =>
  (await selectBriefings(reader, sql`b.id = ${id} and ${seenBy(actor)}`).execute(reader.sql)).rows[0] ?? null

type LastNames = Pick<Briefing, 'issuer' | 'addressee'>

/** How the city's last briefing was headed; null before the first. */
export async function findLastHeading(reader: Reader): Promise<LastNames | null> {
  const row = await reader.sql
    .selectFrom('briefing')
    .select(['issuer', 'addressee'])
    .where('city_id', '=', reader.cityId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Numbers that were given, the latest first; a hundred are enough to see how they go on. */
export async function listDocumentNumbers(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('briefing')
    .select('document_number as number')
    .where('city_id', '=', reader.cityId)
    .where('document_number', '<>', '')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ number }) => number)
}

export async function findCityName(reader: Reader): Promise<string> {
  const row = await reader.sql
    .selectFrom('city')
    .select('name')
    .where('city_id', '=', reader.cityId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** Rounds as a document names them, by their beginning. */
export async function listReportedRounds(reader: Reader, ids: readonly string[]): Promise<ReportedRound[]> {
  const { rows } = await sql<ReportedRound & { kind: RoundKind }>`
    select r.id, r.name, r.kind, r.starts_on as "startsOn", r.ends_on as "endsOn" from inspection_round r
    where r.city_id = ${reader.cityId} and r.id = any(${[...ids]}::uuid[])
    order by r.starts_on, r.name, r.id`.execute(reader.sql)
  return rows
}

export async function listOrganizationNames(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organization where city_id = ${reader.cityId} and id = any(${[...ids]}::uuid[])`.execute(
    reader.sql,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type NewBriefing = BriefingHeading & {
  readonly id: string
  readonly assessmentId: string | null
  readonly versionId: string
  readonly roundIds: readonly string[]
  readonly watermark: number
  readonly planned: Readonly<Record<string, number>>
  readonly documentFileId: string
  readonly detailsFileId: string
}

/** False when the id is there already. */
export async function insertBriefing(tx: Tx, briefing: NewBriefing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('briefing')
    .values({
      city_id: tx.cityId,
      id: briefing.id,
      title: briefing.title,
      issuer: briefing.issuer,
      document_number: briefing.documentNumber,
      addressee: briefing.addressee,
      signed_on: briefing.signedOn,
      next_steps: briefing.nextSteps,
      assessment_id: briefing.assessmentId,
      version_id: briefing.versionId,
      watermark: briefing.watermark,
      planned: briefing.planned,
      document_file_id: briefing.documentFileId,
      details_file_id: briefing.detailsFileId,
      made_at: tx.now,
      made_by: tx.author.userId,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) === 0) return false
  tx.send(sql`insert into briefing_round (city_id, briefing_id, round_id)
    select ${tx.cityId}, ${briefing.id}, unnest(${[...briefing.roundIds]}::uuid[])`)
  return true
}
