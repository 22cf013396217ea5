import { describe, expect, it } from 'vitest'
import type { ItemAnswer } from '../checklist/answer.ts'
import type { AnswerKind } from '../checklist/checklist.ts'
import { USUAL_BANDS } from '../framework/default-rule.ts'
import { roundedTo } from '../framework/fraction.ts'
import type { Rule } from '../framework/rule.ts'
import { type FeedingAnswer, shareAtVisit } from './at-visit.ts'

const binary: AnswerKind = { kind: 'binary' }
const counted: AnswerKind = { kind: 'countBands', bands: USUAL_BANDS }
const number: AnswerKind = { kind: 'number', unit: '%', direction: 'atLeast', target: 30 }

const fed = (asked: AnswerKind, answer: ItemAnswer, itemWeight = 1, tieWeight = 1): FeedingAnswer => ({
  asked,
  answer,
  itemWeight,
  tieWeight,
})
const kept = { kind: 'binary', conforms: true } as const
const broken = { kind: 'binary', conforms: false } as const
const none = { kind: 'notApplicable' } as const

const shown = (rule: Rule | null, ...answers: FeedingAnswer[]) => {
  const seen = shareAtVisit(rule, answers)
  return seen && { ...seen, share: seen.share && roundedTo(seen.share, 4) }
}
const mean: Rule = { kind: 'rate', numerator: '', denominator: '', full: 1 }

describe('what the answers of a visit say of a criterion', () => {
  it('is all or nothing where the rule says met or not', () => {
    expect(shown({ kind: 'binary' }, fed(binary, kept), fed(binary, broken))).toMatchObject({
      share: '0.0000',
      violationCount: 1,
    })
    expect(shown({ kind: 'meanOverSites', of: { kind: 'binary' } }, fed(binary, kept))).toMatchObject({
      share: '1.0000',
    })
  })

  it('is the band of all violations at the place where the rule bands each place', () => {
    const rule: Rule = { kind: 'meanOverSites', of: { kind: 'countBands', bands: USUAL_BANDS } }
    const two = { kind: 'countBands', violations: 1 } as const
    expect(shown(rule, fed(counted, two), fed(binary, broken))).toMatchObject({
      share: '0.3300',
      violationCount: 2,
    })
  })

  it('is the mean weighted by item and tie for any other rule', () => {
    // (3 × 1 + 1 × 0) / 4
    expect(shown(mean, fed(binary, kept, 1.5, 2), fed(binary, broken))).toMatchObject({ share: '0.7500' })
    // what weighs nothing does not count, unless nothing weighs anything
    expect(shown(mean, fed(binary, kept), fed(binary, broken, 0))).toMatchObject({ violationCount: 0 })
    expect(shown(mean, fed(binary, kept, 0), fed(binary, broken, 0))).toMatchObject({ share: '0.5000' })
  })

  it('leaves out what does not apply, and says so where nothing applies', () => {
    expect(shown(mean, fed(binary, none), fed(binary, broken))).toMatchObject({ share: '0.0000' })
    expect(shown(mean, fed(binary, none), fed(binary, none))).toMatchObject({
      outcome: 'notApplicable',
      share: null,
    })
  })

  it('carries the measured number where the rule wants one', () => {
    const rule: Rule = {
      kind: 'threshold',
      metric: '占比',
      unit: '%',
      direction: 'atLeast',
      steps: [{ grade: 'A', bound: 50, share: 1 }],
    }
    expect(
      shown(rule, fed(number, { kind: 'number', value: 40 }), fed(number, { kind: 'number', value: 61 })),
    ).toMatchObject({ value: 50.5, share: '1.0000' })
  })

  it('says nothing where a number is only recorded', () => {
    const recorded: AnswerKind = { ...number, target: null }
    expect(shown(mean, fed(recorded, { kind: 'number', value: 3 }))).toBeNull()
  })
})
