export { checklistRoutes } from './http.ts'
export { checklistWorkbook } from './sheet/export.ts'
export { checklistImport } from './sheet/import.ts'
export { listItemsById, listStandingItems } from './versions/item-queries.ts'
