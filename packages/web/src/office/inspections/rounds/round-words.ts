import type { RoundKind, RoundState } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatCount } from '../../../shared/language/format.ts'
import type { Tone } from '../../../shared/ui/status-tag.tsx'

export const kindName = (kind: RoundKind): string => m[`roundKind.${kind}`]()
export const stateName = (state: RoundState): string => m[`roundState.${state}`]()

export const STATE_TONES: Readonly<Record<RoundState, Tone>> = {
  planned: 'caution',
  running: 'active',
  finished: 'plain',
}

const DAY = 86_400_000

type Period = { readonly startsOn: string; readonly endsOn: string; readonly state: RoundState }

/** “还剩 3 天”, “11 月 20 日开始”: what matters of a period today. Days are local dates. */
export function periodWords({ startsOn, endsOn, state }: Period, today: string): string {
  if (state === 'finished') return stateName('finished')
  if (state === 'planned') return m['office.rounds.beginsOn']({ day: startsOn })
  const left = Math.round((Date.parse(endsOn) - Date.parse(today)) / DAY)
  if (left < 0) return m['office.rounds.daysOver']({ days: formatCount(-left) })
  return left === 0 ? m['office.rounds.lastDay']() : m['office.rounds.daysLeft']({ days: formatCount(left) })
}

export const spanWords = ({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn ? startsOn : m['office.ui.fromTo']({ from: startsOn, to: endsOn })
