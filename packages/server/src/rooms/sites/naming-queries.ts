import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** What has a new name, by id. */
export type Renamed = { readonly typeIds: readonly string[]; readonly areaIds: readonly string[] }

/** The codes of the sites of these types or in these very areas, from the one after `code` on. */
export async function listCodesOf(
  reader: Reader,
  { typeIds, areaIds }: Renamed,
  code: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from site where city_id = ${reader.cityId} and code > ${code}
      and (type_id = any(${[...typeIds]}::uuid[]) or area_id = any(${[...areaIds]}::uuid[]))
    order by code limit ${limit}`.execute(reader.sql)
  return rows.map((row) => row.code)
}
