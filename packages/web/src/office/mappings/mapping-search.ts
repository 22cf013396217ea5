import { MAPPING_STATES, type MappingState } from '@chuangcheng/domain'
import { oneSaid, textSaid } from '../../shared/address/said-in-address.ts'
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

/** Reads an address; whatever it does not understand it leaves out. */
export function readMappingSearch(search: Record<string, unknown>): MappingSearch {
  return {
    view: oneSaid(['coverage'], search.view),
    state: oneSaid([...MAPPING_STATES, 'all'], search.state),
    checklist: textSaid(search.checklist),
    criterion: textSaid(search.criterion),
    item: textSaid(search.item),
    text: textSaid(search.text),
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
