import type { Standing } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import { daysBetween } from './figures.ts'
import type { SelfCheck } from './self-check-queries.ts'

export const standingName = (standing: Standing): string => m[`standing.${standing}`]()

/** What a list of answers can be narrowed to. */
export const ANSWER_FILTERS = ['missing', 'met', 'mostlyMet', 'unmet', 'late'] as const
export type AnswerFilter = (typeof ANSWER_FILTERS)[number]

export const filterName = (filter: AnswerFilter): string => {
  if (filter === 'missing') return m['office.selfChecks.missing']()
  return filter === 'late' ? m['office.selfChecks.late']() : standingName(filter)
}

/** “还剩 3 天”, “今天截止”, “已逾期 2 天”; closed ones say so. */
export function dueText({ dueOn, closedAt }: Pick<SelfCheck, 'dueOn' | 'closedAt'>, today: string): string {
  if (closedAt !== null) return m['office.selfChecks.closed']()
  const days = daysBetween(today, dueOn)
  if (days === 0) return m['office.selfChecks.dueToday']()
  return days > 0
    ? m['office.selfChecks.daysLeft']({ days: formatCount(days) })
    : m['office.selfChecks.daysOver']({ days: formatCount(-days) })
}
