import { countAlongside } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import {
  addBatch,
  listStandingAtPlace,
  type NewObservation,
  type Recounted,
  recountBeside,
  removeVisit,
} from '../../observations/index.ts'
import { listStandingVisitIds, lockPlannedSite } from './entering-queries.ts'

/** What a visit brings into the ledger, or takes out of it. */
type Entry = {
  readonly batchId: string
  /** the visit behind the batch */
  readonly visitId: string
  readonly roundId: string
  readonly siteId: string
  readonly observations: readonly NewObservation[]
  /** the visit whose observations go out; it does not stand any more */
  readonly goes: string | null
  /** others may have observed the same criteria at the site */
  readonly beside: boolean
}

type Counted = { readonly observations: readonly NewObservation[]; readonly recounted: readonly Recounted[] }

/** Count what a visit observes together with what others observed at its site (并列). Whoever else counts there waits. */
async function countBeside(tx: Tx, { roundId, siteId, observations }: Entry): Promise<Counted> {
  lockPlannedSite(tx, roundId, siteId)
  const visitIds = await listStandingVisitIds(tx, roundId, siteId)
  const standing = await listStandingAtPlace(tx, { collectionId: roundId, subjectKey: siteId, visitIds })
  const { added, changed } = countAlongside(standing, observations)
  return {
    observations: observations.map((one, at) => ({ ...one, alongside: added[at] ?? 1 })),
    recounted: changed.map(({ one, alongside }) => ({ ...one, alongside })),
  }
}

/**
 * Enter what a visit observed (观测入账): all that was observed of a criterion at its site is one place, whoever saw it. The transaction must
 * have joined the round's collection, so that no sheet comes in meanwhile.
 */
export async function enterObservations(tx: Tx, entry: Entry): Promise<void> {
  const { batchId, visitId, roundId, goes } = entry
  const { observations, recounted } = entry.beside
    ? await countBeside(tx, entry)
    : { observations: entry.observations, recounted: [] }
  await addBatch(tx, { id: batchId, collectionId: roundId, source: 'visit', sourceId: visitId }, observations)
  if (goes !== null) removeVisit(tx, { visitId: goes, byBatchId: batchId })
  await recountBeside(tx, roundId, recounted)
}
