export { checklistRoutes } from './http.ts'
export {
  type KnownItem,
  listItemsById,
  listStandingItems,
  type StandingItem,
} from './versions/item-queries.ts'
