export { countGaps, overviewOfSites, type SiteOverview } from './overview-queries.ts'
export { sitesRoutes } from './http.ts'
export { siteImport } from './import/import.ts'
export { siteTypeImport } from './types/import.ts'
