import type { Position } from '@chuangcheng/domain'
import { windingOf } from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { polygon, square, starRing } from '../../testing/shapes.ts'
import { readSurface } from './index.ts'

const flawCode = (geometry: unknown, limit?: number): string => {
  const reading = readSurface(geometry, limit)
  return 'flaw' in reading ? reading.flaw.code : 'none'
}

describe('readSurface', () => {
  it('accepts a square with a hole that touches the outside at one corner', () => {
    const hole: Position[] = [
      [121, 30.05],
      [121.04, 30.04],
      [121.04, 30.06],
      [121, 30.05],
    ]
    expect(flawCode(polygon(square(121, 30, 0.1), hole))).toBe('none')
  })

  it('turns the outside counter-clockwise and holes clockwise, drops heights and repeated positions', () => {
    const outer = square(121, 30, 0.1).toReversed()
    const raw = {
      type: 'Polygon',
      coordinates: [[outer[0], ...outer.map(([x, y]) => [x, y, 7])], square(121.02, 30.02, 0.01)],
    }
    const reading = readSurface(raw)
    if ('flaw' in reading || reading.surface.type !== 'Polygon') throw new Error('expected a polygon')
    const [outside = [], hole = []] = reading.surface.coordinates
    expect(outside).toHaveLength(5)
    expect(windingOf(outside)).toBeGreaterThan(0)
    expect(windingOf(hole)).toBeLessThan(0)
  })

  it('names the place where a ring crosses itself', () => {
    const bowtie: Position[] = [
      [121, 30],
      [121.1, 30.1],
      [121.1, 30],
      [121, 30.1],
      [121, 30],
    ]
    expect(readSurface(polygon(bowtie))).toEqual({
      flaw: { code: 'ring-crosses-itself', params: { longitude: 121.05, latitude: 30.05 } },
    })
  })

  it.each<[string, string, unknown]>([
    ['no geometry', 'geometry-missing', null],
    ['a point', 'geometry-not-a-polygon', { type: 'Point', coordinates: [1, 2] }],
    ['coordinates of text', 'geometry-not-a-polygon', { type: 'Polygon', coordinates: [[['1', '2']]] }],
    ['no rings', 'geometry-missing', polygon()],
    ['an open ring', 'ring-not-closed', polygon(square(1, 1, 1).slice(0, 4))],
    [
      'a ring of three positions',
      'ring-too-short',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ],
    ['a position off the globe', 'position-out-of-range', polygon(square(179.5, 1, 1))],
    [
      'a corner touching an edge',
      'ring-crosses-itself',
      polygon([
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 0],
        [0, 10],
        [0, 0],
      ]),
    ],
    [
      'a spike',
      'ring-crosses-itself',
      polygon([
        [0, 0],
        [10, 0],
        [10, 5],
        [15, 5],
        [10, 5],
        [10, 10],
        [0, 10],
        [0, 0],
      ]),
    ],
    [
      'all positions on one line',
      'ring-doubles-back',
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]),
    ],
    ['a hole across the outside', 'rings-cross', polygon(square(0, 0, 10), square(8, 2, 4))],
    ['a hole outside', 'hole-outside', polygon(square(0, 0, 1), square(5, 5, 1))],
    [
      'a part inside another',
      'parts-overlap',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 10)], [square(2, 2, 1)]] },
    ],
    [
      'the same part twice',
      'rings-cross',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(0, 0, 1)]] },
    ],
  ])('refuses %s as %s', (_what, code, geometry) => {
    expect(flawCode(geometry)).toBe(code)
  })

  it('accepts an island in the hole of another part', () => {
    const parts = [[square(0, 0, 10), square(2, 2, 4)], [square(3, 3, 1)]]
    expect(flawCode({ type: 'MultiPolygon', coordinates: parts })).toBe('none')
  })

  it('refuses too many vertices before looking at them', () => {
    expect(flawCode(polygon(square(0, 0, 1)), 4)).toBe('too-many-vertices')
  })

  it('takes a ring of 50,000 vertices', () => {
    const ring = starRing([121, 30], 50_000, (turn) => 0.1 + 0.02 * Math.sin(turn * 40))
    expect(flawCode(polygon(ring))).toBe('none')
  })
})
