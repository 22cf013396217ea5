import { type Fraction, ONE, plus, ZERO } from '../framework/fraction.ts'

/**
 * A running sum of fractions (精确累加), kept apart by denominator: adding is one addition of whole numbers, and nothing is brought to
 * lowest terms until somebody asks. Thousands of observations have a handful of denominators.
 */
export class ExactSum {
  /** numerators by denominator; none while nothing was added – most sums of a breakdown are of nothing */
  #parts: Map<bigint, bigint> | null = null

  add({ numerator, denominator }: Fraction, times = 1n): this {
    if (numerator !== 0n) {
      this.#parts ??= new Map()
      this.#parts.set(denominator, (this.#parts.get(denominator) ?? 0n) + numerator * times)
    }
    return this
  }

  /** Add another sum, as many times as `factor` says. */
  addAll(other: ExactSum, factor: Fraction = ONE): this {
    for (const [denominator, numerator] of other.#parts ?? [])
      this.add({ numerator: numerator * factor.numerator, denominator: denominator * factor.denominator })
    return this
  }

  /** The sum in lowest terms. */
  value(): Fraction {
    let sum = ZERO
    for (const [denominator, numerator] of this.#parts ?? []) sum = plus(sum, { numerator, denominator })
    return sum
  }

  /** As text, `n` or `n/d` in lowest terms. */
  toJSON(): string {
    return fractionText(this.value())
  }
}

/** A fraction as text (分数文本), `n` or `n/d`; `readFraction` reads it. */
export const fractionText = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`

/** Of a text that `fractionText` wrote. */
export function readFraction(text: string): Fraction {
  const [numerator = '', denominator = '1'] = text.split('/')
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/** A sum that begins with what was written down before. */
export const sumFrom = (text: string): ExactSum =>
  text === '0' ? new ExactSum() : new ExactSum().add(readFraction(text))
