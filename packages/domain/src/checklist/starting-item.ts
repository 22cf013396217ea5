import { USUAL_BANDS, USUAL_GRADES } from '../framework/default-rule.ts'
import type { AnswerKind, ChecklistItem } from './checklist.ts'

const STARTING_ANSWERS: { readonly [K in AnswerKind['kind']]: Extract<AnswerKind, { kind: K }> } = {
  binary: { kind: 'binary' },
  countBands: { kind: 'countBands', bands: USUAL_BANDS },
  grade: { kind: 'grade', grades: USUAL_GRADES },
  number: { kind: 'number', unit: '', direction: 'atLeast', target: null },
}

/** What an editor starts with when a way of answering is picked. */
export const startingAnswer = (kind: AnswerKind['kind']): AnswerKind => STARTING_ANSWERS[kind]

/**
 * A new item: it conforms or not; a failure is photographed for the purpose given and handed over. Protocol and exemptions are
 * empty until somebody prescribes them.
 */
export const startingItem = (given: {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly dimension: string
  readonly photoPurpose: string
}): ChecklistItem => ({
  ...given,
  answer: startingAnswer('binary'),
  protocol: '',
  exemptions: [],
  photo: 'onFailure',
  handOver: true,
  weight: 1,
  guesses: [],
})
