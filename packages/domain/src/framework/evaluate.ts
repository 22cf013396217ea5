import {
  compareExactly,
  exactly,
  type Fraction,
  greaterOf,
  lesserOf,
  minus,
  ONE,
  over,
  plus,
  times,
  weightedMean,
  ZERO,
} from './fraction.ts'
import type { Observation, SimpleObservation, SiteObservation, Unanswered } from './observation.ts'
import type { Rule, RuleKind, SimpleRule, SiteRule } from './rule.ts'
import { countedIn, known, otherKind, reaches, shareAtSite, shareOfSteps, shareOnLine } from './share.ts'

/** What a rule makes of an observation (计分结果); all numbers are exact. */
export type Outcome =
  | Unanswered
  /** 得分, with the share of the points that it is */
  | { readonly kind: 'earned'; readonly share: Fraction; readonly points: Fraction }
  /** 加分, on top of the total */
  | { readonly kind: 'bonus'; readonly points: Fraction }
  /** 前置条件: missed, the effect follows */
  | { readonly kind: 'gate'; readonly passed: boolean; readonly effect: string }
  /** 一票否决: happened, `deduction` is taken off the total; null = the application ends */
  | {
      readonly kind: 'veto'
      readonly happened: boolean
      readonly deduction: Fraction | null
      readonly effect: string
    }

type Earned = Unanswered | { readonly kind: 'earned'; readonly share: Fraction }

const earned = (share: Fraction): Earned => ({ kind: 'earned', share })
const NOT_OBSERVED: Unanswered = { kind: 'notObserved' }
const NOT_APPLICABLE: Unanswered = { kind: 'notApplicable' }

function isOf<K extends Observation['kind']>(
  kind: K,
  observation: Observation,
): observation is Extract<Observation, { kind: K }> {
  return observation.kind === kind
}

function fed<K extends RuleKind>(kind: K, observation: Observation): Extract<Observation, { kind: K }> {
  if (!isOf(kind, observation)) throw otherKind(kind, observation.kind)
  return observation
}

const isUnanswered = (observation: Observation): observation is Unanswered =>
  observation.kind === 'notObserved' || observation.kind === 'notApplicable'

/** What does not apply leaves the denominator; while a part that applies is not observed, the whole is not. */
function allTogether(parts: readonly { readonly outcome: Earned; readonly weight: Fraction }[]): Earned {
  if (parts.some(({ outcome }) => outcome.kind === 'notObserved')) return NOT_OBSERVED
  const shares = parts.flatMap(({ outcome, weight }) =>
    outcome.kind === 'earned' ? [[outcome.share, weight] as const] : [],
  )
  return shares.length === 0 ? NOT_APPLICABLE : earned(weightedMean(shares))
}

/** Sites nobody has been to say nothing, neither good nor bad: the mean is that of the sites that were seen. */
function meanOf(rule: SiteRule, sites: readonly (Unanswered | SiteObservation)[]): Earned {
  const seen = sites.filter((site) => site.kind !== 'notObserved')
  if (seen.length === 0) return NOT_OBSERVED
  return allTogether(
    seen.map((site) => ({
      outcome: isUnanswered(site) ? site : earned(shareAtSite(rule, site)),
      weight: ONE,
    })),
  )
}

function rateOf(
  full: number | null,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): Earned {
  if (numerator < 0 || denominator < 0) throw new RangeError(`not a rate: ${numerator} of ${denominator}`)
  if (denominator === 0) return NOT_APPLICABLE
  const rate = over(exactly(numerator), exactly(denominator))
  return earned(lesserOf(ONE, over(rate, known(full))))
}

/** Of `points`, what is left after so many deductions, never below nothing. */
function leftAfter(rule: Extract<Rule, { kind: 'deduction' }>, count: number, points: Fraction): Earned {
  const lost = limited(times(known(rule.points), countedIn(count)), rule.cap)
  if (compareExactly(points, ZERO) === 0) return earned(count === 0 ? ONE : ZERO)
  return earned(over(greaterOf(ZERO, minus(points, lost)), points))
}

const limited = (points: Fraction, cap: number | null): Fraction =>
  cap === null ? points : lesserOf(points, exactly(cap))

/** What part of `points` a rule without parts earns. */
function shareOf(rule: SimpleRule, observation: SimpleObservation, points: Fraction): Earned {
  if (isUnanswered(observation)) return observation
  switch (rule.kind) {
    case 'binary':
    case 'countBands':
    case 'grade':
      return earned(shareAtSite(rule, fed(rule.kind, observation)))
    case 'meanOverSites':
      return meanOf(rule.of, fed(rule.kind, observation).sites)
    case 'expertGrade': {
      const { grades } = fed(rule.kind, observation)
      return meanOf(
        { kind: 'grade', grades: rule.grades },
        grades.map((grade) => ({ kind: 'grade', grade })),
      )
    }
    case 'rate':
      return rateOf(rule.full, fed(rule.kind, observation))
    case 'threshold':
      return earned(shareOfSteps(rule.steps, rule.direction, fed(rule.kind, observation).value))
    case 'piecewiseLinear':
      return earned(shareOnLine(rule.knots, fed(rule.kind, observation).value))
    case 'deduction':
      return leftAfter(rule, fed(rule.kind, observation).count, points)
  }
}

function shareOfParts(
  { parts }: Extract<Rule, { kind: 'composite' }>,
  observed: readonly SimpleObservation[],
  points: Fraction,
): Earned {
  const weights = parts.reduce((sum, { weight }) => plus(sum, exactly(weight)), ZERO)
  return allTogether(
    parts.map((part, index) => {
      const observation = observed[index]
      if (!observation) throw new RangeError(`no observation for part ${index}`)
      const weight = exactly(part.weight)
      return { outcome: shareOf(part.rule, observation, over(times(points, weight), weights)), weight }
    }),
  )
}

/** As many points as were earned on top, at most the cap; without one, at most what the criterion has. */
function bonusOf(rule: Extract<Rule, { kind: 'bonus' }>, points: number, count: number): Outcome {
  const gained = times(known(rule.points), countedIn(count))
  return { kind: 'bonus', points: limited(gained, rule.cap ?? points) }
}

const gateOf = ({ bound, direction, effect }: Extract<Rule, { kind: 'gate' }>, value: number): Outcome => ({
  kind: 'gate',
  passed: reaches(value, bound, direction),
  effect,
})

function vetoOf(rule: Extract<Rule, { kind: 'veto' }>, happened: boolean): Outcome {
  const deduction = rule.points === null ? null : exactly(rule.points)
  return { kind: 'veto', happened, deduction: happened ? deduction : ZERO, effect: rule.effect }
}

/**
 * What a rule without flaws makes of an observation, for a criterion of so many points; exact. An observation of another kind than
 * the rule, a grade the rule does not know or a rule that lacks a value is a bug and throws a RangeError.
 */
export function evaluateRule(rule: Rule, points: number, observation: Observation): Outcome {
  if (isUnanswered(observation)) return observation
  if (rule.kind === 'bonus') return bonusOf(rule, points, fed(rule.kind, observation).count)
  if (rule.kind === 'gate') return gateOf(rule, fed(rule.kind, observation).value)
  if (rule.kind === 'veto') return vetoOf(rule, fed(rule.kind, observation).happened)
  const all = exactly(points)
  return rule.kind === 'composite'
    ? withPoints(shareOfParts(rule, fed(rule.kind, observation).parts, all), all)
    : withPoints(shareOf(rule, simple(observation, rule.kind), all), all)
}

const withPoints = (outcome: Earned, points: Fraction): Outcome =>
  outcome.kind === 'earned' ? { ...outcome, points: times(outcome.share, points) } : outcome

function simple(observation: Observation, rule: RuleKind): SimpleObservation {
  const { kind } = observation
  if (kind === 'bonus' || kind === 'gate' || kind === 'veto' || kind === 'composite')
    throw otherKind(rule, kind)
  return observation
}
