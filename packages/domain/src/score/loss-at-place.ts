import { exactly, type Fraction, minus, ONE, over, times, ZERO } from '../framework/fraction.ts'
import { wholeLoss } from './breakdown.ts'
import type { ObservedFact } from './observed.ts'
import type { CriterionScore } from './score-tree.ts'
import type { Tally } from './tally.ts'

type Seen = Pick<ObservedFact, 'outcome' | 'share' | 'alongside' | 'deductionPoints'>

/** How much an observation fell short, in the measure in which its criterion's losses are divided. */
function shortfall(
  { basis }: CriterionScore,
  { outcome, share, alongside, deductionPoints }: Seen,
): Fraction {
  if (basis === 'problems') return outcome === 'problem' ? exactly(deductionPoints ?? 0) : ZERO
  if (share === null) return ZERO
  return over(minus(ONE, share), { numerator: BigInt(alongside), denominator: 1n })
}

/**
 * Points that a criterion lost through one observation (单次观测失分): its part of what the criterion lost, in proportion to what fell short
 * everywhere; exact, and over all observations of the criterion they add up to its lost points.
 */
export function lossAtPlace(score: CriterionScore, tally: Tally, seen: Seen): Fraction {
  const whole = wholeLoss(score, tally)
  return whole.numerator === 0n ? ZERO : over(times(score.lost, shortfall(score, seen)), whole)
}
