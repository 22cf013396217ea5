import type { AssessmentKind } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Version = { readonly id: string; readonly label: string; readonly frameworkName: string }

/** A round as far as scores go. */
export type ScoredRound = { readonly id: string; readonly name: string; readonly kind: string }

/** Rounds of one framework version that are scored together (测评). */
export type Assessment = {
  readonly id: string
  readonly name: string
  readonly kind: AssessmentKind
  readonly version: Version
  readonly rounds: readonly ScoredRound[]
  /** how many it has, those included that the onlooker does not see */
  readonly roundCount: number
  readonly createdAt: string
  readonly revision: number
}

/** Who looks: rounds that are covert and not published are seen by their teams and by whoever sees everything. */
export type Onlooker = { readonly everything: true } | { readonly everything: false; readonly userId: string }

/** Whether an onlooker sees the round `r`. */
const seen = (onlooker: Onlooker): RawBuilder<unknown> =>
  onlooker.everything
    ? sql`true`
    : sql`(r.kind <> 'covert' or r.published_at is not null or exists (select from round_team_member m
        where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${onlooker.userId}))`

const versionColumn = sql`jsonb_build_object('id', v.id, 'label', v.label, 'frameworkName', f.name) as version`

/** Rounds that an onlooker sees, the latest first: all of them, or those with some ids. */
export async function listScoredRounds(
  reader: Reader,
  onlooker: Onlooker,
  ids: readonly string[] | null = null,
): Promise<(ScoredRound & { readonly version: Version })[]> {
  const { rows } = await sql<ScoredRound & { version: Version }>`
    select r.id, r.name, r.kind, ${versionColumn} from inspection_round r
    join framework_version v on v.city_id = r.city_id and v.id = r.version_id
    join framework f on f.city_id = v.city_id and f.id = v.framework_id
    where r.city_id = ${reader.cityId} and ${seen(onlooker)}
      and (${ids}::uuid[] is null or r.id = any(${ids}::uuid[]))
    order by r.starts_on desc, r.id desc`.execute(reader.sql)
  return rows
}

const selectAssessments = (reader: Reader, onlooker: Onlooker, condition: RawBuilder<unknown>) =>
  sql<Assessment>`
  select a.id, a.name, a.kind, ${versionColumn}, a.created_at as "createdAt", a.revision,
    (select count(*)::int from assessment_round k where k.city_id = a.city_id and k.assessment_id = a.id) as "roundCount",
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind) order by r.starts_on desc, r.id desc), '[]')
      from assessment_round k join inspection_round r on r.city_id = k.city_id and r.id = k.round_id
      where k.city_id = a.city_id and k.assessment_id = a.id and ${seen(onlooker)}) as rounds
  from assessment a
  join framework_version v on v.city_id = a.city_id and v.id = a.version_id
  join framework f on f.city_id = v.city_id and f.id = v.framework_id
  where a.city_id = ${reader.cityId} and ${condition}`

const isWhole = ({ rounds, roundCount }: Assessment): boolean => rounds.length === roundCount

/** Assessments all of whose rounds an onlooker sees, the latest first. */
export async function listAssessments(reader: Reader, onlooker: Onlooker): Promise<Assessment[]> {
  const { rows } = await selectAssessments(
    reader,
    onlooker,
    sql`true order by a.created_at desc, a.id desc`,
  ).execute(reader.sql)
  return rows.filter(isWhole)
}

/** One assessment, or null: none such, or one of its rounds is out of sight. */
export async function findAssessment(
  reader: Reader,
  onlooker: Onlooker,
  id: string,
): Promise<Assessment | null> {
  const { rows } = await selectAssessments(reader, onlooker, sql`a.id = ${id}`).execute(reader.sql)
  return rows.find(isWhole) ?? null
}

/** Lock an assessment for a change. */
export async function lockAssessment(tx: Tx, id: string): Promise<void> {
  await sql`select from assessment where city_id = ${tx.cityId} and id = ${id} for update`.execute(tx.sql)
}

type NewAssessment = {
  readonly id: string
  readonly versionId: string
  readonly name: string
  readonly kind: AssessmentKind
}

export async function insertAssessment(tx: Tx, { id, versionId, name, kind }: NewAssessment): Promise<void> {
  await tx.sql
    .insertInto('assessment')
    .values({ city_id: tx.cityId, id, version_id: versionId, name, kind, created_at: tx.now })
    .execute()
}

export async function saveAssessment(
  tx: Tx,
  { id, name, kind }: Pick<NewAssessment, 'id' | 'name' | 'kind'>,
): Promise<void> {
  await tx.sql
    .updateTable('assessment')
    .set({ name, kind })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .execute()
}

/** The rounds of an assessment, from now on exactly these. */
export async function saveRounds(tx: Tx, id: string, roundIds: readonly string[]): Promise<void> {
  await tx.sql
    .deleteFrom('assessment_round')
    .where('city_id', '=', tx.cityId)
    .where('assessment_id', '=', id)
    .execute()
  await tx.sql
    .insertInto('assessment_round')
    .values(roundIds.map((roundId) => ({ city_id: tx.cityId, assessment_id: id, round_id: roundId })))
    .execute()
}
