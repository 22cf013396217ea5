export { columnsInFile, type ImportOutcome, importFile } from './actions.ts'
export { importRoutes, shownFindings } from './http.ts'
export {
  type Decision,
  type ImportContext,
  type ImportKind,
  type ImportRow,
  importKind,
  shownCell,
} from './import-kind.ts'
export { findMapping, insertRun, type NamedColumns, rememberMapping } from './queries.ts'
