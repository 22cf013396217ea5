import type { Position } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { toWgs84 } from '../../../platform/geo/index.ts'
import { localDay } from '../../../platform/local-day.ts'
import { areasAt } from '../../areas/index.ts'
import type { GivenPosition, SiteRecord } from './site.ts'

export type Place = Pick<SiteRecord, 'position' | 'givenPosition' | 'areaId'>

/** A position as given, and in WGS84 beside it. */
export function positionOf(
  given: GivenPosition,
): Pick<Place, 'givenPosition'> & { readonly position: NonNullable<Place['position']> } {
  const [longitude, latitude]: Position = toWgs84([given.longitude, given.latitude], given.datum)
  return { position: { longitude, latitude }, givenPosition: given }
}

/** Where a site lies: its position in WGS84 and the deepest area there today. */
export async function placeSite(tx: Tx, given: GivenPosition | null): Promise<Place> {
  if (given === null) return { position: null, givenPosition: null, areaId: null }
  const { position, givenPosition } = positionOf(given)
  const [deepest] = await areasAt(tx, position.longitude, position.latitude, localDay(new Date(tx.now)))
  return { position, givenPosition, areaId: deepest?.id ?? null }
}
