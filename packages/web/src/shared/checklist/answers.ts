import { fails, type ItemAnswer } from '@chuangcheng/domain'
import type { Response } from '../api/client.ts'

/** A checklist item as whoever stands before the site needs it. */
export type AskedItem = Response<'getChecklistVersion'>['items'][number]

export type VerdictProps = {
  item: AskedItem
  answer: ItemAnswer | undefined
  onAnswer: (answer: ItemAnswer) => void
}

/** Whether an answer still answers what the item asks. */
export function fits(item: AskedItem, answer: ItemAnswer): boolean {
  if (answer.kind === 'notApplicable') return true
  if (answer.kind !== item.answer.kind) return false
  if (answer.kind === 'countBands') return bandOf(item, answer.violations) !== undefined
  if (answer.kind !== 'grade' || item.answer.kind !== 'grade') return true
  return item.answer.grades.some(({ grade }) => grade === answer.grade)
}

/** The grade that so many problems earn; undefined while the bands have a hole. */
export function bandOf(item: AskedItem, violations: number) {
  if (item.answer.kind !== 'countBands') return undefined
  return item.answer.bands.find(({ from, to }) => from <= violations && (to === null || violations <= to))
}

/** What says that nothing is wrong; null where only looking can tell: a number has to be read off. */
export function conformingAnswer({ answer }: AskedItem): ItemAnswer | null {
  const said = unchecked(answer)
  return said !== null && !fails(answer, said) ? said : null
}

function unchecked(answer: AskedItem['answer']): ItemAnswer | null {
  switch (answer.kind) {
    case 'binary':
      return { kind: 'binary', conforms: true }
    case 'countBands':
      return { kind: 'countBands', violations: 0 }
    case 'grade': {
      const best = answer.grades.find(({ share }) => share === 1)
      return best ? { kind: 'grade', grade: best.grade } : null
    }
    case 'number':
      return null
  }
}
