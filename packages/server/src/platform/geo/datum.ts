import type { Datum, Position, Ring, Surface } from '@chuangcheng/domain'
import gcoordModule from 'gcoord'

// The typings describe an ES module; Node loads the package as CommonJS, where the default import is the module itself.
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default']

const systems = {
  WGS84: gcoord.WGS84,
  CGCS2000: gcoord.WGS84, // the two differ by centimetres: no conversion
  'GCJ-02': gcoord.GCJ02,
  'BD-09': gcoord.BD09,
} as const

/**
 * A position of any datum (坐标系) as WGS84, in degrees. GCJ-02 and BD-09 are undone by iteration, to about 0.01 m for GCJ-02;
 * outside China both equal WGS84. Published BD-09 formulas differ among themselves by some metres.
 */
export function toWgs84(position: Position, datum: Datum): Position {
  const system = systems[datum]
  if (system === gcoord.WGS84) return position
  const [longitude, latitude] = gcoord.transform([position[0], position[1]], system, gcoord.WGS84)
  return [clamp(longitude, 180), clamp(latitude, 90)]
}

/** At the very edge of the earth the BD-09 formula steps over it. */
const clamp = (degrees: number, most: number): number => Math.min(most, Math.max(-most, degrees))

/** A whole boundary as WGS84. */
export function surfaceToWgs84(surface: Surface, datum: Datum): Surface {
  const rings = (list: readonly Ring[]): Ring[] =>
    list.map((ring) => ring.map((position) => toWgs84(position, datum)))
  return surface.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rings(surface.coordinates) }
    : { type: 'MultiPolygon', coordinates: surface.coordinates.map(rings) }
}
