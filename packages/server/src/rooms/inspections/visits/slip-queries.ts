import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** What a slip says beside the visit: the city's name, and the address of the site. */
export async function findCityName(
  reader: Reader,
  visitId: string,
): Promise<{ cityName: string; address: string }> {
  const { rows } = await sql<{ cityName: string; address: string }>`
    select c.name as "cityName", coalesce((select s.address from site_visit v
      join site s on s.city_id = v.city_id and s.id = v.site_id
      where v.city_id = c.city_id and v.id = ${visitId}), '') as address
    from city c where c.city_id = ${reader.cityId}`.execute(reader.sql)
  return rows[0] ?? { cityName: '', address: '' }
}
