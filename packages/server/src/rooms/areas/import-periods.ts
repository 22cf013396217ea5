import type { listAllAreas, PlacedArea } from './queries.ts'

/** An area as it stands in the city. */
export type Standing = Awaited<ReturnType<typeof listAllAreas>>[number]

/** Every area that a code ever meant, the latest last. @param stored in the order of their beginnings */
export function periodsByCode(stored: readonly Standing[]): Map<string, Standing[]> {
  const periods = new Map<string, Standing[]>()
  for (const area of stored) {
    const earlier = periods.get(area.code)
    if (earlier) earlier.push(area)
    else periods.set(area.code, [area])
  }
  return periods
}

/** True when a row takes up a code after its holder has ended: a new area, not a change of the old one. */
export const startsAnew = (holder: Standing | undefined, validFrom: string | null): boolean =>
  holder !== undefined && holder.validTo !== null && validFrom !== null && holder.validTo < validFrom

type Validity = Pick<PlacedArea, 'validFrom' | 'validTo'>

/** True when two validities share a day. */
export const overlap = (a: Validity, b: Validity): boolean =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo)
