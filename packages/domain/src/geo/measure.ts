import type { Ring, Surface } from './geometry.ts'
import { partsOf } from './geometry.ts'
import type { Box, Position } from './position.ts'

/** Radius of the sphere with the Earth's surface (authalic, metres), WGS84. */
const EARTH_RADIUS = 6_371_007.1809
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The box around a boundary (外接矩形). */
export function boxOf(surface: Surface): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of partsOf(surface).flat(2)) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [west, south, east, north]
}

/** Twice the signed area in square degrees; positive for a counter-clockwise ring. */
export function windingOf(ring: Ring): number {
  const origin = ring[0] ?? [0, 0]
  let sum = 0
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    sum += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1])
  }
  return sum
}

/** The edges (边) of a ring, in order. */
export function* edgesOf(ring: Ring): Generator<readonly [Position, Position]> {
  for (let index = 1; index < ring.length; index++) {
    const from = ring[index - 1]
    const to = ring[index]
    if (from && to) yield [from, to]
  }
}

/** Area of a ring on the sphere, in m², unsigned (Chamberlain & Duquette 2007, eq. 7 by edges). */
function ringArea(ring: Ring): number {
  let sum = 0
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    sum += radians(x2 - x1) * (2 + Math.sin(radians(y1)) + Math.sin(radians(y2)))
  }
  return Math.abs((sum * EARTH_RADIUS * EARTH_RADIUS) / 2)
}

/** Area (面积) in m² of a WGS84 boundary, holes taken off; within 0.5 % of the ellipsoid's. */
export function areaInSquareMetres(surface: Surface): number {
  let sum = 0
  for (const [outer, ...holes] of partsOf(surface)) {
    if (outer) sum += ringArea(outer)
    for (const hole of holes) sum -= ringArea(hole)
  }
  return sum
}

/** The area-weighted middle (质心), holes taken off. It may lie outside a bent boundary; see {@link labelPointOf}. */
export function centroidOf(surface: Surface): Position {
  const box = boxOf(surface)
  const origin: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  let [weight, east, north] = [0, 0, 0]
  for (const rings of partsOf(surface)) {
    rings.forEach((ring, index) => {
      const sign = Math.sign(windingOf(ring)) * (index === 0 ? 1 : -1)
      for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
        const [ax, ay, bx, by] = [x1 - origin[0], y1 - origin[1], x2 - origin[0], y2 - origin[1]]
        const cross = sign * (ax * by - bx * ay)
        weight += cross
        east += (ax + bx) * cross
        north += (ay + by) * cross
      }
    })
  }
  return weight === 0 ? origin : [origin[0] + east / (3 * weight), origin[1] + north / (3 * weight)]
}
