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
import { countedIn, known, limited, otherKind, shareAtSite, shareOfSteps, shareOnLine } from './share.ts'

/** What part of the points is earned (得分比例), or that nothing can be said. */
export type Earned = Unanswered | { readonly kind: 'earned'; readonly share: Fraction }

const earned = (share: Fraction): Earned => ({ kind: 'earned', share })
const NOT_OBSERVED: Unanswered = { kind: 'notObserved' }
const NOT_APPLICABLE: Unanswered = { kind: 'notApplicable' }

function isOf<K extends Observation['kind']>(
  kind: K,
  observation: Observation,
): observation is Extract<Observation, { kind: K }> {
  return observation.kind === kind
}

export function fed<K extends RuleKind>(
  kind: K,
  observation: Observation,
): Extract<Observation, { kind: K }> {
  if (!isOf(kind, observation)) throw otherKind(kind, observation.kind)
  return observation
}

export const isUnanswered = (observation: Observation): observation is Unanswered =>
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

/** What part of `points` a rule without parts earns. */
export function shareOf(rule: SimpleRule, observation: SimpleObservation, points: Fraction): Earned {
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

export function shareOfParts(
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
