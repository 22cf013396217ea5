export { type AreaCode, listAreaCodes } from './queries.ts'
