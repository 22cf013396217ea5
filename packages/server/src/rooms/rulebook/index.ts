export { rulebookRoutes } from './http.ts'
