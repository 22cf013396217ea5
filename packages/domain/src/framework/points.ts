import { Problem } from '../problem.ts'

/**
 * Points (分值) and weights (权重): JSON numbers, not negative, with at most four decimals. A sum of such numbers in binary
 * fractions would drift (0.1 + 0.2), so everything here counts in whole ten-thousandths.
 */
const IN_ONE = 10_000

/** Whether a number can be points: finite and with at most four decimals. */
export function hasFourDecimals(value: number): boolean {
  const whole = Math.round(value * IN_ONE)
  return Number.isSafeInteger(whole) && whole / IN_ONE === value
}

/** Points as whole ten-thousandths; a number with more than four decimals is refused. */
export function tenThousandthsOf(points: number): number {
  if (!hasFourDecimals(points)) throw new Problem('framework.points-decimals')
  // adding zero turns -0 into 0
  return Math.round(points * IN_ONE) + 0
}

/** The points that so many ten-thousandths are. */
export const pointsOf = (tenThousandths: number): number => tenThousandths / IN_ONE

/** The exact sum; of nothing it is 0. */
export const sumPoints = (points: Iterable<number>): number => {
  let sum = 0
  for (const each of points) sum += tenThousandthsOf(each)
  return pointsOf(sum)
}

/** Below zero when `a` is less, 0 when both are equal, above zero when `a` is more. */
export const comparePoints = (a: number, b: number): number => tenThousandthsOf(a) - tenThousandthsOf(b)

export const equalPoints = (a: number, b: number): boolean => comparePoints(a, b) === 0

/** As finely as points can be given out. */
export const MOST_DECIMALS = 4

/**
 * Gives out `total` in proportion to `weights`, each part with at most `decimals` decimals, so that the parts add up to `total`
 * exactly (largest remainder, 最大余额法; of equal remainders the earlier part gets more). Refuses a total that is finer than
 * `decimals`, and weights that are all zero.
 */
export function distributePoints(total: number, weights: readonly number[], decimals: number): number[] {
  const unit = 10 ** (MOST_DECIMALS - decimals)
  const units = tenThousandthsOf(total) / unit
  if (!Number.isInteger(units)) throw new Problem('framework.points-decimals')
  const whole = weights.map((weight) => BigInt(tenThousandthsOf(weight)))
  const sum = whole.reduce((all, weight) => all + weight, 0n)
  if (sum === 0n) throw new Problem('framework.nothing-to-weigh')
  const quotas = whole.map((weight, index) => ({
    index,
    units: Number((BigInt(units) * weight) / sum),
    remainder: (BigInt(units) * weight) % sum,
  }))
  const left = units - quotas.reduce((given, quota) => given + quota.units, 0)
  const byRemainder = quotas.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
  )
  for (const quota of byRemainder.slice(0, left)) quota.units += 1
  return quotas.map((quota) => pointsOf(quota.units * unit))
}
