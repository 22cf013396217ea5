export { workbenchRoutes } from './http.ts'
