import type { House } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { roundRoutes } from './http.ts'
import { visitRoutes } from './visits/http.ts'

export { countSitesToVisit } from './mine/assignments.ts'
export { addRound } from './rounds/actions.ts'
export { findRoundIdByName, findVisibleRound } from './rounds/queries.ts'
export { findRoundByName, getVisibleRound } from './rounds/visible.ts'
export { raiseRuleBookRevision } from './rule-book/revision.ts'

export function inspectionRoutes(house: House, store: FileStore): void {
  roundRoutes(house)
  visitRoutes(house, store)
}
