import { type Box, type Finding, flaw, isOnEarth, type Position, positionFlaw } from '@chuangcheng/domain'
import { positionOf } from '../register/place-site.ts'
import type { Site } from '../register/site.ts'
import type { Context, Row, Stored } from './row.ts'

export type Placed = Pick<Site, 'position' | 'givenPosition'>

/** About a centimetre, in degrees: a number that went through a spreadsheet has not moved. */
const UNMOVED = 1e-7

const isUnmoved = (before: Placed['position'], after: Placed['position']): boolean =>
  before !== null &&
  after !== null &&
  Math.abs(before.longitude - after.longitude) < UNMOVED &&
  Math.abs(before.latitude - after.latitude) < UNMOVED

const NOWHERE: Placed = { position: null, givenPosition: null }

/** The position a row says. With a flaw it says none, and the finding says why. */
function readPosition(row: Row, city: Box | null, context: Context): { placed: Placed; findings: Finding[] } {
  const { longitude, latitude } = row.values
  if (longitude === null || latitude === null) {
    const isHalf = longitude !== latitude && !row.refused
    const empty = longitude === null ? 'longitude' : 'latitude'
    return {
      placed: NOWHERE,
      findings: isHalf ? [context.error(row.line, empty, flaw('position-incomplete'))] : [],
    }
  }
  const given: Position = [longitude, latitude]
  // Metres, or a latitude beyond the pole, make no sense to a change of datum: they are judged as they are.
  const placed = isOnEarth(given) ? positionOf({ longitude, latitude, datum: context.datum }) : null
  const judged: Position = placed ? [placed.position.longitude, placed.position.latitude] : given
  const wrong = positionFlaw(judged, city)
  if (!wrong && placed) return { placed, findings: [] }
  return { placed: NOWHERE, findings: wrong ? [context.error(row.line, 'longitude', wrong)] : [] }
}

/**
 * Where the sites of a file lie. A file without columns for it leaves every site where it is, and so does a position less than a
 * centimetre away: then what was given first stays.
 */
export function positionReader(city: Box | null, context: Context) {
  const hasColumns = context.has('longitude') || context.has('latitude')
  return (row: Row, before: Stored | null): { placed: Placed; findings: Finding[] } => {
    if (!hasColumns) return { placed: before ?? NOWHERE, findings: [] }
    const reading = readPosition(row, city, context)
    if (before && isUnmoved(before.position, reading.placed.position)) return { ...reading, placed: before }
    return reading
  }
}
