import type { Reader } from '../../platform/database/database.ts'
import type { BlockHead } from './block-heads.ts'

/** The heads of the latest blocks, as the database has them, by number. */
export async function listNewestBlockHeads(reader: Reader, limit: number): Promise<BlockHead[]> {
  const rows = await reader.sql
    .selectFrom('audit_block')
    .select(['number', 'hash'])
    .where('city_id', '=', reader.cityId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse()
}
