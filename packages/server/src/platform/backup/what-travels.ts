import type { Places } from '../engine/places.ts'
import type { TableShape } from './catalog.ts'

/** What a backup carries beside all rows; the composition root says it, because only it knows the tables. */
export type WhatTravels = {
  /** Tables that arrive empty. */
  readonly tablesWithoutRows: readonly string[]
  /** Statement that answers `hash` of every file the rows refer to. */
  readonly fileHashes: string
}

export type BackupPlaces = Pick<Places, 'files' | 'keys' | 'auditHeads'>

/** The tables whose rows are carried. None of them may need a row of a table that arrives empty. */
export function carriedTables(
  tables: readonly TableShape[],
  { tablesWithoutRows }: WhatTravels,
): TableShape[] {
  const carried = tables.filter(({ name }) => !tablesWithoutRows.includes(name))
  for (const { name, refersTo } of carried) {
    const missing = refersTo.find((other) => tablesWithoutRows.includes(other))
    if (missing) throw new Error(`${name} refers to ${missing}, whose rows do not travel`)
  }
  return carried
}
