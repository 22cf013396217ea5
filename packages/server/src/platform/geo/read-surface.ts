import type { Flaw, Position, Ring, Surface } from '@chuangcheng/domain'
import { areaInSquareMetres, flaw, isOnEarth, sideOfRing, windingOf } from '@chuangcheng/domain'
import { findRingContact } from './ring-contacts.ts'

/** A city's boundary at survey precision has some 50,000 vertices; more is a file not meant for an office. */
const MOST_VERTICES = 100_000

export type SurfaceReading = { readonly surface: Surface } | { readonly flaw: Flaw }

/** Thrown and caught in this file only: the first flaw ends the reading, however deep it is found. */
class Refusal extends Error {
  readonly flaw: Flaw
  constructor(found: Flaw) {
    super(found.code)
    this.flaw = found
  }
}

/**
 * Reads a GeoJSON Polygon or MultiPolygon (面要素) that nobody checked yet. Heights and repeated positions are dropped; winding
 * follows RFC 7946 §3.1.6 (outside counter-clockwise, holes clockwise). Refused, with reason and place: rings that are open,
 * too short, cross or double back, holes outside, parts over one another, no area, too many vertices.
 * The datum is not changed: places named in a flaw are those of the file.
 */
export function readSurface(geometry: unknown, mostVertices = MOST_VERTICES): SurfaceReading {
  try {
    return { surface: readChecked(geometry, mostVertices) }
  } catch (error) {
    if (error instanceof Refusal) return { flaw: error.flaw }
    throw error
  }
}

function readChecked(geometry: unknown, mostVertices: number): Surface {
  if (geometry === null || geometry === undefined) throw new Refusal(flaw('geometry-missing'))
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown } // any value may be asked for a property
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new Refusal(
      flaw('geometry-not-a-polygon', { type: typeof type === 'string' ? type.slice(0, 40) : '?' }),
    )
  }
  const parts = listOf(type === 'Polygon' ? [coordinates] : coordinates).map((part) => listOf(part))
  const vertices = parts.flat().reduce<number>((sum, ring) => sum + listOf(ring).length, 0)
  if (vertices > mostVertices) {
    throw new Refusal(flaw('too-many-vertices', { count: vertices, limit: mostVertices }))
  }
  const wound = parts.map((rings) => rings.map((ring, index) => wind(readRing(ring), index === 0)))
  if (wound.length === 0 || wound.some((rings) => rings.length === 0))
    throw new Refusal(flaw('geometry-missing'))
  mustFit(wound)
  const [only] = wound
  return wound.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: wound }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(flaw('geometry-not-a-polygon', { type: '?' }))
  return value
}

function readPosition(value: unknown): Position {
  const [longitude, latitude] = listOf(value)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw new Refusal(flaw('geometry-not-a-polygon', { type: '?' }))
  }
  if (!isOnEarth([longitude, latitude]))
    throw new Refusal(flaw('position-out-of-range', { longitude, latitude }))
  return [longitude, latitude]
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1]

function readRing(value: unknown): Ring {
  const positions = listOf(value).map(readPosition)
  const [first] = positions
  if (!first || !isSame(first, positions.at(-1))) throw new Refusal(flaw('ring-not-closed', placeOf(first)))
  const ring = positions.filter((position, index) => index === 0 || !isSame(position, positions[index - 1]))
  if (ring.length < 4) throw new Refusal(flaw('ring-too-short', placeOf(first)))
  return ring
}

const placeOf = (position: Position | undefined): { longitude: number; latitude: number } => ({
  longitude: position?.[0] ?? 0,
  latitude: position?.[1] ?? 0,
})

const wind = (ring: Ring, isOuter: boolean): Ring =>
  windingOf(ring) > 0 === isOuter ? ring : ring.toReversed()

function mustFit(parts: readonly (readonly Ring[])[]): void {
  const contact = findRingContact(parts.flat())
  if (contact) throw new Refusal(contact)
  for (const [outer = [], ...holes] of parts) {
    if (areaInSquareMetres({ type: 'Polygon', coordinates: [outer] }) === 0) {
      throw new Refusal(flaw('area-zero', placeOf(outer[0])))
    }
    for (const hole of holes) {
      const outside = hole.find((position) => sideOfRing(position, outer) < 0)
      if (outside) throw new Refusal(flaw('hole-outside', placeOf(outside)))
    }
  }
  mustLieApart(parts)
}

/** No crossing was found, so two parts overlap only when one lies wholly in the other, and not in a hole of it. */
function mustLieApart(parts: readonly (readonly Ring[])[]): void {
  for (const [at, [outer = []]] of parts.entries()) {
    for (const [other, [container = [], ...holes]] of parts.entries()) {
      if (at === other || !liesIn(outer, container)) continue
      if (!holes.some((hole) => liesIn(outer, hole)))
        throw new Refusal(flaw('parts-overlap', placeOf(outer[0])))
    }
  }
}

/** The first corner that is not on the other ring decides: rings that do not cross are wholly in or wholly out. */
function liesIn(ring: Ring, container: Ring): boolean {
  const sides = ring.map((position) => sideOfRing(position, container))
  return (sides.find((side) => side !== 0) ?? 1) > 0
}
