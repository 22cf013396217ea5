import { asksForPhoto, fails, type ItemAnswer } from '@chuangcheng/domain'
import type { Body } from '../../../shared/api/client.ts'
import { type AskedItem, conformingAnswer, fits } from '../../../shared/checklist/answers.ts'

/** What has been said to one item so far; a note may come before the answer. */
export type Given = {
  readonly answer: ItemAnswer | null
  readonly note: string
  readonly photoIds: readonly string[]
}

export type TakenPosition = NonNullable<Body<'submitVisit'>['position']>

/** A visit that is being recorded; it lies on the device until it was sent. */
export type VisitDraft = {
  readonly visitId: string
  readonly startedAt: string
  /** the moment it was first sent: the same visit sent again must say the same; null = being answered */
  readonly finishedAt: string | null
  readonly position: TakenPosition | null
  /** why it corrects an earlier one; else '' */
  readonly reason: string
  readonly given: Readonly<Record<string, Given>>
}

const NOTHING: Given = { answer: null, note: '', photoIds: [] }

export const startDraft = (visitId: string, startedAt: string): VisitDraft => ({
  visitId,
  startedAt,
  finishedAt: null,
  position: null,
  reason: '',
  given: {},
})

export const givenTo = (draft: VisitDraft, itemId: string): Given => draft.given[itemId] ?? NOTHING

/** What still answers the item as it is asked now; null while nothing does. */
export function answerOf(draft: VisitDraft, item: AskedItem): ItemAnswer | null {
  const { answer } = givenTo(draft, item.id)
  return answer !== null && fits(item, answer) ? answer : null
}

/** Whatever is changed is another visit than the one that was sent. */
const change = (draft: VisitDraft, part: Partial<VisitDraft>): VisitDraft => ({
  ...draft,
  finishedAt: null,
  ...part,
})

export const withGiven = (draft: VisitDraft, itemId: string, part: Partial<Given>): VisitDraft =>
  change(draft, { given: { ...draft.given, [itemId]: { ...givenTo(draft, itemId), ...part } } })

export const withPhoto = (draft: VisitDraft, itemId: string, photoId: string): VisitDraft =>
  withGiven(draft, itemId, { photoIds: [...givenTo(draft, itemId).photoIds, photoId] })

export const withoutPhoto = (draft: VisitDraft, itemId: string, photoId: string): VisitDraft =>
  withGiven(draft, itemId, { photoIds: givenTo(draft, itemId).photoIds.filter((id) => id !== photoId) })

export const withPosition = (draft: VisitDraft, position: TakenPosition | null): VisitDraft =>
  change(draft, { position })

export const withReason = (draft: VisitDraft, reason: string): VisitDraft => change(draft, { reason })

/** Everything that was not answered conforms (其余全部符合); what has to be measured stays open. */
export function restConforms(draft: VisitDraft, items: readonly AskedItem[]): VisitDraft {
  const filled = items.flatMap((item) => {
    const answer = answerOf(draft, item) === null ? conformingAnswer(item) : null
    return answer === null ? [] : [[item.id, { ...givenTo(draft, item.id), answer }] as const]
  })
  return change(draft, { given: { ...draft.given, ...Object.fromEntries(filled) } })
}

export type VisitProgress = {
  readonly answered: number
  readonly failed: number
  readonly open: readonly AskedItem[]
  /** items that fail and whose photo is missing */
  readonly photoless: readonly AskedItem[]
}

/** How far a visit is, and what is still asked for. */
export function progressOf(draft: VisitDraft, items: readonly AskedItem[]): VisitProgress {
  const open: AskedItem[] = []
  const photoless: AskedItem[] = []
  let failed = 0
  for (const item of items) {
    const answer = answerOf(draft, item)
    if (answer === null) open.push(item)
    else if (fails(item.answer, answer)) {
      failed += 1
      if (asksForPhoto(item, answer) && givenTo(draft, item.id).photoIds.length === 0) photoless.push(item)
    }
  }
  return { answered: items.length - open.length, failed, open, photoless }
}

/** Answers as they are sent. Photos go only with what fails and asks for them: what conforms is never photographed. */
export const answersOf = (draft: VisitDraft, items: readonly AskedItem[]): Body<'submitVisit'>['answers'] =>
  items.flatMap((item) => {
    const answer = answerOf(draft, item)
    if (answer === null) return []
    const { note, photoIds } = givenTo(draft, item.id)
    return [
      {
        itemId: item.id,
        answer,
        note: note.trim(),
        photoIds: asksForPhoto(item, answer) ? [...photoIds] : [],
      },
    ]
  })
