import type { Point } from './plane.ts'

export type RoadClass = 'motorway' | 'trunk' | 'primary' | 'secondary' | 'residential'

/** A road on the plan; roads of one name may come in several pieces. */
export interface Road {
  class: RoadClass
  name: string
  line: Point[]
}

/** The pieces of a finely drawn line that are left where `isOpen` holds, if at least `shortest` points long. */
export function openPieces(
  line: readonly Point[],
  isOpen: (point: Point) => boolean,
  shortest = 2,
): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (const point of line) {
    if (isOpen(point)) {
      piece.push(point)
      continue
    }
    if (piece.length >= shortest) pieces.push(piece)
    piece = []
  }
  if (piece.length >= shortest) pieces.push(piece)
  return pieces
}

/** Every n-th point of a finely drawn line and its two ends. */
export const thin = (line: readonly Point[], every: number): Point[] =>
  line.filter((_, index) => index % every === 0 || index === line.length - 1)
