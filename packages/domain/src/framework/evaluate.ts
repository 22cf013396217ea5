import { type Earned, fed, isUnanswered, shareOf, shareOfParts } from './earned.ts'
import { exactly, type Fraction, times, ZERO } from './fraction.ts'
import type { Observation, SimpleObservation, Unanswered } from './observation.ts'
import type { Rule, RuleKind } from './rule.ts'
import { countedIn, known, limited, otherKind, reaches } from './share.ts'

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
