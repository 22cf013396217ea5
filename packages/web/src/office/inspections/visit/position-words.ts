import { m } from '@chuangcheng/messages'
import { formatCount } from '../../../shared/language/format.ts'
import { distanceWords } from '../../../shared/map/distance-words.ts'

/** How far from the site a position was taken (meters; null where the register has none), and how exactly. */
export function positionWords(meters: number | null, accuracyMeters: number): string {
  const accuracy = formatCount(Math.round(accuracyMeters))
  return meters === null
    ? m['office.visit.positionTaken']({ accuracy })
    : m['office.visit.positionAway']({ distance: distanceWords(meters), accuracy })
}
