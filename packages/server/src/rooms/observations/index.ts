export {
  joinCollection,
  listStandingAtPlace,
  listStandingBesideSheets,
  lockCollection,
  type StandingBeside,
} from './beside-queries.ts'
export { foldCity, startFolding } from './folding.ts'
export { addBatch, addCollection, removeObservations, removeVisit } from './ledger.ts'
export type { NewObservation } from './ledger-queries.ts'
export { type ListedObservation, listObservations } from './list-queries.ts'
export { type Recounted, recountBeside } from './recounting.ts'
export { listStandingAt, type StandingObservation } from './standing-queries.ts'
export { readFolded, readTallies, readTalliesAt } from './tallies.ts'
export { type TallyFault, verifyTallies } from './verification.ts'
