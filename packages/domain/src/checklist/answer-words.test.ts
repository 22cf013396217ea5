import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswerWords, writeAnswerWords } from './answer-words.ts'
import type { AnswerKind } from './checklist.ts'

const word = fc.string({ maxLength: 12 }).filter((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text))
const number: fc.Arbitrary<AnswerKind> = fc.record({
  kind: fc.constant('number' as const),
  unit: word,
  direction: fc.constantFrom('atLeast' as const, 'atMost' as const),
  target: fc.option<number>(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100 + 0)),
})

describe('a way of answering in words', () => {
  it('is read back equal', () => {
    const share = fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000)
    const grades = fc.array(fc.record({ grade: word, share, meaning: word }), { minLength: 1, maxLength: 4 })
    const grade = grades.map((each): AnswerKind => ({ kind: 'grade', grades: each }))
    const binary = fc.constant<AnswerKind>({ kind: 'binary' })
    fc.assert(
      fc.property(fc.oneof(number, grade, binary), (answer) => {
        expect(readAnswerWords(writeAnswerWords(answer))).toEqual(answer)
      }),
    )
  })

  it.each([
    ['数值：单位=%；不低于=99', { kind: 'number', unit: '%', direction: 'atLeast', target: 99 }],
    ['数值:单位=起;不高于=待定', { kind: 'number', unit: '起', direction: 'atMost', target: null }],
    ['是否', { kind: 'binary' }],
  ])('%s is understood', (words, answer) => {
    expect(readAnswerWords(words)).toEqual(answer)
  })

  it.each(['数值', '数值：不低于=3', '数值：单位=%；约=3', '数值：单位=%；不低于=多', '随便', ''])(
    '%s is not understood',
    (words) => expect(readAnswerWords(words)).toBeNull(),
  )
})
