import type { Ring, Surface } from './geometry.ts'
import { partsOf } from './geometry.ts'
import { boxOf, centroidOf, edgesOf } from './measure.ts'
import type { Position } from './position.ts'

/** True when the position lies on the edge, ends included; only asked when the edge does not cross the position's latitude. */
const isOnLevelEdge = ([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): boolean =>
  (y1 === y && x1 === x) || (y2 === y && x2 === x) || (y1 === y && y2 === y && x1 > x !== x2 > x)

/** What an edge does to a ray going east from the position. */
function meet(
  position: Position,
  from: Position,
  to: Position,
): 'through the position' | 'crosses the ray' | 'misses' {
  const [x, y] = position
  if (from[1] > y === to[1] > y) return isOnLevelEdge(position, from, to) ? 'through the position' : 'misses'
  const turn = (to[0] - from[0]) * (y - from[1]) - (x - from[0]) * (to[1] - from[1])
  if (turn === 0) return 'through the position'
  return turn > 0 === to[1] > from[1] ? 'crosses the ray' : 'misses'
}

/** 1 inside, 0 on the ring, -1 outside (射线法): exact comparisons, no tolerance. */
export function sideOfRing(position: Position, ring: Ring): 1 | 0 | -1 {
  let inside = false
  // An indexed loop, not a generator: the area index runs this for every site of an import.
  for (let index = 1; index < ring.length; index++) {
    const from = ring[index - 1]
    const to = ring[index]
    if (!from || !to) continue
    const meeting = meet(position, from, to)
    if (meeting === 'through the position') return 0
    if (meeting === 'crosses the ray') inside = !inside
  }
  return inside ? 1 : -1
}

/** An edge (边) by its ends. */
export type Edge = readonly [from: Position, to: Position]

/** As {@link sideOfRing}, from those edges alone that reach the position's latitude: the others never meet the ray. */
export function sideAmongEdges(position: Position, edges: readonly Edge[]): 1 | 0 | -1 {
  let inside = false
  for (const [from, to] of edges) {
    const meeting = meet(position, from, to)
    if (meeting === 'through the position') return 0
    if (meeting === 'crosses the ray') inside = !inside
  }
  return inside ? 1 : -1
}

/** True when the position lies in the boundary or on its line (含边线), and not inside a hole. */
export const contains = (surface: Surface, position: Position): boolean =>
  partsOf(surface).some(([outer, ...holes]) => {
    if (!outer || sideOfRing(position, outer) < 0) return false
    return holes.every((hole) => sideOfRing(position, hole) <= 0)
  })

/** The widest stretch of the line `latitude` inside the boundary: its middle and width, or null. */
function widestStretch(surface: Surface, latitude: number): { middle: Position; width: number } | null {
  const crossings: number[] = []
  for (const [[x1, y1], [x2, y2]] of partsOf(surface)
    .flat()
    .flatMap((ring) => [...edgesOf(ring)])) {
    if (y1 > latitude !== y2 > latitude) crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1))
  }
  crossings.sort((a, b) => a - b)
  let best: { middle: Position; width: number } | null = null
  for (let index = 1; index < crossings.length; index += 2) {
    const [from = 0, to = 0] = [crossings[index - 1], crossings[index]]
    if (to - from > (best?.width ?? 0)) best = { middle: [(from + to) / 2, latitude], width: to - from }
  }
  return best
}

/**
 * A point surely inside (标注点), for labels and for placing a site that has none: the centroid when it lies inside, otherwise the
 * middle of the widest of 15 stretches from west to east.
 */
export function labelPointOf(surface: Surface): Position {
  const centroid = centroidOf(surface)
  if (contains(surface, centroid)) return centroid
  const [, south, , north] = boxOf(surface)
  const stretches = Array.from({ length: 15 }, (_, index) => south + ((north - south) * (index + 0.5)) / 15)
    .map((latitude) => widestStretch(surface, latitude))
    .filter((stretch) => stretch !== null)
    .sort((a, b) => b.width - a.width)
  return stretches[0]?.middle ?? centroid
}
