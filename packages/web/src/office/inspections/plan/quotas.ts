import type { Round } from '../rounds/round-queries.ts'

/** How many sites of a type are drawn: all, so many, or none. */
export type Quota = { readonly way: 'all' | 'draw' | 'none'; readonly count: number }
export type Quotas = Readonly<Record<string, Quota>>

export const USUAL_COUNT = 5

/** What was drawn last; before that so many of each type. */
export function startingQuotas({ siteTypes, draw }: Pick<Round, 'siteTypes' | 'draw'>): Quotas {
  const drawn = new Map(draw?.byType.map(({ siteType, quota }) => [siteType.id, quota]))
  return Object.fromEntries(
    siteTypes.map(({ id }): [string, Quota] => {
      const quota = drawn.get(id)
      if (draw && quota === undefined) return [id, { way: 'none', count: USUAL_COUNT }]
      return [
        id,
        quota === null ? { way: 'all', count: USUAL_COUNT } : { way: 'draw', count: quota ?? USUAL_COUNT },
      ]
    }),
  )
}

/** The quotas as they are sent: what is not drawn is not said, and null draws all. */
export const sentQuotas = (quotas: Quotas) =>
  Object.entries(quotas).flatMap(([siteTypeId, { way, count }]) =>
    way === 'none' ? [] : [{ siteTypeId, count: way === 'all' ? null : count }],
  )

/** A seed nobody has chosen: the day, so that it can be said aloud, and four digits of chance. */
export function newSeed(day: string): string {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `${day.replaceAll('-', '')}-${String(chance % 10_000).padStart(4, '0')}`
}
