import type { Note, Tx } from './platform/database/database.ts'
import { writeNotes } from './rooms/audit/index.ts'
import { raiseRuleBookRevision } from './rooms/inspections/index.ts'

/** What becomes of the notes of a transaction just before it commits: memories that they make out of date learn of it, and the log is written. */
export async function workOffNotes(tx: Tx, notes: readonly Note[]): Promise<void> {
  raiseRuleBookRevision(tx, notes)
  await writeNotes(tx, notes)
}
