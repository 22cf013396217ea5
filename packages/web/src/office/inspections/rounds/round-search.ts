import { VISIT_STATES, type VisitState } from '@chuangcheng/domain'
import { oneSaid, textSaid } from '../../../shared/address/said-in-address.ts'

/** What narrows the planned sites of a round, as it stands in the address. */
export type PlannedSearch = {
  readonly type?: string | undefined
  readonly area?: string | undefined
  /** a team's id, or `none` for sites without one */
  readonly team?: string | undefined
  readonly visited?: 'yes' | 'no' | undefined
  readonly text?: string | undefined
}

export const readPlannedSearch = (search: Record<string, unknown>): PlannedSearch => ({
  type: textSaid(search.type),
  area: textSaid(search.area),
  team: textSaid(search.team),
  visited: oneSaid(['yes', 'no'] as const, search.visited),
  text: textSaid(search.text),
})

/** What narrows the visits of a round. */
export type VisitsSearch = {
  readonly type?: string | undefined
  readonly area?: string | undefined
  readonly team?: string | undefined
  readonly state?: VisitState | undefined
  readonly failed?: boolean | undefined
}

export const readVisitsSearch = (search: Record<string, unknown>): VisitsSearch => ({
  type: textSaid(search.type),
  area: textSaid(search.area),
  team: textSaid(search.team),
  state: oneSaid(VISIT_STATES, search.state),
  failed: search.failed === true ? true : undefined,
})
