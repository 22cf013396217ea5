/**
 * The plan: a flat sheet in kilometres, east and north of the city centre, on which streets are straight.
 * `toGround` bends the sheet as the river and the canal bend and lays it on WGS84, so everything drawn on it bends alike.
 */
export type Point = readonly [east: number, north: number]
/** Longitude and latitude in WGS84 degrees, rounded to 1e-6 (about 0.1 m). */
export type Position = [longitude: number, latitude: number]

/** Where the fictional city lies. Any place does: nothing around it is drawn. */
const ANCHOR = { longitude: 120, latitude: 32 }
const KILOMETRES_PER_DEGREE = 111.32
const TILT = 0.07

/** The line on the plan which the river follows (north = this) and the one the canal follows (east = this). */
export const RIVER_NORTH = -3.2
export const CANAL_EAST = 3.6

const riverBend = (east: number): number =>
  1.25 * Math.sin(east / 4.4 + 0.5) + Math.sin(east / 8.3 + 2.1) + 0.2 * Math.sin(east / 1.9)
const canalBend = (north: number): number => 0.55 * Math.sin(north / 3.4 + 0.8) + 0.3 * Math.sin(north / 6.1)
const fading = (distance: number, reach: number): number => Math.exp(-((distance / reach) ** 2))

/** The plan after bending, still in kilometres. */
function bend([east, north]: Point): Point {
  const bentEast =
    east + canalBend(north) * fading(east - CANAL_EAST, 3.2) + 0.3 * Math.sin(north / 3.1 + east / 9) * 0.8
  const bentNorth =
    north + riverBend(east) * fading(north - RIVER_NORTH, 4.6) + 0.28 * Math.sin(east / 3.9 + north / 7)
  return [
    bentEast * Math.cos(TILT) - bentNorth * Math.sin(TILT),
    bentEast * Math.sin(TILT) + bentNorth * Math.cos(TILT),
  ]
}

export const roundDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** From the plan to WGS84. */
export function toGround(point: Point): Position {
  const [east, north] = bend(point)
  const kilometresPerLongitude = KILOMETRES_PER_DEGREE * Math.cos((ANCHOR.latitude * Math.PI) / 180)
  return [
    roundDegrees(ANCHOR.longitude + east / kilometresPerLongitude),
    roundDegrees(ANCHOR.latitude + north / KILOMETRES_PER_DEGREE),
  ]
}

// not Math.hypot, which is several times slower; this runs millions of times
export const distance = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** The signed area in km², positive when the ring runs counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  let doubled = 0
  let previous = ring.at(-1)
  for (const point of ring) {
    if (previous) doubled += previous[0] * point[1] - point[0] * previous[1]
    previous = point
  }
  return doubled / 2
}

/** Whether the ring, open or closed, holds the point. */
export function ringHolds(ring: readonly Point[], [east, north]: Point): boolean {
  let inside = false
  let previous = ring.at(-1)
  for (const point of ring) {
    if (previous && point[1] > north !== previous[1] > north) {
      const crossing = ((previous[0] - point[0]) * (north - point[1])) / (previous[1] - point[1]) + point[0]
      if (east < crossing) inside = !inside
    }
    previous = point
  }
  return inside
}

/** The same line with a point at least every `step` kilometres; given points stay. */
export function refine(line: readonly Point[], step: number): Point[] {
  const fine: Point[] = []
  let previous: Point | undefined
  for (const point of line) {
    if (previous) {
      const pieces = Math.max(1, Math.ceil(distance(previous, point) / step))
      for (let piece = 1; piece < pieces; piece++) fine.push(between(previous, point, piece / pieces))
    }
    fine.push(point)
    previous = point
  }
  return fine
}

/** Positions of a line on the ground, without repeated neighbours. */
export function groundLine(line: readonly Point[]): Position[] {
  const positions: Position[] = []
  for (const point of line) {
    const position = toGround(point)
    const last = positions.at(-1)
    if (last?.[0] !== position[0] || last[1] !== position[1]) positions.push(position)
  }
  return positions
}

/** A closed ring of positions, counter-clockwise as RFC 7946 wants outer rings; `hole` turns it round. */
export function groundRing(ring: readonly Point[], hole = false): Position[] {
  const ordered = signedArea(ring) > 0 === hole ? [...ring].reverse() : ring
  const positions = groundLine(ordered)
  const first = positions[0]
  const last = positions.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push([first[0], first[1]])
  return positions
}
