import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRule, USUAL_BANDS } from './default-rule.ts'
import { type CriterionRole } from './framework.ts'
import { type Band, type Direction, RULE_KINDS, type Rule, type Step } from './rule.ts'
import { roleOfRule, ruleFlaws } from './rule-flaws.ts'

const flawsOf = (rule: Rule, points: number | null = 2, role: CriterionRole = roleOfRule(rule.kind)) =>
  ruleFlaws(rule, { role, points }).map(({ code, path }) => `${code} ${path.join('/')}`)

const bands = (...given: [from: number, to: number | null, share: number][]): Rule => ({
  kind: 'countBands',
  bands: given.map(([from, to, share], index): Band => ({ grade: `${index}`, from, to, share })),
})

const steps = (direction: Direction, ...given: [bound: number | null, share: number][]): Rule => ({
  kind: 'threshold',
  metric: '噪声',
  unit: '分贝',
  direction,
  steps: given.map(([bound, share], index): Step => ({ grade: `${index}`, bound, share })),
})

const deduction = (points: number | null, cap: number | null): Rule => ({
  kind: 'deduction',
  each: '每处',
  points,
  cap,
})

describe('what keeps a rule from being published', () => {
  it('is nothing for the usual grading', () => {
    expect(flawsOf(defaultRule('countBands'))).toEqual([])
    expect(flawsOf(defaultRule('meanOverSites'))).toEqual([])
    expect(flawsOf(defaultRule('binary'))).toEqual([])
  })

  it('is said of every kind that an editor starts with and that lacks something', () => {
    expect(Object.fromEntries(RULE_KINDS.map((kind) => [kind, flawsOf(defaultRule(kind))]))).toEqual({
      binary: [],
      countBands: [],
      grade: [],
      meanOverSites: [],
      expertGrade: [],
      rate: ['numerator-missing numerator', 'denominator-missing denominator'],
      threshold: [
        'metric-missing metric',
        'bound-missing steps/0/bound',
        'bound-missing steps/1/bound',
        'bound-missing steps/2/bound',
      ],
      piecewiseLinear: ['metric-missing metric', 'knot-missing knots/0/value', 'knot-missing knots/1/value'],
      deduction: ['each-missing each', 'amount-missing points'],
      bonus: ['each-missing each', 'amount-missing points'],
      gate: ['metric-missing metric', 'target-missing bound', 'effect-missing effect'],
      veto: ['effect-missing effect'],
      composite: ['part-unnamed parts/0/name', 'part-unnamed parts/1/name'],
    })
  })

  it.each<[string, Rule, string[]]>([
    ['no bands', bands(), ['bands-missing bands']],
    ['a late start', bands([1, null, 1]), ['bands-start bands/0/from']],
    ['a gap', bands([0, 0, 1], [2, null, 0]), ['bands-gap bands/1/from']],
    ['an overlap', bands([0, 2, 1], [2, null, 0]), ['bands-overlap bands/1/from']],
    ['bands after the last', bands([0, null, 1], [3, null, 0]), ['bands-overlap bands/1/from']],
    ['an end', bands([0, 0, 1], [1, 4, 0]), ['bands-end bands/1/to']],
    ['a band upside down', bands([0, 3, 1], [4, 2, 0.5], [3, null, 0]), ['band-reversed bands/1/to']],
    ['equal shares', bands([0, 0, 1], [1, null, 1]), ['shares-not-falling bands/1/share']],
    ['a share above all', bands([0, 0, 1.2], [1, null, 0]), ['share-invalid bands/0/share']],
    ['a share too fine', bands([0, 0, 1], [1, null, 1 / 3]), ['share-invalid bands/1/share']],
    ['at least, falling', steps('atLeast', [85, 1], [80, 0.66]), []],
    ['at least, rising', steps('atLeast', [80, 1], [85, 0.66]), ['steps-order steps/1/bound']],
    ['at most, rising', steps('atMost', [60, 1], [65, 0.66]), []],
    ['at most, falling', steps('atMost', [65, 1], [60, 0.66]), ['steps-order steps/1/bound']],
    ['no steps', steps('atMost'), ['steps-missing steps']],
    ['a deduction of nothing', deduction(0, null), ['amount-missing points']],
    ['a cap below one step', deduction(0.5, 0.2), ['cap-below-amount cap']],
    ['a cap above the points', deduction(0.5, 2.5), ['cap-over-points cap']],
    ['more than there is', deduction(3, null), ['amount-over-points points']],
    ['too fine', deduction(0.00001, null), ['points-decimals points']],
  ])('%s', (_, rule, expected) => {
    expect(flawsOf(rule)).toEqual(expected)
  })

  it('is a rate that must be above all or nothing', () => {
    const rate = (full: number | null): Rule => ({ kind: 'rate', numerator: '甲', denominator: '乙', full })
    expect(flawsOf(rate(null))).toEqual(['full-missing full'])
    expect(flawsOf(rate(0))).toEqual(['full-invalid full'])
    expect(flawsOf(rate(0.95))).toEqual([])
  })

  it('is a line that does not rise', () => {
    const knots = [5, 5].map((value, index) => ({ value, share: index }))
    const rule: Rule = { kind: 'piecewiseLinear', metric: '面积', unit: '㎡', knots }
    expect(flawsOf(rule)).toEqual(['knots-not-rising knots/1/value'])
    expect(flawsOf({ ...rule, knots: knots.slice(1) })).toEqual(['knots-few knots'])
  })

  it('is a grade named twice or not at all', () => {
    const grades = [1, 0.5, 0].map((share, index) => ({ grade: index < 2 ? 'A' : ' ', share, meaning: '' }))
    expect(flawsOf({ kind: 'grade', grades })).toEqual([
      'grade-twice grades/1/grade',
      'grade-unnamed grades/2/grade',
    ])
  })

  it('is looked for inside sites and parts, where a part has its share of the points', () => {
    const halved = USUAL_BANDS.map((band) => ({ ...band, share: 0.5 }))
    const half: Rule = { kind: 'meanOverSites', of: { kind: 'countBands', bands: halved } }
    expect(flawsOf(half)[0]).toBe('shares-not-falling of/bands/1/share')
    const part = (name: string, weight: number) =>
      ({ name, weight, rule: { kind: 'deduction', each: '每处', points: 1, cap: 1.5 } }) as const
    expect(flawsOf({ kind: 'composite', parts: [part('台账', 1), part('实地', 3)] })).toEqual([
      'amount-over-points parts/0/rule/points',
      'cap-over-points parts/0/rule/cap',
    ])
    expect(flawsOf({ kind: 'composite', parts: [part('甲', 0), part('甲', 1)] })).toEqual([
      'weight-missing parts/0/weight',
      'part-twice parts/1/name',
    ])
    expect(flawsOf({ kind: 'composite', parts: [] })).toEqual(['parts-few parts'])
  })

  it('is a rule of another role', () => {
    for (const kind of RULE_KINDS)
      for (const role of ['ordinary', 'bonus', 'gate', 'veto'] as const)
        expect(flawsOf(defaultRule(kind), 2, role).includes('kind-not-for-role kind')).toBe(
          role !== roleOfRule(kind),
        )
  })

  it('is a bonus without any limit', () => {
    const bonus: Rule = { kind: 'bonus', each: '每项', points: 0.5, cap: null }
    expect(flawsOf(bonus, null)).toEqual(['cap-missing cap'])
    expect(flawsOf(bonus, 2)).toEqual([])
    expect(flawsOf({ ...bonus, cap: 1 }, null)).toEqual([])
  })

  it('is any number of violations without a band, or with two', () => {
    const end = fc.option(fc.nat(5), { nil: null })
    const given = fc.array(fc.tuple(fc.nat(5), end), { minLength: 1, maxLength: 4 })
    const falling = given.map((all) => all.map(([from, to], index) => [from, to, 1 - index / 10] as const))
    fc.assert(
      fc.property(falling, (all) => {
        const complete = Array.from({ length: 12 }, (_, count) => count).every(
          (count) => all.filter(([from, to]) => from <= count && (to === null || count <= to)).length === 1,
        )
        const inOrder = all.every(([from], index) => from >= (all[index - 1]?.[0] ?? 0))
        const real = all.every(([from, to]) => to === null || from <= to)
        const flawless = flawsOf(
          bands(...all.map(([from, to, share]): [number, number | null, number] => [from, to, share])),
        )
        expect(flawless.length === 0).toBe(complete && inOrder && real)
      }),
      { numRuns: 2000 },
    )
  })
})
