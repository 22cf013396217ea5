import { DIRECTIONS, type Rule } from '@chuangcheng/domain'
import { type Static, type TSchema, Type } from 'typebox'
import { Nullable, oneOf } from './endpoint.ts'

const Words = (maxLength: number) => Type.String({ maxLength })
const Share = Type.Number({
  minimum: 0,
  maximum: 1,
  description: 'part of the points, 0–1, at most four decimals',
})
/** Points (分值) and weights: at most four decimals, exact. */
export const Points = Type.Number({ minimum: 0, maximum: 100_000 })
const Bound = Nullable(Type.Number({ minimum: -1e12, maximum: 1e12 }))
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const Bands = Type.Array(
  Type.Object({ grade: Words(20), from: Count, to: Nullable(Count), share: Share }),
  { maxItems: 12 },
)
export const Grades = Type.Array(Type.Object({ grade: Words(20), share: Share, meaning: Words(300) }), {
  maxItems: 12,
})

const Binary = Type.Object({ kind: Type.Literal('binary') })
const CountBands = Type.Object({ kind: Type.Literal('countBands'), bands: Bands })
const GradeRule = Type.Object({ kind: Type.Literal('grade'), grades: Grades })
const measured = { metric: Words(100), unit: Words(20) }

const simpleRules = [
  Binary,
  CountBands,
  GradeRule,
  Type.Object({ kind: Type.Literal('meanOverSites'), of: Type.Union([Binary, CountBands, GradeRule]) }),
  Type.Object({
    kind: Type.Literal('rate'),
    numerator: Words(100),
    denominator: Words(100),
    full: Nullable(Share),
  }),
  Type.Object({
    kind: Type.Literal('threshold'),
    ...measured,
    direction: oneOf(DIRECTIONS),
    steps: Type.Array(Type.Object({ grade: Words(20), bound: Bound, share: Share }), { maxItems: 12 }),
  }),
  Type.Object({
    kind: Type.Literal('piecewiseLinear'),
    ...measured,
    knots: Type.Array(Type.Object({ value: Bound, share: Share }), { maxItems: 24 }),
  }),
  Type.Object({ kind: Type.Literal('expertGrade'), grades: Grades }),
  Type.Object({
    kind: Type.Literal('deduction'),
    each: Words(200),
    points: Nullable(Points),
    cap: Nullable(Points),
  }),
] as const

/** What is let in as a rule is the domain’s Rule: whatever the shape admits must be one. */
const asRule = <S extends TSchema>(shape: Static<S> extends Rule ? S : never) => Type.Unsafe<Rule>(shape)

/** A scoring rule (计分规则) as data; what it means is in docs/scoring.md. */
export const RuleShape = asRule(
  Type.Union([
    ...simpleRules,
    Type.Object({
      kind: Type.Literal('bonus'),
      each: Words(200),
      points: Nullable(Points),
      cap: Nullable(Points),
    }),
    Type.Object({
      kind: Type.Literal('gate'),
      ...measured,
      direction: oneOf(DIRECTIONS),
      bound: Bound,
      effect: Words(300),
    }),
    Type.Object({ kind: Type.Literal('veto'), points: Nullable(Points), effect: Words(300) }),
    Type.Object({
      kind: Type.Literal('composite'),
      parts: Type.Array(
        Type.Object({ name: Words(60), weight: Points, rule: Type.Union([...simpleRules]) }),
        {
          maxItems: 12,
        },
      ),
    }),
  ]),
)
