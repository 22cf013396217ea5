import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Query, type Response } from '../../../shared/api/client.ts'
import { useKeysetList } from '../../../shared/ui/use-keyset-list.ts'

export type RoundRow = Response<'listRounds'>['items'][number]
export type RoundFilters = Query<'listRounds'>
export type Round = Response<'getRound'>
export type RoundSiteRow = Response<'listRoundSites'>['items'][number]
export type RoundSiteFilters = Query<'listRoundSites'>

export const useRounds = (filters: RoundFilters) =>
  useKeysetList(['rounds', 'list', filters], ({ after, signal }) =>
    call('listRounds', { query: { ...filters, after, limit: 50 }, signal }),
  )

const roundKey = (id: string) => ['rounds', 'one', id] as const

export const useRound = (id: string) =>
  useQuery({
    queryKey: roundKey(id),
    queryFn: ({ signal }) => call('getRound', { params: { id }, signal }),
  })

/** What a change answered is the round as it is now; lists and counts made of it are fetched again. */
export async function keepRound(queries: QueryClient, round: Round): Promise<void> {
  queries.setQueryData(roundKey(round.id), round)
  await Promise.all(
    ['list', 'sites', 'map', 'mine'].map((part) => queries.invalidateQueries({ queryKey: ['rounds', part] })),
  )
}

/** Fetches the round again, as somebody else has left it. */
export const forgetRound = (queries: QueryClient, id: string) =>
  queries.invalidateQueries({ queryKey: roundKey(id) })

export const useRoundSites = (id: string, filters: RoundSiteFilters) =>
  useKeysetList(['rounds', 'sites', id, filters], ({ after, signal }) =>
    call('listRoundSites', { params: { id }, query: { ...filters, after, limit: 200 }, signal }),
  )

const MAP_PAGE = 500

/** All planned sites of a round, for its map. */
async function allSites(id: string, signal: AbortSignal): Promise<RoundSiteRow[]> {
  const found: RoundSiteRow[] = []
  let after: string | undefined
  do {
    const page = await call('listRoundSites', { params: { id }, query: { after, limit: MAP_PAGE }, signal })
    found.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}

export const useAllRoundSites = (id: string) =>
  useQuery({
    queryKey: ['rounds', 'map', id],
    queryFn: ({ signal }) => allSites(id, signal),
    staleTime: 30_000,
  })

/** Types of sites that are not retired. */
export const useSiteTypes = () =>
  useQuery({
    queryKey: ['site-types'],
    queryFn: async ({ signal }) => (await call('listSiteTypes', { signal })).items,
    select: (items) => items.filter(({ retired }) => !retired),
  })
