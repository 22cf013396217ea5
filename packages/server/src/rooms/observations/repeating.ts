import type { Tx } from '../../platform/database/database.ts'
import { addBatch, type NewBatch } from './ledger.ts'
import { repeatInBatch } from './sheet-queries.ts'

/**
 * Enter observations once more (重算后重写), because another number of them stands side by side now; the caller removes the earlier ones.
 * They stay those of the sheet they came from: `batch.sourceId`.
 */
export async function repeatObservations(
  tx: Tx,
  batch: NewBatch,
  keys: readonly { readonly batchId: string; readonly number: number; readonly alongside: number }[],
): Promise<void> {
  await addBatch(tx, batch, [])
  await repeatInBatch(tx, batch.id, keys)
}
