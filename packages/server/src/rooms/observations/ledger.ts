import type { Tx } from '../../platform/database/database.ts'
import {
  insertionOfBatch,
  insertionOfCollection,
  insertionOfObservations,
  type NewObservation,
  removalOfObservations,
  removalOfVisit,
} from './ledger-queries.ts'

/** So many observations travel in one statement. */
const AT_ONCE = 2_000

/** What came in together: one visit, or one uploaded sheet. */
export type NewBatch = {
  readonly id: string
  readonly collectionId: string
  readonly source: 'visit' | 'sheet'
  /** the visit or the sheet behind it */
  readonly sourceId: string
}

/** Open the ledger of a round: its collection has the round's id. Goes out with the transaction's next statement. */
export function addCollection(
  tx: Tx,
  collection: { readonly id: string; readonly versionId: string; readonly name: string },
): void {
  tx.send(insertionOfCollection(tx, collection))
}

/**
 * Enter what was observed. Nobody needs an answer, so all of it travels with the transaction's next statement, or piece by piece where
 * it is a whole sheet. A batch may be empty: it then only supersedes others.
 */
export async function addBatch(
  tx: Tx,
  batch: NewBatch,
  observations: readonly NewObservation[],
): Promise<void> {
  tx.send(insertionOfBatch(tx, batch))
  for (let from = 0; from < observations.length; from += AT_ONCE) {
    const insertion = insertionOfObservations(tx, batch, observations.slice(from, from + AT_ONCE), from)
    if (observations.length > AT_ONCE) await insertion.execute(tx.sql)
    else tx.send(insertion)
  }
}

/** All that still stands of a visit is superseded by a later batch, which must have been added. */
export function removeVisit(tx: Tx, { visitId, byBatchId }: { visitId: string; byBatchId: string }): void {
  tx.send(removalOfVisit(tx, visitId, byBatchId))
}

/** Single observations are superseded by a later batch, which must have been added. */
export function removeObservations(
  tx: Tx,
  removal: {
    readonly keys: readonly { readonly batchId: string; readonly number: number }[]
    readonly byBatchId: string
  },
): void {
  if (removal.keys.length > 0) tx.send(removalOfObservations(tx, removal.keys, removal.byBatchId))
}
