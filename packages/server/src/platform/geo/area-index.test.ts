import type { Polygon } from '@chuangcheng/domain'
import { areaInSquareMetres, centroidOf, contains, labelPointOf } from '@chuangcheng/domain'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polygon, square, starRing } from '../../testing/shapes.ts'
import type { IndexedArea } from './index.ts'
import { createAreaIndex } from './index.ts'

const star = fc
  .record({
    middle: fc.tuple(
      fc.double({ min: 120, max: 122, noNaN: true }),
      fc.double({ min: 29, max: 31, noNaN: true }),
    ),
    spokes: fc.array(fc.double({ min: 0.02, max: 0.5, noNaN: true }), { minLength: 5, maxLength: 30 }),
  })
  .map(({ middle, spokes }): Polygon => {
    const radius = (turn: number) => spokes[Math.round((turn * spokes.length) / (2 * Math.PI))] ?? 0.1
    return polygon(starRing(middle, spokes.length, radius))
  })

describe('createAreaIndex', () => {
  it('agrees with asking turf about every area, deepest level first', () => {
    const levels = ['city', 'district', 'community'] as const
    fc.assert(
      fc.property(
        fc.array(star, { maxLength: 12 }),
        fc.array(
          fc.tuple(
            fc.double({ min: 120, max: 122, noNaN: true }),
            fc.double({ min: 29, max: 31, noNaN: true }),
          ),
          { maxLength: 20 },
        ),
        (shapes, points) => {
          const areas = shapes.map(
            (geometry, at): IndexedArea => ({ id: `a${at}`, level: levels[at % 3] ?? 'city', geometry }),
          )
          const index = createAreaIndex(areas)
          for (const point of points) {
            const expected = areas.filter((area) =>
              booleanPointInPolygon([...point], {
                type: 'Polygon',
                coordinates: (area.geometry as Polygon).coordinates.map((ring) =>
                  ring.map((position) => [...position]),
                ),
              }),
            )
            const found = index.at(...point)
            expect(new Set(found)).toEqual(new Set(expected.map((area) => area.id)))
            const depths = found.map((id) =>
              levels.indexOf(areas.find((area) => area.id === id)?.level as 'city'),
            )
            expect(depths).toEqual(depths.toSorted((a, b) => b - a))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('knows nothing when there are no areas', () => {
    expect(createAreaIndex([]).at(121, 30)).toEqual([])
  })

  it('finds a position on a common line in both neighbours, in a steady order', () => {
    const index = createAreaIndex([
      { id: 'b', level: 'community', geometry: polygon(square(1, 0, 1)) },
      { id: 'a', level: 'community', geometry: polygon(square(0, 0, 1)) },
    ])
    expect(index.at(1, 0.5)).toEqual(['a', 'b'])
  })
})

describe('measures', () => {
  it('gives the area of a one-degree square at the equator within 0.6 %', () => {
    expect(areaInSquareMetres(polygon(square(0, 0, 1))) / 12_308_778_361).toBeCloseTo(1, 2)
  })

  it('agrees with a flat calculation for a small square, hole taken off', () => {
    const side = (0.01 * Math.PI * 6_371_007) / 180
    const expected = side * side * Math.cos((30.005 * Math.PI) / 180) * 0.75
    const area = areaInSquareMetres(polygon(square(121, 30, 0.01), square(121.002, 30.002, 0.005)))
    expect(area / expected).toBeCloseTo(1, 3)
  })

  it('puts the centroid of an L where the weight is', () => {
    const [x, y] = centroidOf(
      polygon([
        [0, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [1, 2],
        [0, 2],
        [0, 0],
      ]),
    )
    expect(x).toBeCloseTo(5 / 6)
    expect(y).toBeCloseTo(5 / 6)
  })

  it('puts the label inside, whatever the shape', () => {
    const horseshoe = polygon([
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ])
    expect(contains(horseshoe, centroidOf(horseshoe))).toBe(false)
    expect(contains(horseshoe, labelPointOf(horseshoe))).toBe(true)
    fc.assert(fc.property(star, (shape) => contains(shape, labelPointOf(shape))))
  })
})
