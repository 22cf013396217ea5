export { columnsInFile, type ImportOutcome, importFile } from './actions.ts'
export { importRoutes } from './http.ts'
export {
  type Decision,
  type ImportContext,
  type ImportKind,
  type ImportRow,
  importKind,
} from './import-kind.ts'
