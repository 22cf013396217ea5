export { carryOverMappings } from './actions.ts'
export { mappingRoutes } from './http.ts'
export { countMappings } from './queries.ts'
