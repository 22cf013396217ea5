import { countAlongside } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import {
  listStandingAtPlace,
  lockAmongVisits,
  type NewObservation,
  type Recounted,
} from '../../observations/index.ts'
import { listStandingVisitIds, lockPlannedSite } from './beside-queries.ts'

type Place = { readonly roundId: string; readonly siteId: string }

type Counted = { readonly observations: NewObservation[]; readonly recounted: Recounted[] }

/**
 * Count what a visit observes together with what others observed of the same criteria at its site (并列): all of it is one place. Whoever
 * else counts there waits until this transaction ends; it must have joined the round's collection. A visit that is corrected or voided
 * must not stand any more by then.
 */
export async function countBeside(
  tx: Tx,
  { roundId, siteId }: Place,
  observations: readonly NewObservation[],
  { sheets }: { readonly sheets: boolean },
): Promise<Counted> {
  lockPlannedSite(tx, roundId, siteId)
  if (sheets) lockAmongVisits(tx, roundId)
  const visitIds = await listStandingVisitIds(tx, roundId, siteId)
  const standing = await listStandingAtPlace(tx, { collectionId: roundId, subjectKey: siteId, visitIds })
  const { added, changed } = countAlongside(standing, observations)
  return {
    observations: observations.map((one, at) => ({ ...one, alongside: added[at] ?? 1 })),
    recounted: changed.map(({ one, alongside }) => ({ ...one, alongside })),
  }
}
