import type { Flaw, Position, Ring } from '@chuangcheng/domain'
import { edgesOf, flaw } from '@chuangcheng/domain'
import Flatbush from 'flatbush'

interface Edge {
  readonly from: Position
  readonly to: Position
  /** Rings are numbered through all parts. */
  readonly ring: number
  /** Place of the edge in its ring, and how many the ring has. */
  readonly place: number
  readonly ringLength: number
}

const turn = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const isBetween = (point: Position, a: Position, b: Position): boolean =>
  Math.min(a[0], b[0]) <= point[0] &&
  point[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= point[1] &&
  point[1] <= Math.max(a[1], b[1])

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

type Contact = { readonly kind: 'crossing' | 'touch' | 'overlap'; readonly at: Position }

/** How two edges meet, or null. An overlap shares more than one point. */
function contactOf(left: Edge, right: Edge): Contact | null {
  const [a, b, c, d] = [left.from, left.to, right.from, right.to]
  const [sideC, sideD] = [turn(a, b, c), turn(a, b, d)]
  const [sideA, sideB] = [turn(c, d, a), turn(c, d, b)]
  if (sideC * sideD < 0 && sideA * sideB < 0) return { kind: 'crossing', at: crossingPoint(a, b, c, d) }
  const shared = [
    sideC === 0 && isBetween(c, a, b) ? c : null,
    sideD === 0 && isBetween(d, a, b) ? d : null,
    sideA === 0 && isBetween(a, c, d) ? a : null,
    sideB === 0 && isBetween(b, c, d) ? b : null,
  ].filter((point) => point !== null)
  const [first] = shared
  if (!first) return null
  const second = shared.find((point) => !isSame(point, first))
  return second ? { kind: 'overlap', at: middle(first, second) } : { kind: 'touch', at: first }
}

const middle = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

function crossingPoint(a: Position, b: Position, c: Position, d: Position): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const [ex, ey] = [d[0] - c[0], d[1] - c[1]]
  const along = ((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / (dx * ey - dy * ex)
  return [a[0] + along * dx, a[1] + along * dy]
}

const areNeighbours = (left: Edge, right: Edge): boolean => {
  const apart = Math.abs(left.place - right.place)
  return left.ring === right.ring && (apart === 1 || apart === left.ringLength - 1)
}

/** The rule a contact breaks. Neighbours in a ring share a corner; rings may touch at points, as holes do. */
function flawOf(left: Edge, right: Edge): Flaw | null {
  const contact = contactOf(left, right)
  if (!contact) return null
  const params = { longitude: rounded(contact.at[0]), latitude: rounded(contact.at[1]) }
  if (left.ring !== right.ring) return contact.kind === 'touch' ? null : flaw('rings-cross', params)
  if (contact.kind === 'overlap') return flaw('ring-doubles-back', params)
  return areNeighbours(left, right) ? null : flaw('ring-crosses-itself', params)
}

const rounded = (degrees: number): number => Number(degrees.toFixed(6))

const listEdges = (rings: readonly Ring[]): Edge[] =>
  rings.flatMap((ring, number) =>
    [...edgesOf(ring)].map(([from, to], place) => ({
      from,
      to,
      ring: number,
      place,
      ringLength: ring.length - 1,
    })),
  )

/**
 * The first place where rings cross themselves or one another (自相交), or null. Every edge is compared with those whose boxes
 * meet its own, so 100,000 vertices take a fraction of a second. Rings are closed and without repeated positions.
 */
export function findRingContact(rings: readonly Ring[]): Flaw | null {
  const edges = listEdges(rings)
  if (edges.length === 0) return null
  const index = new Flatbush(edges.length)
  for (const { from, to } of edges) {
    index.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    )
  }
  index.finish()
  for (const [at, edge] of edges.entries()) {
    const [west, east] = [Math.min(edge.from[0], edge.to[0]), Math.max(edge.from[0], edge.to[0])]
    const [south, north] = [Math.min(edge.from[1], edge.to[1]), Math.max(edge.from[1], edge.to[1])]
    for (const other of index.search(west, south, east, north, (candidate) => candidate > at)) {
      const second = edges[other]
      const found = second ? flawOf(edge, second) : null
      if (found) return found
    }
  }
  return null
}
