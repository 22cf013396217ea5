import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'
import { repeatInBatch, type StandingBeside } from './beside-queries.ts'
import { addBatch, removeObservations } from './ledger.ts'

/** An observation that stands already, with the number of those that stand side by side now (重算并列). */
export type Recounted = Pick<StandingBeside, 'batchId' | 'number' | 'source' | 'sourceId'> & {
  readonly alongside: number
}

/**
 * Enter observations once more (重算后重写), because another number of them stands side by side now; the earlier ones are superseded. They stay
 * those of the visit or the sheet they came from.
 */
export async function recountBeside(
  tx: Tx,
  collectionId: string,
  recounted: readonly Recounted[],
): Promise<void> {
  const bySource = new Map<string, [Recounted, ...Recounted[]]>()
  for (const one of recounted) {
    const known = bySource.get(one.sourceId)
    if (known) known.push(one)
    else bySource.set(one.sourceId, [one])
  }
  for (const keys of bySource.values()) {
    const [{ source, sourceId }] = keys
    const batch = { id: uuidv7(), collectionId, source, sourceId }
    await addBatch(tx, batch, [])
    repeatInBatch(tx, batch.id, keys)
    removeObservations(tx, { keys, byBatchId: batch.id })
  }
}
