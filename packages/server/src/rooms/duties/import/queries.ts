import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** The sites that these codes name. */
export async function listSiteIds(reader: Reader, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`select code, id from site
    where city_id = ${reader.cityId} and code = any(${[...codes]}::text[])`.execute(reader.sql)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

type Named = { readonly id: string; readonly code: string; readonly name: string }

export async function listSiteTypeNames(reader: Reader): Promise<Named[]> {
  const { rows } =
    await sql<Named>`select id, code, name from site_type where city_id = ${reader.cityId}`.execute(
      reader.sql,
    )
  return rows
}

/** Areas that exist on a day, by code and name. */
export async function listAreaNames(reader: Reader, day: string): Promise<Named[]> {
  const { rows } = await sql<Named>`select id, code, name from area
    where city_id = ${reader.cityId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)`.execute(
    reader.sql,
  )
  return rows
}

export type CodedCriterion = { readonly id: string; readonly versionId: string; readonly code: string }

/** Criteria of versions that are not withdrawn, by their codes as they stand. */
export async function listCodedCriteria(reader: Reader): Promise<CodedCriterion[]> {
  const { rows } = await sql<CodedCriterion>`
    select n.id, n.version_id as "versionId", n.code from framework_node n
    join framework_version v on v.city_id = n.city_id and v.id = n.version_id
    where n.city_id = ${reader.cityId} and n.kind = 'criterion' and v.state <> 'withdrawn'`.execute(
    reader.sql,
  )
  return rows
}
