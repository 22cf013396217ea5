import { describe, expect, it } from 'vitest'
import type { Box } from './position.ts'
import { positionFlaw } from './position.ts'

const city: Box = [121.3, 29.6, 121.9, 30.1]

describe('positionFlaw', () => {
  it.each<[string, [number, number], Box | null, string | undefined]>([
    ['a place in the city', [121.5, 29.8], city, undefined],
    ['a place just across the line', [121.91, 29.8], city, undefined],
    ['latitude first', [29.8, 121.5], city, 'position-swapped'],
    ['latitude first, before the city has a boundary', [29.8, 121.5], null, 'position-swapped'],
    ['another city', [116.4, 39.9], city, 'position-outside-city'],
    ['another city, before there is a boundary', [116.4, 39.9], null, undefined],
    ['the middle of the sea', [0, 0], city, 'position-outside-city'],
    ['metres instead of degrees', [40_500_000, 3_300_000], city, 'position-out-of-range'],
    ['a latitude beyond the pole', [121.5, 91], null, 'position-out-of-range'],
  ])('judges %s', (_what, position, box, code) => {
    expect(positionFlaw(position, box)?.code).toBe(code)
  })
})
