import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

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
