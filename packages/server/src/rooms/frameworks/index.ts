export { frameworkRoutes } from './http.ts'
export { type Criterion, listCriteria } from './nodes/criteria.ts'
export {
  type FrameworkNode,
  listNodes,
  listPlaces,
  type NewNode,
} from './nodes/queries.ts'
export { addFramework } from './versions/actions.ts'
export { copyVersion, lockDraft, markPublished, recordDone, replaceTree } from './versions/drafts.ts'
export { getVersion, getVersionPage } from './versions/page.ts'
export { type FrameworkVersion, findVersion, listFrameworks } from './versions/queries.ts'
