import { holdsOn, type Position } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { createAreaIndex } from '../../../platform/geo/index.ts'
import { localDay } from '../../../platform/local-day.ts'
import type { AreaCode } from '../queries.ts'
import { areasVersion, listBoundedAreas } from './queries.ts'

// Asking the database which area a point lies in would mean reading polygons for every point. The boundaries of a city (some
// megabytes) are read once and answered from memory in microseconds. A change made by this process forgets them as it commits;
// a change made by another (a second server, the command line) is noticed by the sum of revisions, asked at most once a
// second: a sum over some thousand narrow rows costs less than a millisecond, needs no table of versions that every writer would queue
// for, and works on every engine. So a point's areas are at most a second old.
const TRUSTED_MS = 1_000

/** An area in which a point lies. */
export type AreaAt = AreaCode & { readonly validFrom: string; readonly validTo: string | null }

type Finder = (longitude: number, latitude: number, day: string) => AreaAt[]
type Remembered = { readonly version: number; readonly finder: Promise<Finder>; askedAt: number }

const remembered = new Map<string, Remembered>()

/** Forget the boundaries of a city: they have changed. */
export const forgetAreas = (cityId: string): void => void remembered.delete(cityId)

async function loadFinder(reader: Reader): Promise<Finder> {
  const bounded = await listBoundedAreas(reader)
  const index = createAreaIndex(bounded)
  const areas = new Map<string, AreaAt>(bounded.map((area) => [area.id, area]))
  return (longitude, latitude, day) =>
    index
      .at(longitude, latitude)
      .flatMap((id) => areas.get(id) ?? [])
      .filter((area) => holdsOn(area, day))
}

async function finderOf(reader: Reader): Promise<Finder> {
  const { cityId } = reader
  const askedAt = performance.now()
  const known = remembered.get(cityId)
  if (known && askedAt - known.askedAt < TRUSTED_MS) return known.finder
  // The version is read before the boundaries: what changes in between is noticed the next time.
  const version = await areasVersion(reader)
  const current = remembered.get(cityId)
  if (current?.version === version) {
    current.askedAt = askedAt
    return current.finder
  }
  const fresh: Remembered = { version, askedAt, finder: loadFinder(reader) }
  remembered.set(cityId, fresh)
  fresh.finder.catch(() => {
    if (remembered.get(cityId) === fresh) remembered.delete(cityId)
  })
  return fresh.finder
}

/**
 * The areas in which a WGS84 point lies, the deepest first; lines count as inside. Only areas that hold on the day (today in the
 * city). Not for a transaction that has itself changed areas: what is remembered is shared with everybody.
 */
export async function areasAt(
  reader: Reader,
  longitude: number,
  latitude: number,
  day: string = localDay(new Date()),
): Promise<AreaAt[]> {
  const find = await finderOf(reader)
  return find(longitude, latitude, day)
}

/** {@link areasAt} for many points, in their order: one look at the memory, then some microseconds a point. */
export async function areasAtEach(
  reader: Reader,
  positions: readonly Position[],
  day: string = localDay(new Date()),
): Promise<AreaAt[][]> {
  const find = await finderOf(reader)
  return positions.map(([longitude, latitude]) => find(longitude, latitude, day))
}
