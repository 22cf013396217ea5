import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** Criteria of a version that some checklist item observes, with how many items do; guesses do not count. */
export async function countConfirmedMappings(
  reader: Reader,
  versionId: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select criterion_id as id, count(*)::int as count from item_criterion
    where city_id = ${reader.cityId} and version_id = ${versionId} and state = 'confirmed'
    group by criterion_id`.execute(reader.sql)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
