import { asksForPhoto, fails, type ItemAnswer } from '../checklist/answer.ts'
import type { AnswerKind, ChecklistItem } from '../checklist/checklist.ts'
import { Problem } from '../problem.ts'

/** What an inspector sent for one item (检查项作答): the answer, words, and photos by their files' ids. */
export type AnsweredItem = {
  readonly itemId: string
  readonly answer: ItemAnswer
  readonly note: string
  readonly photoIds: readonly string[]
}

/** An answer held against its item (已判定的作答). */
export type JudgedAnswer = AnsweredItem & { readonly item: ChecklistItem; readonly failed: boolean }

/** What is wrong with an answer (答案缺陷). */
export type AnswerFlaw = 'kind' | 'grade' | 'violations' | 'decimals'

/** Numbers are kept with so many decimals. */
const DECIMALS = 4

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0
const isKeepable = (value: number): boolean => Number(value.toFixed(DECIMALS)) === value

/** Why an answer is none to what was asked; null = it is one. */
export function flawOfAnswer(asked: AnswerKind, answer: ItemAnswer): AnswerFlaw | null {
  if (answer.kind === 'notApplicable') return null
  if (asked.kind !== answer.kind) return 'kind'
  switch (answer.kind) {
    case 'binary':
      return null
    case 'countBands':
      return isCount(answer.violations) ? null : 'violations'
    case 'number':
      return isKeepable(answer.value) ? null : 'decimals'
    case 'grade':
      return asked.kind === 'grade' && asked.grades.some(({ grade }) => grade === answer.grade)
        ? null
        : 'grade'
  }
}

type Evidence = {
  /** files that are pictures of whoever sends them */
  readonly pictureIds: ReadonlySet<string>
}

/**
 * Hold answers against the version of a checklist they were given under, in the order of the checklist. What was not answered was not
 * observed; it may be left out.
 * @throws Problem visit.item-unknown · visit.item-twice · visit.answer-invalid · visit.photo-unknown · visit.photo-needed
 */
export function judgeAnswers(
  items: readonly ChecklistItem[],
  answers: readonly AnsweredItem[],
  evidence: Evidence,
): JudgedAnswer[] {
  const given = new Map<string, AnsweredItem>()
  const known = new Map(items.map((item) => [item.id, item]))
  for (const [index, answer] of answers.entries()) {
    const item = known.get(answer.itemId)
    if (!item) throw new Problem('visit.item-unknown', { position: index + 1 })
    if (given.has(item.id)) throw new Problem('visit.item-twice', { item: item.text })
    given.set(item.id, answer)
  }
  return items.flatMap((item) => {
    const answer = given.get(item.id)
    return answer ? [judged(item, answer, evidence)] : []
  })
}

function judged(item: ChecklistItem, answered: AnsweredItem, { pictureIds }: Evidence): JudgedAnswer {
  const { answer, photoIds } = answered
  const flaw = flawOfAnswer(item.answer, answer)
  if (flaw) {
    const grade = answer.kind === 'grade' ? answer.grade : ''
    throw new Problem('visit.answer-invalid', { item: item.text, reason: `answerFlaw.${flaw}`, grade })
  }
  if (!photoIds.every((id) => pictureIds.has(id)))
    throw new Problem('visit.photo-unknown', { item: item.text })
  if (photoIds.length === 0 && asksForPhoto(item, answer))
    throw new Problem('visit.photo-needed', { item: item.text, purpose: item.photoPurpose })
  return { ...answered, item, failed: fails(item.answer, answer) }
}
