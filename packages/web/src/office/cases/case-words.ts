import { type CaseState, type CaseStepKind, type HandoverGround, RUNNING_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatDay } from '../../shared/language/format.ts'
import type { Tone } from '../../shared/ui/status-tag.tsx'
import type { CaseRow, Likely } from './case-queries.ts'

export const stateName = (state: CaseState): string => m[`caseState.${state}`]()
export const groundName = (ground: HandoverGround): string => m[`handoverGround.${ground}`]()
export const likelyName = (ground: Likely['ground']): string => m[`office.cases.likely.${ground}`]()
export const stepName = (step: CaseStepKind): string => m[`office.cases.done.${step}`]()

const TONES: Readonly<Record<CaseState, Tone>> = {
  unassigned: 'caution',
  assigned: 'caution',
  accepted: 'active',
  rectified: 'active',
  returned: 'alarm',
  closed: 'good',
  withdrawn: 'plain',
}
export const stateTone = (state: CaseState): Tone => TONES[state]

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Nearer than a day a deadline is counted in hours. */
const SOON = DAY

export type Due = { readonly text: string; readonly tone: Tone }

const isRunning = (state: CaseState): boolean => RUNNING_STATES.some((running) => running === state)

/** How long there is left to put it right, or when it was; `now` in milliseconds. */
export function dueOf({ state, dueAt, rectifiedAt, closedAt }: CaseRow, now: number): Due {
  if (!isRunning(state)) {
    const ended = closedAt ?? rectifiedAt
    return { text: ended === null ? '' : m['office.cases.endedOn']({ day: formatDay(ended) }), tone: 'plain' }
  }
  const left = Date.parse(dueAt) - now
  const away = Math.abs(left)
  const count = away < SOON ? Math.max(1, Math.floor(away / HOUR)) : Math.floor(away / DAY)
  if (left < 0) {
    const text = away < SOON ? m['office.cases.hoursOver']({ count }) : m['office.cases.daysOver']({ count })
    return { text, tone: 'alarm' }
  }
  const text = away < SOON ? m['office.cases.hoursLeft']({ count }) : m['office.cases.daysLeft']({ count })
  return { text, tone: away < SOON ? 'caution' : 'plain' }
}

/** The last moment of a local day in the city, as an instant: a deadline says a day, and the day counts whole. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59+08:00`).toISOString()

/** The local day so many days from now, as YYYY-MM-DD. */
export const dayFromNow = (days: number, now: Date): string =>
  formatDay(new Date(now.getTime() + days * DAY).toISOString())
