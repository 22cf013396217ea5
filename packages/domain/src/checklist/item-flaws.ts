import { hasFourDecimals } from '../framework/points.ts'
import { type FlawPath, flawNotes, type RuleFlawCode } from '../framework/rule-flaw.ts'
import { noteBands, noteGrades } from '../framework/rule-flaws-of-scales.ts'
import type { ProblemParams } from '../problem.ts'
import type { ChecklistItem } from './checklist.ts'

/** What else may be wrong with an item; each has its text `itemFlaw.<code>` in both languages. */
export const ITEM_FLAW_CODES = [
  'code-missing',
  'text-missing',
  'dimension-missing',
  'unit-missing',
  'purpose-missing',
  'exemption-blank',
  'exemption-twice',
  'weight-invalid',
] as const
export type ItemFlawCode = (typeof ITEM_FLAW_CODES)[number]

/** What keeps an item from being published (检查项缺陷): its own, or one of its bands or grades. */
export type ItemFlaw = {
  readonly code: ItemFlawCode | RuleFlawCode
  readonly params: ProblemParams
  readonly path: FlawPath
}

/** Everything that keeps an item from being published; none = it can be. */
export function itemFlaws(item: ChecklistItem): readonly ItemFlaw[] {
  const flaws: ItemFlaw[] = []
  const own = (code: ItemFlawCode, path: FlawPath, params: ProblemParams = {}) =>
    flaws.push({ code, params, path })
  if (item.code.trim() === '') own('code-missing', ['code'])
  if (item.text.trim() === '') own('text-missing', ['text'])
  if (item.dimension.trim() === '') own('dimension-missing', ['dimension'])
  if (item.photo === 'onFailure' && item.photoPurpose.trim() === '') own('purpose-missing', ['photoPurpose'])
  if (!(item.weight >= 0 && hasFourDecimals(item.weight))) own('weight-invalid', ['weight'])
  for (const [index, exemption] of item.exemptions.entries()) {
    if (exemption.trim() === '') own('exemption-blank', ['exemptions', index], { row: index + 1 })
    else if (item.exemptions.indexOf(exemption) < index)
      own('exemption-twice', ['exemptions', index], { row: index + 1 })
  }
  return [...flaws, ...answerFlaws(item)]
}

function answerFlaws({ answer }: ChecklistItem): readonly ItemFlaw[] {
  const flaws: ItemFlaw[] = []
  const notes = flawNotes<ItemFlaw['code']>(flaws, ['answer'])
  if (answer.kind === 'countBands') noteBands(answer.bands, notes.within('bands'))
  if (answer.kind === 'grade') noteGrades(answer.grades, notes.within('grades'))
  if (answer.kind === 'number' && answer.unit.trim() === '') notes.note('unit-missing', ['unit'])
  return flaws
}
