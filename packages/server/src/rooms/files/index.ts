export { filesRoutes } from './http.ts'
export { addFile, addLocalFile, getImportFile, type ImportFile } from './actions.ts'
