import type { Partition } from './partition.ts'
import { CANAL_EAST, distance, type Point, RIVER_NORTH } from './plane.ts'
import { itemAt } from './random.ts'

/** Cells that belong together, all of them connected. */
export type Region = number[]

interface Reached {
  cell: number
  region: number
  cost: number
}

/** What a step from one cell to its neighbour costs; water and short shared sides are costly to cross. */
type StepCost = (from: number, to: number) => number

/** Neighbours of every cell by sides of at least 60 m: regions joined at a mere corner would look torn. */
export function neighboursIn(partition: Partition): Map<number, number[]> {
  const neighbours = new Map<number, number[]>(partition.cityCells.map((cell) => [cell, []]))
  for (const side of partition.sides.values()) {
    const length = distance(itemAt(partition.corners, side.from), itemAt(partition.corners, side.to))
    if (length > 0.06 && neighbours.has(side.neighbour)) neighbours.get(side.cell)?.push(side.neighbour)
  }
  return neighbours
}

const isAcross = (a: Point, b: Point): boolean =>
  a[1] > RIVER_NORTH !== b[1] > RIVER_NORTH || a[0] > CANAL_EAST !== b[0] > CANAL_EAST

/** A step counts one, plus a little for its length, and much more over water. */
export const stepCostIn =
  (partition: Partition, waterToll: number): StepCost =>
  (from, to) => {
    const a = itemAt(partition.centres, from)
    const b = itemAt(partition.centres, to)
    return 1 + 0.3 * distance(a, b) + (isAcross(a, b) ? waterToll : 0)
  }

/** Grows connected regions from their first cells until all of `cells` is taken; `pace` above 1 makes a region larger. */
export function growRegions(
  cells: readonly number[],
  starts: readonly number[],
  neighbours: Map<number, number[]>,
  stepCost: StepCost,
  pace: readonly number[] = [],
): Region[] {
  const free = new Set(cells)
  const regions: Region[] = starts.map(() => [])
  const front: Reached[] = starts.map((cell, region) => ({ cell, region, cost: 0 }))
  for (let reached = takeCheapest(front); reached; reached = takeCheapest(front)) {
    const { cell, region, cost } = reached
    if (!free.delete(cell)) continue
    itemAt(regions, region).push(cell)
    for (const next of neighbours.get(cell) ?? []) {
      if (free.has(next))
        front.push({ cell: next, region, cost: cost + stepCost(cell, next) / (pace[region] ?? 1) })
    }
  }
  return regions
}

function takeCheapest(front: Reached[]): Reached | undefined {
  let cheapest = 0
  for (let index = 1; index < front.length; index++) {
    if (itemAt(front, index).cost < itemAt(front, cheapest).cost) cheapest = index
  }
  return front.splice(cheapest, 1)[0]
}

export function nearestCell(cells: readonly number[], centres: readonly Point[], target: Point): number {
  let best = itemAt(cells, 0)
  for (const cell of cells) {
    if (distance(itemAt(centres, cell), target) < distance(itemAt(centres, best), target)) best = cell
  }
  return best
}

export const middleOf = (cells: readonly number[], centres: readonly Point[]): Point => [
  cells.reduce((sum, cell) => sum + itemAt(centres, cell)[0], 0) / cells.length,
  cells.reduce((sum, cell) => sum + itemAt(centres, cell)[1], 0) / cells.length,
]

/** At most `count` first cells far from one another: each the one farthest (in steps of its own size) from those before it. */
export function spreadStarts(cells: readonly number[], centres: readonly Point[], count: number): number[] {
  const starts = [nearestCell(cells, centres, middleOf(cells, centres))]
  const coarseness = (cell: number): number => 1 + Math.hypot(...itemAt(centres, cell)) / 5
  while (starts.length < Math.min(count, cells.length)) {
    let best = itemAt(cells, 0)
    let bestGap = -1
    for (const cell of cells) {
      const gaps = starts.map((start) => distance(itemAt(centres, cell), itemAt(centres, start)))
      const gap = Math.min(...gaps) / coarseness(cell)
      if (gap > bestGap) {
        best = cell
        bestGap = gap
      }
    }
    starts.push(best)
  }
  return starts
}

/** Divides connected cells into connected regions of about as many cells each, which begin at these cells and move apart. */
export function divide(
  cells: readonly number[],
  starts: readonly number[],
  partition: Partition,
  neighbours: Map<number, number[]>,
): Region[] {
  const { centres } = partition
  const stepCost = stepCostIn(partition, 6)
  let paces = starts.map(() => 1)
  let regions = growRegions(cells, starts, neighbours, stepCost)
  for (let round = 0; round < 8; round++) {
    // regions that came out small grow faster the next time
    paces = regions.map(
      (region, index) => itemAt(paces, index) * (cells.length / starts.length / region.length) ** 0.35,
    )
    const middles = regions.map((region) => nearestCell(region, centres, middleOf(region, centres)))
    regions = growRegions(cells, middles, neighbours, stepCost, paces)
  }
  return regions
}
