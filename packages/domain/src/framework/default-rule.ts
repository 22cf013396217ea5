import type { Band, Grade, Rule, RuleKind, Step } from './rule.ts'

/** The usual grading by number of violations (A/B/C/C# 档): 0 · 1 · 2 · 3 and more. */
export const USUAL_BANDS: readonly Band[] = [
  { grade: 'A', from: 0, to: 0, share: 1 },
  { grade: 'B', from: 1, to: 1, share: 0.66 },
  { grade: 'C', from: 2, to: 2, share: 0.33 },
  { grade: 'C#', from: 3, to: null, share: 0 },
]

/** The same four grades, picked by what is seen; what each means has to be said. */
export const USUAL_GRADES: readonly Grade[] = USUAL_BANDS.map(({ grade, share }) => ({
  grade,
  share,
  meaning: '',
}))

const USUAL_STEPS: readonly Step[] = USUAL_BANDS.filter(({ share }) => share > 0).map(({ grade, share }) => ({
  grade,
  bound: null,
  share,
}))

const STARTING_RULES: { readonly [K in RuleKind]: Extract<Rule, { kind: K }> } = {
  binary: { kind: 'binary' },
  countBands: { kind: 'countBands', bands: USUAL_BANDS },
  grade: { kind: 'grade', grades: USUAL_GRADES },
  rate: { kind: 'rate', numerator: '', denominator: '', full: 1 },
  threshold: { kind: 'threshold', metric: '', unit: '', direction: 'atLeast', steps: USUAL_STEPS },
  piecewiseLinear: {
    kind: 'piecewiseLinear',
    metric: '',
    unit: '',
    knots: [
      { value: null, share: 0 },
      { value: null, share: 1 },
    ],
  },
  meanOverSites: { kind: 'meanOverSites', of: { kind: 'countBands', bands: USUAL_BANDS } },
  deduction: { kind: 'deduction', each: '', points: null, cap: null },
  bonus: { kind: 'bonus', each: '', points: null, cap: null },
  gate: { kind: 'gate', metric: '', unit: '', direction: 'atLeast', bound: null, effect: '' },
  veto: { kind: 'veto', points: null, effect: '' },
  expertGrade: { kind: 'expertGrade', grades: USUAL_GRADES },
  composite: {
    kind: 'composite',
    parts: [
      { name: '', weight: 1, rule: { kind: 'binary' } },
      { name: '', weight: 1, rule: { kind: 'binary' } },
    ],
  },
}

/** What an editor starts with when a kind of rule is picked; what only the city can know is left open. */
export const defaultRule = <K extends RuleKind>(kind: K): Extract<Rule, { kind: K }> => STARTING_RULES[kind]
