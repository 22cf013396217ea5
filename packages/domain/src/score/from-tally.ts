import { type Earned, shareOf } from '../framework/earned.ts'
import { exactly, type Fraction, over, plus, times, weightedMean, ZERO } from '../framework/fraction.ts'
import type { SimpleObservation } from '../framework/observation.ts'
import type { Rule, SimpleRule } from '../framework/rule.ts'
import { reaches } from '../framework/share.ts'
import { roundedMean } from './at-visit.ts'
import type { CriterionSums } from './tally.ts'

const NOT_OBSERVED: Earned = { kind: 'notObserved' }
const NOT_APPLICABLE: Earned = { kind: 'notApplicable' }
const earned = (share: Fraction): Earned => ({ kind: 'earned', share })

const measured = ({ values, valueSum }: CriterionSums): number | null =>
  values === 0 ? null : roundedMean(valueSum.value(), values)

const meanOfSites = ({ shares, sites }: CriterionSums): Earned => earned(over(shares.value(), sites.value()))

/** Conforming of observed places, both times the same whole number: a place that is observed twice counts in halves. */
function rateOfPlaces({ conforming, sites }: CriterionSums): SimpleObservation {
  const [kept, seen] = [conforming.value(), sites.value()]
  return {
    kind: 'rate',
    numerator: Number(kept.numerator * seen.denominator),
    denominator: Number(seen.numerator * kept.denominator),
  }
}

/**
 * What all places together are for a rule. A rule that can judge one place judges each, and the mean counts: one bad place of forty is a fortieth.
 * Null = it cannot be fed by looking at places.
 */
function observationFor(rule: SimpleRule, sums: CriterionSums): SimpleObservation | 'mean' | null {
  switch (rule.kind) {
    case 'deduction':
      return { kind: 'deduction', count: sums.violations }
    case 'rate':
      return rateOfPlaces(sums)
    case 'threshold':
    case 'piecewiseLinear': {
      const value = measured(sums)
      return value === null ? null : { kind: rule.kind, value }
    }
    case 'binary':
    case 'countBands':
    case 'meanOverSites':
    case 'grade':
    case 'expertGrade':
      return 'mean'
  }
}

function shareOfSimple(rule: SimpleRule, sums: CriterionSums, points: Fraction): Earned {
  const observation = observationFor(rule, sums)
  if (observation === null) return NOT_OBSERVED
  return observation === 'mean' ? meanOfSites(sums) : shareOf(rule, observation, points)
}

/** A part's points are its weight of the whole; while one cannot be fed by looking at places, the whole stays open. */
function shareOfComposite(rule: Extract<Rule, { kind: 'composite' }>, sums: CriterionSums, points: Fraction) {
  const weights = rule.parts.reduce((sum, { weight }) => plus(sum, exactly(weight)), ZERO)
  const shares: (readonly [Fraction, Fraction])[] = []
  for (const part of rule.parts) {
    const weight = exactly(part.weight)
    const outcome = shareOfSimple(part.rule, sums, over(times(points, weight), weights))
    if (outcome.kind === 'notObserved') return NOT_OBSERVED
    if (outcome.kind === 'earned') shares.push([outcome.share, weight])
  }
  return shares.length === 0 ? NOT_APPLICABLE : earned(weightedMean(shares))
}

/**
 * The share of its points that a criterion earns from everything that was seen at its places (由点位观测计分); exact. `notObserved` where
 * nobody looked, or where this rule is fed by something else than looking at places: then its points stay open.
 */
export function shareFromTally(rule: Rule | null, points: number, sums: CriterionSums): Earned {
  if (sums.observations === 0) return NOT_OBSERVED
  if (rule === null) return meanOfSites(sums)
  if (rule.kind === 'bonus' || rule.kind === 'veto' || rule.kind === 'gate') return NOT_OBSERVED
  if (rule.kind === 'composite') return shareOfComposite(rule, sums, exactly(points))
  return shareOfSimple(rule, sums, exactly(points))
}

/** Whether a veto item happened (一票否决是否发生); null = nobody looked. */
export const happened = ({ observations, problems, violations }: CriterionSums): boolean | null =>
  observations + problems === 0 ? null : violations + problems > 0

/** Whether a gate is passed (前置条件是否达到); null = nothing was measured. */
export function passed(rule: Extract<Rule, { kind: 'gate' }>, sums: CriterionSums): boolean | null {
  const value = measured(sums)
  return value === null ? null : reaches(value, rule.bound, rule.direction)
}
