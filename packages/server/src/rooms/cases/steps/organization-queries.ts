import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** An organization to which a case is to go. */
export type Receiver = {
  readonly id: string
  readonly name: string
  /** it exists on that day */
  readonly holds: boolean
}

/** Of some ids, the organizations that the city knows; `day` is a local date. */
export async function listReceivers(
  reader: Reader,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Receiver>> {
  const { rows } = await sql<Receiver>`
    select o.id, o.name, o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to >= ${day}::date) as holds
    from organization o where o.city_id = ${reader.cityId} and o.id = any(${[...ids]}::uuid[])`.execute(
    reader.sql,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
