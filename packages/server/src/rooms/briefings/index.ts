export { briefingRoutes } from './http.ts'
