import type { Partition, Side } from './partition.ts'
import { CANAL_EAST, distance, type Point, RIVER_NORTH, signedArea } from './plane.ts'
import { type Dice, itemAt } from './random.ts'

/** The outer ring of a group of cells and the rings of what it encloses, all on the plan. */
export interface Outline {
  outer: Point[]
  holes: Point[][]
}

/** Draws outlines of groups of cells; a side shared by two groups is the same line in both. */
export type Outliner = (cells: Iterable<number>) => Outline

export function outlinerFor(partition: Partition, dice: Dice): Outliner {
  const lines = new Map<number, Point[]>()
  for (const [number, side] of partition.sides) {
    if (number < side.twin) lines.set(number, bowedLine(partition, side, dice))
  }
  const lineOf = (number: number, side: Side): Point[] =>
    lines.get(number) ?? [...(lines.get(side.twin) ?? [])].reverse()

  return (cells) => {
    const group = new Set(cells)
    const border = new Map<number, [number, Side]>()
    for (const [number, side] of partition.sides) {
      if (group.has(side.cell) && !group.has(side.neighbour)) border.set(side.from, [number, side])
    }
    const rings: Point[][] = []
    while (border.size > 0) rings.push(nextRing(border, lineOf))
    rings.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
    const [outer, ...holes] = rings
    if (!outer) throw new RangeError('A group of no cells has no outline')
    return { outer, holes }
  }
}

/** Takes one ring out of the border: each side begins where the one before it ends. */
function nextRing(
  border: Map<number, [number, Side]>,
  lineOf: (number: number, side: Side) => Point[],
): Point[] {
  const ring: Point[] = []
  let [corner] = border.keys()
  for (let step = corner === undefined ? undefined : border.get(corner); step; ) {
    const [number, side] = step
    border.delete(side.from)
    ring.push(...lineOf(number, side).slice(0, -1))
    corner = side.to
    step = border.get(corner)
  }
  return ring
}

/**
 * A side drawn by a slightly uneven hand. Its points move only towards one of the two centres, hence stay in the triangle
 * between side and centre; those triangles do not overlap, so no two sides can cross.
 */
function bowedLine(partition: Partition, side: Side, dice: Dice): Point[] {
  const start = itemAt(partition.corners, side.from)
  const end = itemAt(partition.corners, side.to)
  const pull = itemAt(partition.centres, dice.chance(0.5) ? side.cell : side.neighbour)
  const length = distance(start, end)
  const pieces = Math.max(1, Math.ceil(length / 0.16))
  const strength = followsWater(start, end) ? 0 : dice.between(0.02, 0.16) * Math.min(1, length)
  const line: Point[] = [start]
  for (let piece = 1; piece < pieces; piece++) {
    const share = piece / pieces
    const bow = strength * Math.sin(Math.PI * share) * dice.between(0.55, 1)
    const base: Point = [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share]
    line.push([base[0] + (pull[0] - base[0]) * bow, base[1] + (pull[1] - base[1]) * bow])
  }
  line.push(end)
  return line
}

const followsWater = (start: Point, end: Point): boolean =>
  [start, end].every((point) => Math.abs(point[1] - RIVER_NORTH) < 0.15) ||
  [start, end].every((point) => Math.abs(point[0] - CANAL_EAST) < 0.12)
