import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRule } from './default-rule.ts'
import { evaluateRule, type Outcome } from './evaluate.ts'
import { compareExactly, exactly, type Fraction, over, ZERO } from './fraction.ts'
import type { Observation, SimpleObservation } from './observation.ts'
import type { Rule, SimpleRule } from './rule.ts'

const RATE: SimpleRule = { kind: 'rate', numerator: '达标数', denominator: '应达标数', full: 0.9 }
const NOISE: SimpleRule = {
  kind: 'threshold',
  metric: '区域噪声',
  unit: '分贝',
  direction: 'atMost',
  steps: [
    { grade: 'A', bound: 60, share: 1 },
    { grade: 'B', bound: 65, share: 0.66 },
  ],
}
const LINE: SimpleRule = {
  kind: 'piecewiseLinear',
  metric: '知晓率',
  unit: '%',
  knots: [
    { value: 60, share: 0 },
    { value: 80, share: 0.6 },
    { value: 90, share: 1 },
  ],
}
const DEDUCTION: SimpleRule = { kind: 'deduction', each: '每发现一处', points: 0.3, cap: 1 }
const BANDS = defaultRule('countBands')

function pointsOf(outcome: Outcome): Fraction {
  if (outcome.kind !== 'earned' && outcome.kind !== 'bonus') throw new Error(outcome.kind)
  return outcome.points
}
const earned = (rule: Rule, points: number, observation: Observation): Fraction =>
  pointsOf(evaluateRule(rule, points, observation))

const violations = (count: number) => ({ kind: 'countBands', violations: count }) as const

describe('a rule', () => {
  it.each<[string, Rule, number, Observation, Fraction]>([
    ['conforms', { kind: 'binary' }, 0.6, { kind: 'binary', conforms: true }, exactly(0.6)],
    ['two violations earn C', BANDS, 2, violations(2), exactly(0.66)],
    ['many violations earn nothing', BANDS, 2, violations(40), ZERO],
    ['a grade', defaultRule('grade'), 0.8, { kind: 'grade', grade: 'B' }, exactly(0.528)],
    [
      'a rate below full',
      RATE,
      3,
      { kind: 'rate', numerator: 2, denominator: 3 },
      over(exactly(20), exactly(9)),
    ],
    ['a rate above full', RATE, 3, { kind: 'rate', numerator: 3, denominator: 3 }, exactly(3)],
    ['a bound itself is reached', NOISE, 1, { kind: 'threshold', value: 60 }, exactly(1)],
    ['the next step', NOISE, 1, { kind: 'threshold', value: 60.1 }, exactly(0.66)],
    ['no step', NOISE, 1, { kind: 'threshold', value: 65.1 }, ZERO],
    ['below the line', LINE, 2, { kind: 'piecewiseLinear', value: 10 }, ZERO],
    ['on the line', LINE, 2, { kind: 'piecewiseLinear', value: 70 }, exactly(0.6)],
    ['on a knot', LINE, 2, { kind: 'piecewiseLinear', value: 80 }, exactly(1.2)],
    ['beyond the line', LINE, 2, { kind: 'piecewiseLinear', value: 99 }, exactly(2)],
    ['two deductions', DEDUCTION, 2, { kind: 'deduction', count: 2 }, exactly(1.4)],
    ['deductions stop at the cap', DEDUCTION, 2, { kind: 'deduction', count: 9 }, exactly(1)],
    ['deductions stop at nothing', { ...DEDUCTION, cap: null }, 1, { kind: 'deduction', count: 9 }, ZERO],
    [
      'bonus to its cap',
      { kind: 'bonus', each: '每项', points: 0.5, cap: 1.2 },
      2,
      { kind: 'bonus', count: 3 },
      exactly(1.2),
    ],
    [
      'bonus to its points',
      { kind: 'bonus', each: '每项', points: 0.5, cap: null },
      1,
      { kind: 'bonus', count: 3 },
      exactly(1),
    ],
    [
      'three experts',
      defaultRule('expertGrade'),
      3,
      { kind: 'expertGrade', grades: ['A', 'B', 'A'] },
      exactly(2.66),
    ],
  ])('%s', (_, rule, points, observation, expected) => {
    expect(earned(rule, points, observation)).toEqual(expected)
  })

  it('means over the sites that were seen and to which it applies', () => {
    const rule = defaultRule('meanOverSites')
    const sites = [violations(0), violations(1), { kind: 'notApplicable' }, { kind: 'notObserved' }] as const
    expect(earned(rule, 1, { kind: 'meanOverSites', sites })).toEqual(exactly(0.83))
    const of = (...kinds: ('notApplicable' | 'notObserved')[]) =>
      evaluateRule(rule, 1, { kind: 'meanOverSites', sites: kinds.map((kind) => ({ kind })) }).kind
    expect(of('notApplicable', 'notApplicable')).toBe('notApplicable')
    expect(of('notObserved')).toBe('notObserved')
    expect(of()).toBe('notObserved')
  })

  it('of parts leaves out what does not apply, and waits for what nobody saw', () => {
    const rule: Rule = {
      kind: 'composite',
      parts: [
        { name: '台账', weight: 30, rule: { kind: 'binary' } },
        { name: '实地', weight: 70, rule: BANDS },
      ],
    }
    const of = (...parts: SimpleObservation[]) => evaluateRule(rule, 10, { kind: 'composite', parts })
    expect(pointsOf(of({ kind: 'binary', conforms: true }, violations(1)))).toEqual(exactly(7.62))
    expect(pointsOf(of({ kind: 'notApplicable' }, violations(1)))).toEqual(exactly(6.6))
    expect(of({ kind: 'notApplicable' }, { kind: 'notApplicable' }).kind).toBe('notApplicable')
    expect(of({ kind: 'notObserved' }, violations(0)).kind).toBe('notObserved')
    expect(() => of(violations(0))).toThrow(RangeError)
  })

  it('of a gate or a veto has an effect, not points', () => {
    const gate: Rule = { ...defaultRule('gate'), metric: '未成年人测评', bound: 85, effect: '不得申报' }
    expect(evaluateRule(gate, 0, { kind: 'gate', value: 85 })).toEqual({
      kind: 'gate',
      passed: true,
      effect: '不得申报',
    })
    expect(evaluateRule(gate, 0, { kind: 'gate', value: 84.99 })).toMatchObject({ passed: false })
    const veto: Rule = { kind: 'veto', points: 3, effect: '提名城市扣分' }
    expect(evaluateRule(veto, 0, { kind: 'veto', happened: true })).toMatchObject({ deduction: exactly(3) })
    expect(evaluateRule(veto, 0, { kind: 'veto', happened: false })).toMatchObject({ deduction: ZERO })
    expect(evaluateRule({ ...veto, points: null }, 0, { kind: 'veto', happened: true })).toMatchObject({
      deduction: null,
    })
  })

  it('says of what nobody saw that nobody saw it, whatever its kind', () => {
    expect(evaluateRule(BANDS, 2, { kind: 'notObserved' })).toEqual({ kind: 'notObserved' })
    expect(evaluateRule(defaultRule('veto'), 2, { kind: 'notApplicable' })).toEqual({ kind: 'notApplicable' })
    expect(evaluateRule(RATE, 2, { kind: 'rate', numerator: 0, denominator: 0 }).kind).toBe('notApplicable')
  })

  it('is not fed with anything else', () => {
    expect(() => evaluateRule(BANDS, 2, { kind: 'binary', conforms: true })).toThrow(RangeError)
    expect(() => evaluateRule(BANDS, 2, { kind: 'veto', happened: true })).toThrow(RangeError)
    expect(() => evaluateRule(defaultRule('grade'), 2, { kind: 'grade', grade: 'Z' })).toThrow(RangeError)
    expect(() => evaluateRule(BANDS, 2, violations(0.5))).toThrow(RangeError)
    expect(() => evaluateRule(defaultRule('gate'), 0, { kind: 'gate', value: 1 })).toThrow('lacks a value')
  })
})

type Measured = { rule: SimpleRule; worseFirst: (amount: number) => SimpleObservation }
const MEASURED: readonly Measured[] = [
  { rule: BANDS, worseFirst: (amount) => violations(100 - amount) },
  { rule: RATE, worseFirst: (amount) => ({ kind: 'rate', numerator: amount, denominator: 100 }) },
  { rule: NOISE, worseFirst: (amount) => ({ kind: 'threshold', value: 100 - amount }) },
  { rule: LINE, worseFirst: (amount) => ({ kind: 'piecewiseLinear', value: amount }) },
  { rule: DEDUCTION, worseFirst: (amount) => ({ kind: 'deduction', count: 100 - amount }) },
]
const measured = fc.constantFrom(...MEASURED)
const amount = fc.integer({ min: 0, max: 100 })
const points = fc.integer({ min: 1, max: 1_000_000 }).map((parts) => parts / 10_000)

describe('any ordinary rule', () => {
  it('earns between nothing and all its points, and never less for what is better', () => {
    fc.assert(
      fc.property(measured, points, amount, amount, ({ rule, worseFirst }, all, one, other) => {
        const [worse, better] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          earned(rule, all, worseFirst(each)),
        )
        if (!worse || !better) throw new Error('two were asked')
        expect(compareExactly(worse, ZERO)).toBeGreaterThanOrEqual(0)
        expect(compareExactly(better, exactly(all))).toBeLessThanOrEqual(0)
        expect(compareExactly(worse, better)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('composed of itself, however weighed, is itself', () => {
    const apart = MEASURED.filter(({ rule }) => rule.kind !== 'deduction')
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        fc.constantFrom(...apart),
        points,
        amount,
        weights,
        ({ rule, worseFirst }, all, seen, given) => {
          const parts = given.map((weight, index) => ({ name: `${index}`, weight, rule }))
          const whole = earned({ kind: 'composite', parts }, all, {
            kind: 'composite',
            parts: given.map(() => worseFirst(seen)),
          })
          expect(whole).toEqual(earned(rule, all, worseFirst(seen)))
        },
      ),
    )
  })

  it('means over equal sites what it says of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), amount, points, (sites, count, all) => {
        const many = Array.from({ length: sites }, () => violations(count))
        expect(earned(defaultRule('meanOverSites'), all, { kind: 'meanOverSites', sites: many })).toEqual(
          earned(BANDS, all, violations(count)),
        )
      }),
    )
  })
})
