import { hasFourDecimals, Problem, type Rule } from '@chuangcheng/domain'

/** @throws Problem framework.points-decimals */
export function mustHaveFourDecimals(points: number | null): void {
  if (points !== null && !hasFourDecimals(points)) throw new Problem('framework.points-decimals')
}

/** The numbers of a rule that are reckoned with; bounds and values are as fine as they are measured. */
const RECKONED = new Set(['share', 'full', 'points', 'cap', 'weight'])

function isExact(value: unknown, field: string): boolean {
  if (typeof value === 'number') return !RECKONED.has(field) || hasFourDecimals(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([inner, part]) => isExact(part, inner))
}

/** Whether the shares and points of a rule can be reckoned with exactly. */
export const isRuleExact = (rule: Rule): boolean => isExact(rule, '')
