export { addLocalFile, getImportFile, type ImportFile, storeBytes } from './actions.ts'
export { filesRoutes } from './http.ts'
export { insertFile } from './queries.ts'
export { type FileFault, verifyFiles } from './verification.ts'
