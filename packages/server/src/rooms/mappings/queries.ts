import type { MappingState, ProposedTie } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../platform/http/cursor.ts'

/** A tie between an item and a criterion of a version (检查项 ↔ 测评标准). */
export type Tie = {
  readonly itemId: string
  readonly criterionId: string
  readonly weight: number
  readonly state: MappingState
  /** how near the texts are, 0–1; null = tied by a person */
  readonly likeness: number | null
}

export type MappingFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly state?: MappingState | undefined
  readonly checklistId?: string | undefined
  readonly criterionId?: string | undefined
  readonly itemId?: string | undefined
  readonly text?: string | undefined
}

type MappingRow = Tie & {
  readonly itemCode: string
  readonly itemText: string
  readonly dimension: string
  readonly checklist: { id: string; name: string }
  readonly checklistCode: string
  readonly position: number
  readonly criterionCode: string
  readonly criterionText: string
  /** 0 where a person tied, else falling with the likeness: the best first */
  readonly rank: number
}

const conditionsOf = (filter: MappingFilter): RawBuilder<boolean>[] => {
  const { state, checklistId, criterionId, itemId, text } = filter
  return [
    ...(state ? [sql<boolean>`t.state = ${state}`] : []),
    ...(checklistId ? [sql<boolean>`i.checklist_id = ${checklistId}`] : []),
    ...(criterionId ? [sql<boolean>`t.criterion_id = ${criterionId}`] : []),
    ...(itemId ? [sql<boolean>`t.item_id = ${itemId}`] : []),
    ...(text
      ? [sql<boolean>`position(lower(${text}) in lower(i.text || ' ' || n.text || ' ' || n.code)) > 0`]
      : []),
  ]
}

const rank = sql`case when t.likeness is null then 0 else 2 - t.likeness end`

/** Ties of a version by checklist and item, the best guess of each item first. */
export async function listTies(
  reader: Reader,
  versionId: string,
  { after, limit = PAGE_LENGTH, ...filter }: MappingFilter,
) {
  const from = readCursor(after, 5)
  const keys = sql`(c.code, i.position, i.id::text, ${rank}, t.criterion_id::text)`
  const beyond = from
    ? [
        sql<boolean>`${keys} > (${String(from[0])}, ${Number(from[1])}, ${String(from[2])}, ${Number(from[3])}, ${String(from[4])})`,
      ]
    : []
  const conditions = [...conditionsOf(filter), ...beyond].map((condition) => sql`and ${condition}`)
  const { rows } = await sql<MappingRow>`
    select t.item_id as "itemId", i.code as "itemCode", i.text as "itemText", i.dimension, i.position, c.code as "checklistCode",
      jsonb_build_object('id', c.id, 'name', c.name) as checklist, t.criterion_id as "criterionId", n.code as "criterionCode",
      n.text as "criterionText", t.weight, t.state, t.likeness, ${rank} as rank
    from item_criterion t
    join checklist_item i on i.city_id = t.city_id and i.id = t.item_id
    join checklist c on c.city_id = i.city_id and c.id = i.checklist_id
    join framework_node n on n.city_id = t.city_id and n.id = t.criterion_id
    where t.city_id = ${reader.cityId} and t.version_id = ${versionId} and i.standing and not c.retired
      ${sql.join(conditions, sql` `)}
    order by c.code, i.position, i.id::text, rank, t.criterion_id::text limit ${limit + 1}`.execute(
    reader.sql,
  )
  return pageOf(rows, limit, (row) => [
    row.checklistCode,
    row.position,
    row.itemId,
    row.rank,
    row.criterionId,
  ])
}

/** Every tie of a version, or those between some items and criteria. */
export async function listTiesOf(
  reader: Reader,
  versionId: string,
  itemIds: readonly string[] | null = null,
): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    select item_id as "itemId", criterion_id as "criterionId", weight, state, likeness from item_criterion
    where city_id = ${reader.cityId} and version_id = ${versionId}
      and (${itemIds}::uuid[] is null or item_id = any(${itemIds}::uuid[]))`.execute(reader.sql)
  return rows
}

/** Guesses make room for new ones; what a person decided stays. */
export async function replaceGuesses(tx: Tx, versionId: string, ties: readonly ProposedTie[]): Promise<void> {
  await sql`delete from item_criterion
    where city_id = ${tx.cityId} and version_id = ${versionId} and state = 'guess'`.execute(tx.sql)
  await sql`
    insert into item_criterion (city_id, version_id, item_id, criterion_id, state, likeness)
    select ${tx.cityId}, ${versionId}, r."itemId", r."criterionId", 'guess', r.likeness
    from jsonb_to_recordset(${JSON.stringify(ties)}::jsonb) as r ("itemId" uuid, "criterionId" uuid, likeness double precision)
    on conflict do nothing`.execute(tx.sql)
}

/** Insert or replace ties. */
export async function saveTies(tx: Tx, versionId: string, ties: readonly Tie[]): Promise<void> {
  await sql`
    insert into item_criterion (city_id, version_id, item_id, criterion_id, weight, state, likeness)
    select ${tx.cityId}, ${versionId}, r."itemId", r."criterionId", r.weight, r.state, r.likeness
    from jsonb_to_recordset(${JSON.stringify(ties)}::jsonb)
      as r ("itemId" uuid, "criterionId" uuid, weight numeric, state text, likeness double precision)
    on conflict (city_id, version_id, item_id, criterion_id) do update set weight = excluded.weight, state = excluded.state`.execute(
    tx.sql,
  )
}

/** The ties of criteria go over to those that continue them in another version. Answers how many went. */
export async function copyTies(
  tx: Tx,
  criterionIds: ReadonlyMap<string, string>,
  fromVersionId: string,
  toVersionId: string,
): Promise<number> {
  const pairs = [...criterionIds].map(([from, to]) => ({ from, to }))
  const { numAffectedRows } = await sql`
    insert into item_criterion (city_id, version_id, item_id, criterion_id, weight, state, likeness)
    select t.city_id, ${toVersionId}, t.item_id, r."to", t.weight, t.state, t.likeness
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r ("from" uuid, "to" uuid)
    join item_criterion t on t.city_id = ${tx.cityId} and t.version_id = ${fromVersionId} and t.criterion_id = r."from"
    on conflict do nothing`.execute(tx.sql)
  return Number(numAffectedRows ?? 0n)
}

/** How many ties of a version there are, by what became of them. */
export async function countMappings(
  reader: Reader,
  versionId: string,
): Promise<Record<MappingState, number>> {
  const rows = await reader.sql
    .selectFrom('item_criterion')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('city_id', '=', reader.cityId)
    .where('version_id', '=', versionId)
    .groupBy('state')
    .execute()
  const counted = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  return { guess: 0, confirmed: 0, rejected: 0, ...counted }
}
