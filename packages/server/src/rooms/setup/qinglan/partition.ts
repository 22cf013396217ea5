import { Delaunay } from 'd3-delaunay'
import { HORIZON } from './landscape.ts'
import { CANAL_EAST, distance, type Point, RIVER_NORTH } from './plane.ts'
import { type Dice, itemAt } from './random.ts'

/** One side of a cell: it runs from one corner to another, with the cell on one hand and its neighbour on the other. */
export interface Side {
  cell: number
  neighbour: number
  /** Numbers of the corners; three cells meet in a corner, so rings never touch themselves. */
  from: number
  to: number
  /** Number of the side that runs the other way. */
  twin: number
}

type Triangulation = Delaunay<Delaunay.Point>

/** A plan cut into cells without gaps or overlaps. */
export interface Partition {
  centres: Point[]
  corners: Point[]
  sides: Map<number, Side>
  /** Cells of the city; the others only give it an outer edge. */
  cityCells: number[]
  delaunay: Triangulation
}

/** Distance wanted between cell centres: small in the centre, large in the country (kilometres). */
const spacing = (point: Point): number =>
  0.575 + 0.93 * Math.min(1, Math.hypot(point[0], point[1]) / 17) ** 1.25

/** Whether the city's land reaches to the point: a rounded, uneven shape. */
const isCityLand = ([east, north]: Point): boolean => {
  const angle = Math.atan2(north, east)
  const reach =
    16.1 + 1.5 * Math.sin(2 * angle + 0.9) + 1.1 * Math.sin(3 * angle + 2.4) + 0.6 * Math.sin(5 * angle + 0.3)
  return Math.hypot(east, north) < reach
}

/** Pairs of centres mirrored in the river and in the canal, so that the border between them is the water's middle line. */
function mirroredCentres(dice: Dice): Point[] {
  const pairs: Point[] = []
  for (let east = -HORIZON; east < HORIZON; east += spacing([east, RIVER_NORTH])) {
    const reach = 0.45 * spacing([east, RIVER_NORTH])
    pairs.push([east, RIVER_NORTH + reach * dice.between(0.96, 1.04)], [east, RIVER_NORTH - reach])
  }
  for (let north = -HORIZON; north < HORIZON; north += spacing([CANAL_EAST, north])) {
    const reach = 0.42 * spacing([CANAL_EAST, north])
    const pair: Point[] = [
      [CANAL_EAST + reach * dice.between(0.96, 1.04), north],
      [CANAL_EAST - reach, north],
    ]
    if (pair.every((point) => isApart(point, pairs))) pairs.push(...pair)
  }
  return pairs
}

const isApart = (point: Point, others: readonly Point[]): boolean => {
  const wanted = 0.8 * spacing(point)
  return others.every((other) => distance(point, other) > wanted)
}

function scatter(dice: Dice): { centres: Point[]; fixed: number } {
  const centres = mirroredCentres(dice)
  const fixed = centres.length
  for (let attempt = 0; attempt < 9000; attempt++) {
    const candidate: Point = [dice.between(-HORIZON, HORIZON), dice.between(-HORIZON, HORIZON)]
    if (Math.hypot(candidate[0], candidate[1]) < 21 && isApart(candidate, centres)) centres.push(candidate)
  }
  return { centres, fixed }
}

const middle = (points: readonly Point[]): Point => [
  points.reduce((sum, point) => sum + point[0], 0) / points.length,
  points.reduce((sum, point) => sum + point[1], 0) / points.length,
]

/** Moves every free centre to the middle of its cell: cells become rounder and more even. */
function relax(centres: Point[], fixed: number): Point[] {
  const frame: [number, number, number, number] = [-HORIZON - 1, -HORIZON - 1, HORIZON + 1, HORIZON + 1]
  const voronoi = triangulate(centres).voronoi(frame)
  return centres.map((centre, cell) => {
    if (cell < fixed) return centre
    const polygon = voronoi.cellPolygon(cell)
    return middle(polygon.slice(1).map(([east, north]): Point => [east, north]))
  })
}

const triangulate = (centres: readonly Point[]): Triangulation =>
  Delaunay.from(centres.map(([east, north]): Delaunay.Point => [east, north]))

export function cutPlan(dice: Dice): Partition {
  let { centres, fixed } = scatter(dice)
  for (let round = 0; round < 3; round++) centres = relax(centres, fixed)
  const delaunay = triangulate(centres)
  const { circumcenters } = delaunay.voronoi([-40, -40, 40, 40])
  const corners = Array.from(
    { length: circumcenters.length / 2 },
    (_, corner): Point => [itemAt(circumcenters, corner * 2), itemAt(circumcenters, corner * 2 + 1)],
  )
  const cityCells = centres.flatMap((centre, cell) => (isCityLand(centre) ? [cell] : []))
  return { centres, corners, sides: sidesOf(delaunay), cityCells, delaunay }
}

/** Every pair of neighbouring cells meets in one side; the two half-edges of the triangulation are its two directions. */
function sidesOf({ triangles, halfedges }: Triangulation): Map<number, Side> {
  const sides = new Map<number, Side>()
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = itemAt(halfedges, edge)
    if (twin < 0) continue
    const following = edge % 3 === 2 ? edge - 2 : edge + 1
    sides.set(edge, {
      cell: itemAt(triangles, edge),
      neighbour: itemAt(triangles, following),
      from: Math.floor(twin / 3),
      to: Math.floor(edge / 3),
      twin,
    })
  }
  return sides
}
