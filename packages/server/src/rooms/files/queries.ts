import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { fixed } from '../../platform/database/fixed.ts'

const columns = [
  'id',
  'hash',
  'byte_count as byteCount',
  'media_type as mediaType',
  'original_name as name',
  'uploaded_by as uploadedBy',
] as const

export const findFile = (reader: Reader, id: string) =>
  reader.sql
    .selectFrom('stored_file')
    .select([...columns])
    .where('city_id', '=', reader.cityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Files by their ids, in no order; whoever asks has seen to it that they may be shown. */
export const listFiles = (reader: Reader, ids: readonly string[]) =>
  reader.sql
    .selectFrom('stored_file')
    .select([...columns])
    .where('city_id', '=', reader.cityId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

export type NewFile = {
  readonly id: string
  readonly hash: string
  readonly byteCount: number
  readonly mediaType: string
  readonly name: string
}

/** False when the id is there already: the first file stays. */
export async function insertFile(tx: Tx, file: NewFile): Promise<boolean> {
  const { numAffectedRows } = await fixed`
    insert into stored_file (city_id, id, hash, byte_count, media_type, original_name, uploaded_by, uploaded_at)
    values (${tx.cityId}, ${file.id}, ${file.hash}, ${file.byteCount}, ${file.mediaType}, ${file.name}, ${tx.author.userId}, ${tx.now})
    on conflict (city_id, id) do nothing`.execute(tx.sql)
  return numAffectedRows === 1n
}

/** The hashes of everything a city has stored, each once. */
export async function listHashes(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('stored_file')
    .select('hash')
    .distinct()
    .where('city_id', '=', reader.cityId)
    .orderBy('hash')
    .execute()
  return rows.map(({ hash }) => hash)
}

/** Of some files, those that are pictures and that somebody uploaded themselves. */
export async function listOwnPictures(
  reader: Reader,
  userId: string | null,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0 || userId === null) return []
  const rows = await reader.sql
    .selectFrom('stored_file')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('uploaded_by', '=', userId)
    .where('media_type', 'like', 'image/%')
    .execute()
  return rows.map(({ id }) => id)
}
