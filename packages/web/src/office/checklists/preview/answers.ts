import type { ItemAnswer } from '@chuangcheng/domain'
import type { Item } from '../checklist-queries.ts'

/** Whether an answer still answers what the item asks. */
export function fits(item: Item, answer: ItemAnswer): boolean {
  if (answer.kind === 'notApplicable') return true
  if (answer.kind !== item.answer.kind) return false
  if (answer.kind === 'countBands') return bandOf(item, answer.violations) !== undefined
  if (answer.kind !== 'grade' || item.answer.kind !== 'grade') return true
  return item.answer.grades.some(({ grade }) => grade === answer.grade)
}

/** The grade that so many problems earn; undefined while the bands have a hole. */
export function bandOf(item: Item, violations: number) {
  if (item.answer.kind !== 'countBands') return undefined
  return item.answer.bands.find(({ from, to }) => from <= violations && (to === null || violations <= to))
}
