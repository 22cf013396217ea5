import type { Standing } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import type { SelfCheck } from './self-check-queries.ts'

export const standingName = (standing: Standing): string => m[`standing.${standing}`]()

/** What a list of answers can be narrowed to. */
export const ANSWER_FILTERS = ['missing', 'met', 'mostlyMet', 'unmet', 'late'] as const
export type AnswerFilter = (typeof ANSWER_FILTERS)[number]

export const filterName = (filter: AnswerFilter): string => {
  if (filter === 'missing') return m['office.selfChecks.missing']()
  return filter === 'late' ? m['office.selfChecks.late']() : standingName(filter)
}

const DAY = 86_400_000

/** Whole days from one local date to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** “还剩 3 天”, “今天截止”, “已过期 2 天”; closed ones say so. */
export function dueText({ dueOn, closedAt }: Pick<SelfCheck, 'dueOn' | 'closedAt'>, today: string): string {
  if (closedAt !== null) return m['office.selfChecks.closed']()
  const days = daysBetween(today, dueOn)
  if (days === 0) return m['office.selfChecks.dueToday']()
  return days > 0
    ? m['office.selfChecks.daysLeft']({ days: formatCount(days) })
    : m['office.selfChecks.daysOver']({ days: formatCount(-days) })
}

/** 66.7 for two thirds; whole numbers without decimals. Nothing asked is nothing met. */
export const percentOf = (count: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10
