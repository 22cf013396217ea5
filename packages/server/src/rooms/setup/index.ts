export { setUpRoutes } from './http.ts'
