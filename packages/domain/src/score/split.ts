import { exactly, type Fraction, minus, ONE, over, plus, times, ZERO } from '../framework/fraction.ts'
import type { Answerable } from './observed.ts'

const PERCENT = exactly(100)

/** Who carries a part of a loss by default: whoever leads or is competent; supporters only where a share is said. */
const carries = ({ role, share }: Answerable): boolean => role !== 'supporting' || share !== null

/** The part of each organization where shares are said: at most the whole, and what is left in equal parts to those without one. */
function partsOf(answerable: readonly Answerable[]): Fraction[] {
  const stated = answerable.map(({ share }) => (share === null ? null : over(exactly(share), PERCENT)))
  const sum = stated.reduce<Fraction>((all, share) => (share === null ? all : plus(all, share)), ZERO)
  const open = stated.filter((share) => share === null).length
  const left = minus(ONE, sum)
  const exceeds = left.numerator < 0n
  // Nobody is left to take the rest, or there is more than a whole: what is said is taken in proportion.
  if (open === 0 || exceeds)
    return stated.map((share) => (share === null || sum.numerator === 0n ? ZERO : over(share, sum)))
  const each = over(left, { numerator: BigInt(open), denominator: 1n })
  return stated.map((share) => share ?? each)
}

/**
 * How a loss is divided among those who answered (失分分摊): by the shares that are said, the rest equally; exact, the parts add up to one.
 * Empty when nobody carries it: it is unassigned.
 */
export function splitOf(
  responsible: readonly Answerable[],
): { readonly organizationId: string; readonly part: Fraction }[] {
  const carrying = responsible.filter(carries)
  const parts = partsOf(carrying)
  const split = carrying.map(({ organizationId }, index) => ({ organizationId, part: parts[index] ?? ZERO }))
  const whole = split.reduce((sum, { part }) => plus(sum, part), ZERO)
  // Only shares of nothing were said: then it is as if nothing was said.
  if (split.length > 0 && whole.numerator === 0n)
    return split.map(({ organizationId }) => ({
      organizationId,
      part: times(ONE, { numerator: 1n, denominator: BigInt(split.length) }),
    }))
  return split
}
