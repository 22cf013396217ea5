export { columnsInFile, importFile, type ImportOutcome } from './actions.ts'
export { importRoutes } from './http.ts'
export { type Decision, type ImportContext, type ImportKind, importKind, type ImportRow } from './import-kind.ts'
