import fc from 'fast-check'
import type { Rule, SimpleRule, SiteRule } from '../rule.ts'

/** Any rule at all (任意计分规则), for tests of properties: complete or not, with words that are hard to write down. */
const share = fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000)
const points = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 10_000)
const unknownOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const bound = unknownOr(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((parts) => parts / 100))
const words = fc.oneof(
  fc.constantFrom(
    '',
    '达标数',
    '每发现一处',
    '待定',
    '不限',
    '95%',
    '「」',
    '甲；乙',
    'A=1→100%（好）',
    '{x}',
    '3处以上',
  ),
  fc.string({
    unit: fc.constantFrom('甲', '乙', '；', '=', '「', '」', '→', ' ', 'a', '（', '}'),
    maxLength: 8,
  }),
)
const trimmed = words.map((word) => word.trim())
const direction = fc.constantFrom('atLeast', 'atMost')
const grade = fc.record({ grade: trimmed, share, meaning: trimmed })
const band = fc.record({ grade: trimmed, from: fc.nat(50), to: unknownOr(fc.nat(50)), share })

const siteRule: fc.Arbitrary<SiteRule> = fc.oneof(
  fc.constant<SiteRule>({ kind: 'binary' }),
  fc.record({ kind: fc.constant('countBands' as const), bands: fc.array(band, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('grade' as const), grades: fc.array(grade, { maxLength: 4 }) }),
)

const simpleRule: fc.Arbitrary<SimpleRule> = fc.oneof(
  siteRule,
  fc.record({ kind: fc.constant('meanOverSites' as const), of: siteRule }),
  fc.record({
    kind: fc.constant('rate' as const),
    numerator: trimmed,
    denominator: trimmed,
    full: unknownOr(share),
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    metric: trimmed,
    unit: trimmed,
    direction,
    steps: fc.array(fc.record({ grade: trimmed, bound, share }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('piecewiseLinear' as const),
    metric: trimmed,
    unit: trimmed,
    knots: fc.array(fc.record({ value: bound, share }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('expertGrade' as const), grades: fc.array(grade, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('deduction' as const),
    each: trimmed,
    points: unknownOr(points),
    cap: unknownOr(points),
  }),
)

export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  simpleRule,
  fc.record({
    kind: fc.constant('bonus' as const),
    each: trimmed,
    points: unknownOr(points),
    cap: unknownOr(points),
  }),
  fc.record({
    kind: fc.constant('gate' as const),
    metric: trimmed,
    unit: trimmed,
    direction,
    bound,
    effect: trimmed,
  }),
  fc.record({ kind: fc.constant('veto' as const), points: unknownOr(points), effect: trimmed }),
  fc.record({
    kind: fc.constant('composite' as const),
    parts: fc.array(fc.record({ name: trimmed, weight: points, rule: simpleRule }), { maxLength: 4 }),
  }),
)
