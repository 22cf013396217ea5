import { type AuditBlock, type AuditEntry, Problem } from '@chuangcheng/domain'
import { sql } from 'kysely'
import { validate as isUuid } from 'uuid'
import type { Note, Reader, Tx } from '../../platform/database/database.ts'
import { fixed } from '../../platform/database/fixed.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../platform/http/cursor.ts'
import { openEntries } from './personal-fields.ts'

/** So many entries travel in one statement: a megabyte or two. An import may leave hundreds of thousands. */
const MOST_IN_ONE_STATEMENT = 1_000

/** Fewer go one by one, with plain values: the database plans them once and unfolds no set of rows. */
const FEW = 4

type NewEntry = Note & { readonly id: string }

/** Entries and their place in the queue for sealing. Nobody needs an answer, so the last of them travel with the commit. */
export async function insertEntries(tx: Tx, notes: readonly NewEntry[]): Promise<void> {
  let rest = notes
  while (rest.length > MOST_IN_ONE_STATEMENT) {
    await insertionOfMany(tx, rest.slice(0, MOST_IN_ONE_STATEMENT)).execute(tx.sql)
    rest = rest.slice(MOST_IN_ONE_STATEMENT)
  }
  if (rest.length > FEW) tx.send(insertionOfMany(tx, rest))
  else for (const note of rest) tx.send(insertionOfOne(tx, note))
}

const jsonOf = (value: unknown): string => JSON.stringify(value ?? null)

const insertionOfOne = ({ cityId, now, author }: Tx, note: NewEntry) => fixed`
  with entry as (
    insert into audit_entry (city_id, id, at, actor_id, actor_name, action, subject_kind, subject_id, before, after)
    values (${cityId}, ${note.id}, ${now}, ${author.userId}, ${author.name}, ${note.action}, ${note.subjectKind},
      ${note.subjectId}, nullif(${jsonOf(note.before)}::jsonb, 'null'), nullif(${jsonOf(note.after)}::jsonb, 'null'))
  )
  insert into audit_unsealed (city_id, entry_id) values (${cityId}, ${note.id})`

function insertionOfMany(tx: Tx, notes: readonly NewEntry[]) {
  const rows = notes.map((note) => ({
    id: note.id,
    action: note.action,
    subject_kind: note.subjectKind,
    subject_id: note.subjectId,
    before: note.before ?? null,
    after: note.after ?? null,
  }))
  return sql`
    with entry as (
      insert into audit_entry (city_id, id, at, actor_id, actor_name, action, subject_kind, subject_id, before, after)
      select ${tx.cityId}, r.id, ${tx.now}, ${tx.author.userId}, ${tx.author.name}, r.action, r.subject_kind, r.subject_id,
        nullif(r.before, 'null'::jsonb), nullif(r.after, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, action text, subject_kind text, subject_id uuid, before jsonb, after jsonb)
    )
    insert into audit_unsealed (city_id, entry_id)
    select ${tx.cityId}, (r.value ->> 'id')::uuid from jsonb_array_elements(${JSON.stringify(
      rows.map(({ id }) => ({ id })),
    )}::jsonb) as r`
}

const entryColumns = [
  'id',
  'at',
  'actor_id as actorId',
  'actor_name as actorName',
  'action',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'before',
  'after',
] as const

export type EntryFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly subjectId?: string | undefined
  readonly actorId?: string | undefined
  readonly action?: string | undefined
}

/** Entries by id, the latest first (ids are UUIDv7: their order is the order of time). */
export async function listEntries(reader: Reader, filter: EntryFilter) {
  const limit = filter.limit ?? PAGE_LENGTH
  const from = readCursor(filter.after, 1)
  if (from && !isUuid(from[0])) throw new Problem('cursor.invalid')
  let query = reader.sql
    .selectFrom('audit_entry as entry')
    .select([...entryColumns])
    .where('entry.city_id', '=', reader.cityId)
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
  if (from) query = query.where('entry.id', '<', String(from[0]))
  if (filter.subjectId) query = query.where('entry.subject_id', '=', filter.subjectId)
  if (filter.actorId) query = query.where('entry.actor_id', '=', filter.actorId)
  if (filter.action)
    query = query.where('entry.action', 'like', `${filter.action.replace(/[%_\\]/g, '\\$&')}%`)
  const page = pageOf(await query.execute(), limit, (entry) => [entry.id])
  return { ...page, items: await withBlocks(reader, await openEntries(reader, page.items)) }
}

/** Which block each entry was sealed into; null while it waits. */
export async function withBlocks(reader: Reader, entries: readonly AuditEntry[]) {
  const ids = entries.map((entry) => entry.id)
  const found =
    ids.length === 0
      ? []
      : await reader.sql
          .selectFrom('audit_block')
          .select(['number', 'entry_ids'])
          .where('city_id', '=', reader.cityId)
          .where(sql<boolean>`entry_ids && ${ids}::uuid[]`)
          .execute()
  const numbers = new Map(found.flatMap((block) => block.entry_ids.map((id) => [id, block.number] as const)))
  return entries.map((entry) => ({ ...entry, blockNumber: numbers.get(entry.id) ?? null }))
}

/** What was done to one record. */
export const listEntriesOf = (
  reader: Reader,
  subjectId: string,
  paging: { after?: string; limit?: number },
) => listEntries(reader, { ...paging, subjectId })

// Sealing and verification

/** Only one sealer at a time per city; false = another one is at work. */
export async function tryLockSealing(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('audit-seal:' || ${tx.cityId}::text, 0)) as locked`.execute(
    tx.sql,
  )
  return rows[0]?.locked === true
}

export const listUnsealedEntries = (tx: Tx, limit: number): Promise<AuditEntry[]> =>
  tx.sql
    .selectFrom('audit_unsealed as waiting')
    .innerJoin('audit_entry as entry', (on) =>
      on.onRef('entry.city_id', '=', 'waiting.city_id').onRef('entry.id', '=', 'waiting.entry_id'),
    )
    .select([...entryColumns])
    .where('waiting.city_id', '=', tx.cityId)
    .orderBy('waiting.entry_id')
    .limit(limit)
    .execute()

const blockColumns = [
  'number',
  'previous_hash as previousHash',
  'hash',
  'algorithm',
  'sealed_at as sealedAt',
  'entry_ids as entryIds',
] as const

export const findLastBlock = (reader: Reader): Promise<AuditBlock | undefined> =>
  reader.sql
    .selectFrom('audit_block')
    .select([...blockColumns])
    .where('city_id', '=', reader.cityId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listBlocksAfter = (reader: Reader, number: number, limit: number): Promise<AuditBlock[]> =>
  reader.sql
    .selectFrom('audit_block')
    .select([...blockColumns])
    .where('city_id', '=', reader.cityId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()

export async function insertBlock(tx: Tx, block: AuditBlock): Promise<void> {
  await tx.sql
    .insertInto('audit_block')
    .values({
      city_id: tx.cityId,
      number: block.number,
      previous_hash: block.previousHash,
      hash: block.hash,
      algorithm: block.algorithm,
      sealed_at: block.sealedAt,
      entry_ids: [...block.entryIds],
    })
    .execute()
  await tx.sql
    .deleteFrom('audit_unsealed')
    .where('city_id', '=', tx.cityId)
    .where('entry_id', '=', sql<string>`any(${[...block.entryIds]}::uuid[])`)
    .execute()
}

export async function entriesById(reader: Reader, ids: readonly string[]): Promise<Map<string, AuditEntry>> {
  const entries = await reader.sql
    .selectFrom('audit_entry')
    .select([...entryColumns])
    .where('city_id', '=', reader.cityId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** Entries that neither wait nor lie in a block: rows that somebody put there behind our back. */
export async function listStrayEntries(reader: Reader, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select entry.id from audit_entry entry
    where entry.city_id = ${reader.cityId}
      and not exists (select from audit_unsealed waiting
        where waiting.city_id = entry.city_id and waiting.entry_id = entry.id)
      and entry.id not in (select unnest(entry_ids) from audit_block where city_id = ${reader.cityId})
    order by entry.id limit ${limit}`.execute(reader.sql)
  return rows.map((row) => row.id)
}

export async function countEntries(reader: Reader): Promise<{ entryCount: number; unsealedCount: number }> {
  const { rows } = await sql<{ entryCount: number; unsealedCount: number }>`
    select (select count(*) from audit_entry where city_id = ${reader.cityId}) as "entryCount",
      (select count(*) from audit_unsealed where city_id = ${reader.cityId}) as "unsealedCount"`.execute(
    reader.sql,
  )
  return rows[0] ?? { entryCount: 0, unsealedCount: 0 }
}
