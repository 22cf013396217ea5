import { CASE_STATES, type CaseState } from '@chuangcheng/domain'
import { oneSaid, textSaid } from '../../shared/address/said-in-address.ts'
import type { Query } from '../../shared/api/client.ts'

/** Parts of the list: what the reader has to do, what is overdue, and everything. */
export const CASE_TABS = ['handle', 'verify', 'overdue', 'all'] as const
export type CaseTab = (typeof CASE_TABS)[number]

/** What narrows the list of cases, as it stands in the address. */
export type CaseSearch = {
  readonly tab?: CaseTab | undefined
  readonly state?: CaseState | undefined
  readonly organization?: string | undefined
  readonly area?: string | undefined
  readonly round?: string | undefined
  readonly site?: string | undefined
  readonly text?: string | undefined
}

export const readCaseSearch = (search: Record<string, unknown>): CaseSearch => ({
  tab: oneSaid(CASE_TABS, search.tab),
  state: oneSaid(CASE_STATES, search.state),
  organization: textSaid(search.organization),
  area: textSaid(search.area),
  round: textSaid(search.round),
  site: textSaid(search.site),
  text: textSaid(search.text),
})

/** What a tab and its filters ask the server for. */
export const filtersOf = (tab: CaseTab, search: CaseSearch): Query<'listCases'> => ({
  after: undefined,
  limit: undefined,
  waiting: tab === 'handle' || tab === 'verify' ? tab : undefined,
  overdue: tab === 'overdue' ? true : undefined,
  state: search.state,
  organizationId: search.organization,
  areaId: search.area,
  roundId: search.round,
  siteId: search.site,
  text: search.text,
})

/** Whether something beside the tab narrows the list. */
export const isNarrowed = ({ tab: _tab, ...filters }: CaseSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined)
