export { checklistRoutes } from './http.ts'
export { checklistWorkbook } from './sheet/export.ts'
export { checklistImport } from './sheet/import.ts'
export {
  type KnownItem,
  listItemsById,
  listStandingItems,
  type StandingItem,
} from './versions/item-queries.ts'
