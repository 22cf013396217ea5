import type { Position } from './position.ts'

/** A closed line (环): first and last position are equal. */
export type Ring = readonly Position[]

/** A surface (面) as in RFC 7946: first ring outside, the others holes. */
export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: readonly Ring[]
}

/** Several surfaces that belong together (多面). */
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly Ring[])[]
}

/** The boundary of an area (边界). */
export type Surface = Polygon | MultiPolygon

/** The parts of a boundary, each a list of rings. */
export const partsOf = (surface: Surface): readonly (readonly Ring[])[] =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates
