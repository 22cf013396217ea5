import { comparePoints, sumPoints } from '../framework/points.ts'
import type { Duty } from './duty.ts'

/** What can be wrong with who answers for what (责任缺口与重叠). */
export const DUTY_FLAWS = [
  'no-lead',
  'several-leads',
  'shares-exceed',
  'organization-ended',
  'category-unowned',
  'type-unowned',
] as const
/** One of them (责任缺陷). */
export type DutyFlawCode = (typeof DUTY_FLAWS)[number]

/** Shares are percent of the whole. */
const WHOLE = 100

type Standing = Pick<Duty, 'role' | 'share'>

/** What is wrong with the duties of one criterion that hold on one day. */
export function flawsOfCriterion(duties: readonly Standing[]): DutyFlawCode[] {
  const leads = duties.filter(({ role }) => role === 'lead')
  const shares = duties.flatMap(({ share }) => (share === null ? [] : [share]))
  const flaws: DutyFlawCode[] = []
  if (leads.length === 0) flaws.push('no-lead')
  if (leads.length > 1 && leads.some(({ share }) => share === null)) flaws.push('several-leads')
  if (comparePoints(sumPoints(shares), WHOLE) > 0) flaws.push('shares-exceed')
  return flaws
}
