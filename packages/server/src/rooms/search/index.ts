export { searchRoutes } from './http.ts'
export { foundByWords, putIntoSearch, type SearchEntry } from './queries.ts'
