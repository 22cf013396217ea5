export { filesRoutes } from './http.ts'
export { addFile, addLocalFile, getImportFile, type ImportFile } from './actions.ts'
export { type FileFault, verifyFiles } from './verification.ts'
