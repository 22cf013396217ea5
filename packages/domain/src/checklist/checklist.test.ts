import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareExactly, exactly, ONE, ZERO } from '../framework/fraction.ts'
import { asksForPhoto, fails, type ItemAnswer, shareOfAnswer } from './answer.ts'
import { ANSWER_KINDS, type AnswerKind } from './checklist.ts'
import { itemFlaws } from './item-flaws.ts'
import { startingAnswer, startingItem } from './starting-item.ts'

const item = startingItem({
  id: '1',
  code: 'EN1',
  text: '地面整洁',
  dimension: '公共环境',
  photoPurpose: '供责任单位对照整改',
})
const flawsOf = (change: Partial<typeof item>) =>
  itemFlaws({ ...item, ...change }).map(({ code, path }) => `${code} ${path.join('/')}`)
const lit: AnswerKind = { kind: 'number', unit: '%', direction: 'atLeast', target: 99 }

describe('an item', () => {
  it('can be published as it starts', () => {
    expect(flawsOf({})).toEqual([])
    for (const kind of ANSWER_KINDS.filter((kind) => kind !== 'number'))
      expect(flawsOf({ answer: startingAnswer(kind) })).toEqual([])
    expect(flawsOf({ answer: lit })).toEqual([])
    expect(flawsOf({ answer: startingAnswer('number') })).toEqual(['unit-missing answer/unit'])
  })

  it('says what the photo is for, when one is asked for', () => {
    expect(flawsOf({ photoPurpose: ' ' })).toEqual(['purpose-missing photoPurpose'])
    expect(flawsOf({ photoPurpose: '', photo: 'never' })).toEqual([])
  })

  it('is told what is missing or wrong, with its place', () => {
    expect(flawsOf({ code: '', text: ' ', dimension: '' })).toEqual([
      'code-missing code',
      'text-missing text',
      'dimension-missing dimension',
    ])
    expect(flawsOf({ weight: -1 })).toEqual(['weight-invalid weight'])
    expect(flawsOf({ weight: 1 / 3 })).toEqual(['weight-invalid weight'])
    expect(flawsOf({ exemptions: ['划线停车', '', '划线停车'] })).toEqual([
      'exemption-blank exemptions/1',
      'exemption-twice exemptions/2',
    ])
    expect(flawsOf({ answer: { kind: 'countBands', bands: [] } })).toEqual(['bands-missing answer/bands'])
    expect(flawsOf({ answer: { kind: 'grade', grades: [] } })).toEqual(['grades-missing answer/grades'])
  })
})

describe('an answer', () => {
  it('is worth its share', () => {
    const share = (asked: AnswerKind, answer: ItemAnswer) => {
      const worth = shareOfAnswer(asked, answer)
      return worth.kind === 'share' ? worth.share : worth.kind
    }
    expect(share(item.answer, { kind: 'binary', conforms: true })).toEqual(ONE)
    expect(share(startingAnswer('countBands'), { kind: 'countBands', violations: 1 })).toEqual(exactly(0.66))
    expect(share(startingAnswer('grade'), { kind: 'grade', grade: 'C#' })).toEqual(ZERO)
    expect(share(lit, { kind: 'number', value: 99 })).toEqual(ONE)
    expect(share(lit, { kind: 'number', value: 98.9 })).toEqual(ZERO)
    expect(share({ ...lit, target: null }, { kind: 'number', value: 5 })).toBe('notJudged')
    for (const kind of ANSWER_KINDS)
      expect(share(startingAnswer(kind), { kind: 'notApplicable' })).toBe('notApplicable')
  })

  it('has to be of the kind that was asked for', () => {
    expect(() => shareOfAnswer(lit, { kind: 'binary', conforms: true })).toThrow(RangeError)
    expect(() => shareOfAnswer(item.answer, { kind: 'number', value: 1 })).toThrow(RangeError)
    expect(() => shareOfAnswer(item.answer, { kind: 'grade', grade: 'A' })).toThrow(RangeError)
  })

  it('never asks for a photo of what conforms, does not apply or is not judged', () => {
    const violations = fc.nat(20)
    fc.assert(
      fc.property(violations, fc.constantFrom('onFailure' as const, 'never' as const), (count, photo) => {
        const asked = { answer: startingAnswer('countBands'), photo }
        const answer: ItemAnswer = { kind: 'countBands', violations: count }
        expect(asksForPhoto(asked, answer)).toBe(photo === 'onFailure' && count > 0)
        const worth = shareOfAnswer(asked.answer, answer)
        if (worth.kind === 'share') expect(compareExactly(worth.share, ZERO)).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(fails(lit, { kind: 'notApplicable' })).toBe(false)
    expect(fails({ ...lit, target: null }, { kind: 'number', value: 0 })).toBe(false)
    expect(asksForPhoto({ answer: lit, photo: 'onFailure' }, { kind: 'number', value: 1 })).toBe(true)
  })
})
