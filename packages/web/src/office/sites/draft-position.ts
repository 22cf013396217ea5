import type { Datum } from '@chuangcheng/domain'
import type { Position } from '../../shared/map/map-view.tsx'
import type { SitePage } from './site-queries.ts'

/** A position while it is being typed: parts of it may still be missing. */
export type DraftPosition = {
  readonly longitude: number | null
  readonly latitude: number | null
  readonly datum: Datum | null
}
export type GivenPosition = NonNullable<SitePage['givenPosition']>

export type PositionFlaw = 'incomplete' | 'datumMissing' | 'outOfRange' | 'swapped'

const MOST_LONGITUDE = 180
const MOST_LATITUDE = 90

/** What is wrong with a typed position; null when nothing is, or nothing was typed. The server judges whether it is in the city. */
export function flawOf({ longitude, latitude, datum }: DraftPosition): PositionFlaw | null {
  if (longitude === null && latitude === null) return null
  if (longitude === null || latitude === null) return 'incomplete'
  const latitudeFits = Math.abs(latitude) <= MOST_LATITUDE
  if (!latitudeFits && Math.abs(longitude) <= MOST_LATITUDE) return 'swapped'
  if (!latitudeFits || Math.abs(longitude) > MOST_LONGITUDE) return 'outOfRange'
  return datum === null ? 'datumMissing' : null
}

/** The position to send; null when the site has none. */
export function givenPosition({ longitude, latitude, datum }: DraftPosition): GivenPosition | null {
  return longitude === null || latitude === null || datum === null ? null : { longitude, latitude, datum }
}

/** Two numbers as maps copy them, longitude first or (it cannot be a longitude of China) latitude first. */
export function pairIn(text: string): Position | null {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  const [first, second] = numbers
  if (numbers.length !== 2 || first === undefined || second === undefined) return null
  return Math.abs(first) < Math.abs(second)
    ? { longitude: second, latitude: first }
    : { longitude: first, latitude: second }
}

/** WGS84, or so close to it that no map shows the difference. */
const isOnOurMap = (datum: Datum | null): boolean => datum === 'WGS84' || datum === 'CGCS2000'

/** Where the pin stands: known for what is typed in the map's datum, or for what the server has already converted. */
export function pinOf(
  draft: DraftPosition,
  site: Pick<SitePage, 'position' | 'givenPosition'> | undefined,
): Position | null {
  const given = givenPosition(draft)
  if (!given) return null
  if (isOnOurMap(given.datum)) return given
  const saved = site?.givenPosition
  const unchanged =
    saved?.longitude === given.longitude && saved.latitude === given.latitude && saved.datum === given.datum
  return unchanged ? (site?.position ?? null) : null
}
