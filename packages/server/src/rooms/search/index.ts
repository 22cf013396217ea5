export { searchRoutes } from './http.ts'
export { foundByWords, putIntoSearch, removeFromSearch, type SearchEntry } from './queries.ts'
