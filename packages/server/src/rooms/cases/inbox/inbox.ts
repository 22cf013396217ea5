import type { Reader } from '../../../platform/database/database.ts'
import type { Viewer } from '../register/filter-queries.ts'
import { listCases } from '../register/list-queries.ts'
import { type Likely, listDeclineReasons, listLikely } from './likely-queries.ts'

const MOST_LIKELY = 6

/** Each organization once, by what speaks for it most. */
function likeliest(all: readonly Likely[]): { id: string; name: string; ground: Likely['ground'] }[] {
  const kept = new Map<string, Likely>()
  for (const one of all) if (!kept.has(one.id)) kept.set(one.id, one)
  return [...kept.values()].slice(0, MOST_LIKELY).map(({ id, name, ground }) => ({ id, name, ground }))
}

/** The organizations that one case could go to. */
export const likelyFor = async (reader: Reader, caseId: string, day: string) =>
  likeliest(await listLikely(reader, [caseId], day))

/** The inbox of what nobody owns (待分派): the nearest deadline first, each with where it could go and why it came back. */
export async function listUnassigned(
  reader: Reader,
  viewer: Viewer,
  day: string,
  paging: { readonly after?: string | undefined; readonly limit?: number | undefined },
) {
  const { items, next } = await listCases(reader, viewer, { ...paging, waiting: 'dispatch' })
  const ids = items.map(({ id }) => id)
  const [likely, reasons] = await Promise.all([listLikely(reader, ids, day), listDeclineReasons(reader, ids)])
  return {
    items: items.map((row) => ({
      ...row,
      reason: reasons.get(row.id) ?? '',
      likely: likeliest(likely.filter(({ caseId }) => caseId === row.id)),
    })),
    next,
  }
}
