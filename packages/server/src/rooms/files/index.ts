export { filesRoutes } from './http.ts'
export { addLocalFile, getImportFile, type ImportFile } from './actions.ts'
