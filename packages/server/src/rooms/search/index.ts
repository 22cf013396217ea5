export { searchRoutes } from './http.ts'
export { putIntoSearch, removeFromSearch, type SearchEntry } from './queries.ts'
