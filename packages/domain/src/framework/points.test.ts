import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePoints,
  distributePoints,
  equalPoints,
  hasFourDecimals,
  pointsOf,
  sumPoints,
} from './points.ts'

const points = fc.integer({ min: 0, max: 1_000_000_000 }).map(pointsOf)
const weights = fc
  .array(points, { minLength: 1, maxLength: 60 })
  .filter((all) => all.some((weight) => weight > 0))

describe('points', () => {
  it('have at most four decimals', () => {
    expect([0, 2, 0.1, 1.0667, 100_000].every(hasFourDecimals)).toBe(true)
    expect([0.00001, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY, 1e300].some(hasFourDecimals)).toBe(false)
    expect(() => sumPoints([1 / 3])).toThrow('framework.points-decimals')
  })

  it('add up as on paper', () => {
    expect(sumPoints([0.1, 0.2])).toBe(0.3)
    expect(sumPoints(Array.from({ length: 3000 }, () => 0.1))).toBe(300)
    expect(sumPoints([])).toBe(0)
    expect(equalPoints(0.3, sumPoints([0.1, 0.2]))).toBe(true)
    expect(comparePoints(1.0666, 1.0667)).toBeLessThan(0)
  })

  it('survive being written and read again', () => {
    fc.assert(
      fc.property(points, (value) => {
        expect(hasFourDecimals(value)).toBe(true)
        expect(JSON.parse(JSON.stringify(value))).toBe(value)
        expect(Number(value.toFixed(4))).toBe(value)
      }),
    )
  })
})

describe('points that are given out', () => {
  it('go by the largest remainder, of equal ones to the earlier', () => {
    expect(distributePoints(100, [1, 1, 1], 0)).toEqual([34, 33, 33])
    expect(distributePoints(10, [1, 1, 1], 2)).toEqual([3.34, 3.33, 3.33])
    // 7 : 2 : 1 of 12 is 8.4, 2.4, 1.2: one point is left, and the first of both 0.4 gets it
    expect(distributePoints(12, [7, 2, 1], 0)).toEqual([9, 2, 1])
    expect(distributePoints(1, [0, 3], 4)).toEqual([0, 1])
  })

  it('are refused when they cannot add up', () => {
    expect(() => distributePoints(0.5, [1, 1], 0)).toThrow('framework.points-decimals')
    expect(() => distributePoints(10, [0, 0], 2)).toThrow('framework.nothing-to-weigh')
    expect(() => distributePoints(10, [], 2)).toThrow('framework.nothing-to-weigh')
  })

  it('add up exactly, each within a step of its share, more weight never getting less', () => {
    const totals = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(totals, weights, fc.integer({ min: 0, max: 4 }), (total, given, decimals) => {
        const parts = distributePoints(total, given, decimals)
        expect(sumPoints(parts)).toBe(total)
        const sum = sumPoints(given)
        const step = 10 ** -decimals
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Math.abs(part - (total * (given[index] ?? 0)) / sum)).toBeLessThan(step * 1.000001 + 1e-6)
        }
        const pairs = given.map((weight, index) => [weight, parts[index] ?? 0] as const)
        pairs.sort(([a], [b]) => a - b)
        for (const [index, [weight, part]] of pairs.entries()) {
          const [heavier, more] = pairs[index + 1] ?? [weight, part]
          if (heavier > weight) expect(more).toBeGreaterThanOrEqual(part)
        }
      }),
    )
  })

  it('are found again by distributing in proportion to themselves', () => {
    fc.assert(
      fc.property(weights, (given) => {
        expect(distributePoints(sumPoints(given), given, 4)).toEqual(given)
      }),
    )
  })
})
