import type { Note, Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/database/new-ids.ts'
import { sealNotes } from './personal-fields.ts'
import { insertEntries } from './queries.ts'

/** Write what a transaction noted as audit entries, with the transaction: either both are there or neither. */
export async function writeNotes(tx: Tx, notes: readonly Note[]): Promise<void> {
  const sealed = await sealNotes(tx, notes)
  await insertEntries(
    tx,
    sealed.map((note) => ({ id: newId(), ...note })),
  )
}
