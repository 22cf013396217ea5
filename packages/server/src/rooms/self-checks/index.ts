export { selfCheckRoutes } from './http.ts'
export { countUnanswered } from './queries.ts'
