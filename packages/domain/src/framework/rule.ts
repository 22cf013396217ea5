/**
 * Scoring rules (计分规则) as data. A share (得分比例) is the part of the points that an answer earns, 0–1, a decimal of at most four
 * places; what a rule makes of an observation is exact. Bounds that are not known yet are null: such a rule cannot be published.
 */
export type Band = {
  readonly grade: string
  /** violations, from and to included; `to` null = and more */
  readonly from: number
  readonly to: number | null
  readonly share: number
}
export type Grade = { readonly grade: string; readonly share: number; readonly meaning: string }
export type Step = { readonly grade: string; readonly bound: number | null; readonly share: number }
export type Knot = { readonly value: number | null; readonly share: number }
export const DIRECTIONS = ['atLeast', 'atMost'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What one site answers for itself. */
export type SiteRule =
  | { readonly kind: 'binary' }
  | { readonly kind: 'countBands'; readonly bands: readonly Band[] }
  | { readonly kind: 'grade'; readonly grades: readonly Grade[] }

/** What a part of a composite rule may be. */
export type SimpleRule =
  | SiteRule
  | { readonly kind: 'meanOverSites'; readonly of: SiteRule }
  | {
      readonly kind: 'rate'
      /** in words: 达标数 */
      readonly numerator: string
      /** in words: 应达标数 */
      readonly denominator: string
      /** the rate (0–1) that earns all points; below it the share is rate ÷ full */
      readonly full: number | null
    }
  | {
      readonly kind: 'threshold'
      readonly metric: string
      readonly unit: string
      readonly direction: Direction
      /** best first; whatever reaches none earns nothing */
      readonly steps: readonly Step[]
    }
  | {
      readonly kind: 'piecewiseLinear'
      readonly metric: string
      readonly unit: string
      /** by rising value; between two the share runs straight, outside them it stays */
      readonly knots: readonly Knot[]
    }
  | { readonly kind: 'expertGrade'; readonly grades: readonly Grade[] }
  | {
      readonly kind: 'deduction'
      /** for what: 每发现一处 */
      readonly each: string
      readonly points: number | null
      /** most points that can be lost; null = all the criterion has */
      readonly cap: number | null
    }

export type Rule =
  | SimpleRule
  | {
      readonly kind: 'bonus'
      readonly each: string
      readonly points: number | null
      readonly cap: number | null
    }
  | {
      readonly kind: 'gate'
      readonly metric: string
      readonly unit: string
      readonly direction: Direction
      readonly bound: number | null
      /** in words, what follows when it is missed */
      readonly effect: string
    }
  | {
      readonly kind: 'veto'
      /** points taken off the total; null = the application ends */
      readonly points: number | null
      readonly effect: string
    }
  | {
      readonly kind: 'composite'
      readonly parts: readonly { readonly name: string; readonly weight: number; readonly rule: SimpleRule }[]
    }

export type RuleKind = Rule['kind']
export const RULE_KINDS = [
  'binary',
  'countBands',
  'grade',
  'rate',
  'threshold',
  'piecewiseLinear',
  'meanOverSites',
  'deduction',
  'bonus',
  'gate',
  'veto',
  'expertGrade',
  'composite',
] as const satisfies readonly RuleKind[]
