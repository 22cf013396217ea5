import type { AreaRow } from './area-row.ts'
import type { Partition } from './partition.ts'
import { type Point, ringHolds } from './plane.ts'
import { itemAt } from './random.ts'

/** In kilometres: 8 m. */
const CLEARANCE = 0.008

/** The clearance makes up for rounding and for straight sides between points that the ground bends. */
export function communityFinder(
  partition: Partition,
  gridCells: readonly AreaRow[],
  communities: readonly AreaRow[],
): (point: Point) => AreaRow | undefined {
  const byCode = new Map(communities.map((row) => [row.code, row]))
  const byCell = new Map(gridCells.map((row) => [itemAt(row.cells, 0), row]))
  const { delaunay } = partition

  const communityCodeAt = (point: Point): string | undefined => {
    const cell = delaunay.find(point[0], point[1])
    for (const candidate of [cell, ...delaunay.neighbors(cell)]) {
      const row = byCell.get(candidate)
      if (row && ringHolds(row.outline.outer, point)) return row.parentCode
    }
    return undefined
  }
  return (point) => {
    const [east, north] = point
    const code = communityCodeAt(point)
    if (code === undefined) return undefined
    const around: Point[] = [
      [east + CLEARANCE, north],
      [east - CLEARANCE, north],
      [east, north + CLEARANCE],
      [east, north - CLEARANCE],
    ]
    return around.every((near) => communityCodeAt(near) === code) ? byCode.get(code) : undefined
  }
}
