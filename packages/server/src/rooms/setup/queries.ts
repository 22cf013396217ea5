import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** Cities are founded one after the other, so that two of the same code cannot stand up side by side. */
export async function lockFounding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('found-city', 0))`.execute(tx.sql)
}

export async function insertCity(tx: Tx, city: { code: string; name: string }): Promise<void> {
  await tx.sql
    .insertInto('city')
    .values({ city_id: tx.cityId, code: city.code, name: city.name, created_at: tx.now })
    .execute()
}

export async function getCity(reader: Reader) {
  return reader.sql
    .selectFrom('city')
    .select(['city_id as id', 'code', 'name', 'created_at as createdAt'])
    .where('city_id', '=', reader.cityId)
    .executeTakeFirstOrThrow()
}

/** The city's row, held until the transaction ends, so that two changes are recorded one after the other. */
export async function lockCity(tx: Tx) {
  return tx.sql
    .selectFrom('city')
    .select(['code', 'name'])
    .where('city_id', '=', tx.cityId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function renameCity(tx: Tx, name: string): Promise<void> {
  await tx.sql.updateTable('city').set({ name }).where('city_id', '=', tx.cityId).execute()
}
