import { compareExactly, type Fraction, ONE, ZERO } from '../framework/fraction.ts'
import type { SiteObservation } from '../framework/observation.ts'
import { otherKind, reaches, shareAtSite } from '../framework/share.ts'
import type { AnswerKind, ChecklistItem } from './checklist.ts'

/** What an inspector answers to one item at one site (检查项答案). */
export type ItemAnswer =
  | { readonly kind: 'notApplicable' }
  | SiteObservation
  | { readonly kind: 'number'; readonly value: number }

/** What an answer is worth (答案得分比例); a number without a target is recorded and not judged (只记录，不评判). */
export type AnswerWorth =
  | { readonly kind: 'share'; readonly share: Fraction }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'notJudged' }

/** Exact; a number reaches its target or earns nothing. An answer of another kind than the item asks for throws a RangeError. */
export function shareOfAnswer(asked: AnswerKind, answer: ItemAnswer): AnswerWorth {
  if (answer.kind === 'notApplicable') return answer
  if (asked.kind === 'number') {
    if (answer.kind !== 'number') throw new RangeError(`a number was asked for, not ${answer.kind}`)
    if (asked.target === null) return { kind: 'notJudged' }
    return { kind: 'share', share: reaches(answer.value, asked.target, asked.direction) ? ONE : ZERO }
  }
  if (answer.kind === 'number') throw otherKind(asked.kind, answer.kind)
  return { kind: 'share', share: shareAtSite(asked, answer) }
}

/** Whether an answer fails (不符合): it was judged and earns less than everything. */
export function fails(asked: AnswerKind, answer: ItemAnswer): boolean {
  const worth = shareOfAnswer(asked, answer)
  return worth.kind === 'share' && compareExactly(worth.share, ONE) < 0
}

/** Whether a photo (照片) is asked for: only of what fails, and only where the item says so. */
export const asksForPhoto = (item: Pick<ChecklistItem, 'answer' | 'photo'>, answer: ItemAnswer): boolean =>
  item.photo === 'onFailure' && fails(item.answer, answer)
