import type { Polygon, Position } from '@chuangcheng/domain'

/** A closed square ring, from its south-west corner. */
export const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
export const polygon = (...coordinates: Position[][]) =>
  ({ type: 'Polygon' as const, coordinates }) satisfies Polygon

/** A closed ring of corners around a middle, whose radius depends on the turn. */
export function starRing([x, y]: Position, corners: number, radius: (turn: number) => number): Position[] {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const turn = (2 * Math.PI * index) / corners
    return [x + radius(turn) * Math.cos(turn), y + radius(turn) * Math.sin(turn)]
  })
  return [...ring, ring[0] ?? [x, y]]
}
