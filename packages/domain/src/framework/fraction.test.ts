import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareExactly,
  exactly,
  lesserOf,
  minus,
  ONE,
  over,
  plus,
  roundedTo,
  times,
  weightedMean,
  ZERO,
} from './fraction.ts'

const decimal = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((parts) => parts / 10_000)
const fraction = fc
  .tuple(decimal, fc.integer({ min: 1, max: 999 }))
  .map(([a, b]) => over(exactly(a), exactly(b)))

describe('an exact number', () => {
  it('is what is written down, in lowest terms', () => {
    expect(exactly(0.1)).toEqual({ numerator: 1n, denominator: 10n })
    expect(exactly(-12.5)).toEqual({ numerator: -25n, denominator: 2n })
    expect(exactly(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n })
    expect(exactly(1.5e21)).toEqual({ numerator: 1_500_000_000_000_000_000_000n, denominator: 1n })
    expect(() => exactly(Number.NaN)).toThrow(RangeError)
    expect(() => over(ONE, ZERO)).toThrow(RangeError)
  })

  it('is shown rounded half away from zero', () => {
    expect(roundedTo(over(exactly(2), exactly(3)), 2)).toBe('0.67')
    expect(roundedTo(exactly(1.005), 2)).toBe('1.01')
    expect(roundedTo(exactly(-0.005), 2)).toBe('-0.01')
    expect(roundedTo(exactly(-0.004), 2)).toBe('0.00')
    expect(roundedTo(exactly(12.5), 0)).toBe('13')
  })

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
        expect(plus(minus(a, b), b)).toEqual(a)
        if (compareExactly(b, ZERO) !== 0) expect(times(over(a, b), b)).toEqual(a)
        expect(compareExactly(a, b)).toBe(-compareExactly(b, a) + 0)
        expect(lesserOf(a, b)).toEqual(lesserOf(b, a))
      }),
    )
  })

  it('is the mean of itself, however it is weighed', () => {
    fc.assert(
      fc.property(
        fraction,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 }),
        (a, weights) => {
          expect(weightedMean(weights.map((weight) => [a, exactly(weight)]))).toEqual(a)
        },
      ),
    )
  })
})
