import type { Flaw } from '../import/finding.ts'
import { flaw } from '../import/finding.ts'

/** Coordinate systems (坐标系) files arrive in. CGCS2000 and WGS84 differ by centimetres and are treated as one. */
export const DATUMS = ['WGS84', 'GCJ-02', 'BD-09', 'CGCS2000'] as const
export type Datum = (typeof DATUMS)[number]

/** A position (坐标) as GeoJSON writes it: longitude, latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** China with its seas, generously (全国范围): only to notice swapped coordinates. */
export const CHINA: Box = [73, 3, 136, 54]

export const isInside = ([longitude, latitude]: Position, [west, south, east, north]: Box): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

export const isOnEarth = (position: Position): boolean => isInside(position, [-180, -90, 180, 90])

const widened = ([west, south, east, north]: Box, degrees: number): Box => [
  west - degrees,
  south - degrees,
  east + degrees,
  north + degrees,
]

/** How far outside the city's box a site may lie (degrees, about 2 km): boxes come from boundaries that may be rough. */
const CITY_MARGIN = 0.02

/**
 * Checks a WGS84 position (坐标检查): longitude and latitude exchanged, off the globe, outside the city.
 * @param city the box of the city's boundary, or null while it has none; then China's stands in for noticing an exchange.
 */
export function positionFlaw(position: Position, city: Box | null): Flaw | null {
  const [longitude, latitude] = position
  const home = city ? widened(city, CITY_MARGIN) : CHINA
  const params = { longitude, latitude }
  if (isInside(position, home)) return null
  if (isInside([latitude, longitude], home)) return flaw('position-swapped', params)
  if (!isOnEarth(position)) return flaw('position-out-of-range', params)
  return city ? flaw('position-outside-city', params) : null
}
