import { MAPPING_STATES, type MappingState } from '@chuangcheng/domain'
import type { TieFilters } from './mapping-queries.ts'

/** What the address says: going through the ties (the usual) or the coverage, and which ties. */
export type MappingSearch = {
  readonly view?: 'coverage' | undefined
  /** `all` = whatever their state; nothing said = those to be decided */
  readonly state?: MappingState | 'all' | undefined
  readonly checklist?: string | undefined
  readonly criterion?: string | undefined
  readonly item?: string | undefined
  readonly text?: string | undefined
}

const text = (value: unknown): string | undefined => {
  // “?text=110” arrives as a number.
  const said = typeof value === 'number' ? String(value) : value
  return typeof said === 'string' && said !== '' ? said : undefined
}
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value)

/** Reads an address; whatever it does not understand it leaves out. */
export function readMappingSearch(search: Record<string, unknown>): MappingSearch {
  return {
    view: oneOf(['coverage'], search.view),
    state: oneOf([...MAPPING_STATES, 'all'], search.state),
    checklist: text(search.checklist),
    criterion: text(search.criterion),
    item: text(search.item),
    text: text(search.text),
  }
}

/** The filters as the API takes them; of one item or criterion everything is shown. */
export const filtersOf = ({ state, checklist, criterion, item, text: words }: MappingSearch): TieFilters => ({
  state: stateOf(state, item !== undefined || criterion !== undefined),
  checklistId: checklist,
  criterionId: criterion,
  itemId: item,
  text: words,
})

function stateOf(state: MappingSearch['state'], ofOne: boolean): MappingState | undefined {
  if (state === 'all') return undefined
  return state ?? (ofOne ? undefined : 'guess')
}
