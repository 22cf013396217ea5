export { addFile, addLocalFile, getImportFile, type ImportFile } from './actions.ts'
export { filesRoutes } from './http.ts'
export { type FileFault, verifyFiles } from './verification.ts'
