/**
 * An exact number (精确数) as a fraction in lowest terms, the denominator above zero. Two thirds of a point stay two thirds until
 * somebody looks at them: rounding happens where a number is shown.
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction of nothing')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestDivisor(numerator, denominator * sign) * sign
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n }
export const ONE: Fraction = { numerator: 1n, denominator: 1n }

const DECIMAL = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:e(?<exponent>[+-]\d+))?$/

/** A number as it is written down in decimals: 0.1 is one tenth, not the binary fraction beside it. */
export function exactly(value: number): Fraction {
  const { sign = '', whole = '', part = '', exponent = '0' } = DECIMAL.exec(String(value))?.groups ?? {}
  if (whole === '') throw new RangeError(`not a finite number: ${value}`)
  const digits = BigInt(`${sign}${whole}${part}`)
  const power = Number(exponent) - part.length
  return power < 0 ? reduced(digits, 10n ** BigInt(-power)) : reduced(digits * 10n ** BigInt(power), 1n)
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const minus = (a: Fraction, b: Fraction): Fraction =>
  plus(a, { numerator: -b.numerator, denominator: b.denominator })

export const times = (a: Fraction, b: Fraction): Fraction =>
  reduced(a.numerator * b.numerator, a.denominator * b.denominator)

/** `a` divided by `b`; by zero throws a RangeError. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  reduced(a.numerator * b.denominator, a.denominator * b.numerator)

/** Below zero when `a` is less, 0 when both are equal, above zero when `a` is more. */
export function compareExactly(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return Number(difference > 0n) - Number(difference < 0n)
}

export const lesserOf = (a: Fraction, b: Fraction): Fraction => (compareExactly(a, b) <= 0 ? a : b)
export const greaterOf = (a: Fraction, b: Fraction): Fraction => (compareExactly(a, b) >= 0 ? a : b)

/** The mean in which each value counts by its weight (加权平均); weights that are all zero throw a RangeError. */
export function weightedMean(values: readonly (readonly [value: Fraction, weight: Fraction])[]): Fraction {
  let [sum, weights] = [ZERO, ZERO]
  for (const [value, weight] of values) {
    sum = plus(sum, times(value, weight))
    weights = plus(weights, weight)
  }
  return over(sum, weights)
}

/** For showing: rounded half away from zero (四舍五入) to so many decimals, all of them written. */
export function roundedTo(value: Fraction, decimals: number): string {
  const negative = value.numerator < 0n
  const size = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals)
  const units = (size * 2n + value.denominator) / (value.denominator * 2n)
  const digits = String(units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${negative && units > 0n ? '-' : ''}${whole}${part}`
}
