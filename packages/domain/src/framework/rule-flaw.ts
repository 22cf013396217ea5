import type { ProblemParams } from '../problem.ts'

/** Everything that keeps a rule from being published; each has its text `ruleFlaw.<code>` in both languages. */
export const RULE_FLAW_CODES = [
  'kind-not-for-role',
  'bands-missing',
  'bands-start',
  'band-reversed',
  'bands-gap',
  'bands-overlap',
  'bands-end',
  'grades-missing',
  'steps-missing',
  'steps-order',
  'grade-unnamed',
  'grade-twice',
  'share-invalid',
  'shares-not-falling',
  'metric-missing',
  'numerator-missing',
  'denominator-missing',
  'full-missing',
  'full-invalid',
  'bound-missing',
  'target-missing',
  'knots-few',
  'knot-missing',
  'knots-not-rising',
  'each-missing',
  'amount-missing',
  'amount-over-points',
  'points-decimals',
  'cap-below-amount',
  'cap-over-points',
  'cap-missing',
  'effect-missing',
  'parts-few',
  'part-unnamed',
  'part-twice',
  'weight-missing',
] as const
export type RuleFlawCode = (typeof RULE_FLAW_CODES)[number]

/** Where in a rule something is wrong (位置): the way of names and positions to the value, for an editor to go there. */
export type FlawPath = readonly (string | number)[]

/** What keeps a rule from being published (计分规则缺陷). */
export type RuleFlaw = {
  readonly code: RuleFlawCode
  readonly params: ProblemParams
  readonly path: FlawPath
}

/** Collects flaws of one place of a rule; `within` goes a step further in. */
export type FlawNotes<Code extends string> = {
  readonly note: (code: Code, at: FlawPath, params?: ProblemParams) => void
  readonly within: (...steps: FlawPath) => FlawNotes<Code>
}

export function flawNotes<Code extends string>(
  into: { code: Code; params: ProblemParams; path: FlawPath }[],
  place: FlawPath = [],
): FlawNotes<Code> {
  return {
    note: (code, at, params = {}) => into.push({ code, params, path: [...place, ...at] }),
    within: (...steps) => flawNotes(into, [...place, ...steps]),
  }
}
