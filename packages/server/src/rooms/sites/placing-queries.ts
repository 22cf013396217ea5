import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { StoredSite } from './register/queries.ts'

/** What is needed to see whether a site still stands in its area. */
export type Standing = Pick<StoredSite, 'code' | 'position' | 'areaId'>

type Row = { code: string; longitude: number; latitude: number; areaId: string | null }

/** Sites that have a position, by code, from the one after `code` on. */
export async function listStandings(reader: Reader, code: string, limit: number): Promise<Standing[]> {
  const { rows } = await sql<Row>`
    select code, longitude, latitude, area_id as "areaId" from site
    where city_id = ${reader.cityId} and longitude is not null and code > ${code}
    order by code limit ${limit}`.execute(reader.sql)
  return rows.map(({ longitude, latitude, ...row }) => ({ ...row, position: { longitude, latitude } }))
}

/** Keep everybody else from changing these sites until we are done, always in the same order. */
export async function lockSites(tx: Tx, codes: readonly string[]): Promise<void> {
  await sql`
    select id from site where city_id = ${tx.cityId} and code = any(${[...codes]}::text[])
    order by id for update`.execute(tx.sql)
}
