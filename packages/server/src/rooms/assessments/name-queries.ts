import type { TallyDimension } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** What a part of a score is called, and where it sits. */
export type NamedPart = { readonly id: string; readonly name: string; readonly areaId: string | null }

const REGISTERS = {
  district: sql`select id, code, name, id as area_id, city_id from area`,
  subdistrict: sql`select id, code, name, id as area_id, city_id from area`,
  siteType: sql`select id, code, name, null::uuid as area_id, city_id from site_type`,
  organization: sql`select id, code, name, area_id, city_id from organization`,
} as const satisfies Record<TallyDimension, unknown>

/** Names of the parts of a breakdown, in the order of their register. */
export async function listNames(
  reader: Reader,
  dimension: TallyDimension,
  ids: readonly string[],
): Promise<NamedPart[]> {
  const { rows } = await sql<NamedPart>`
    select r.id, r.name, r.area_id as "areaId" from (${REGISTERS[dimension]}) r
    where r.city_id = ${reader.cityId} and r.id = any(${[...ids]}::uuid[]) order by r.code`.execute(
    reader.sql,
  )
  return rows
}
