import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, type Query, type Response } from '../../shared/api/client.ts'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

export type Tie = Response<'listMappings'>['items'][number]
export type TieState = Tie['state']
export type Coverage = Response<'getMappingCoverage'>
export type TieFilters = Omit<Query<'listMappings'>, 'after' | 'limit'>

/** The most the server answers at once: hundreds are gone through without waiting. */
const PAGE_TIES = 500

export const useTies = (versionId: string, filters: TieFilters) =>
  useKeysetList(['mappings', versionId, 'ties', filters], ({ after, signal }) =>
    call('listMappings', {
      params: { id: versionId },
      query: { ...filters, after, limit: PAGE_TIES },
      signal,
    }),
  )

/** Every tie that fits, however many pages. */
export async function allTies(versionId: string, filters: TieFilters, signal: AbortSignal): Promise<Tie[]> {
  const ties: Tie[] = []
  let after: string | undefined
  do {
    const page = await call('listMappings', {
      params: { id: versionId },
      query: { ...filters, after, limit: PAGE_TIES },
      signal,
    })
    ties.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return ties
}

export const useCoverage = (versionId: string) =>
  useQuery({
    queryKey: ['mappings', versionId, 'coverage'],
    queryFn: ({ signal }) => call('getMappingCoverage', { params: { id: versionId }, signal }),
    placeholderData: keepPreviousData,
  })

export const useVersion = (id: string) =>
  useQuery({
    queryKey: ['frameworks', id, 'version'],
    queryFn: ({ signal }) => call('getFrameworkVersion', { params: { id }, signal }),
  })

/** The tree of the version: criteria are looked for in it by their words. */
export const useTree = (versionId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['frameworks', versionId, 'nodes'],
    queryFn: ({ signal }) => call('listFrameworkNodes', { params: { id: versionId }, signal }),
    enabled,
  })

export const useChecklists = () =>
  useQuery({
    queryKey: ['checklists', 'list'],
    queryFn: ({ signal }) => call('listChecklists', { signal }),
  })

export const useChecklistVersion = (id: string | undefined) =>
  useQuery({
    queryKey: ['checklists', 'version', id],
    queryFn: ({ signal }) => call('getChecklistVersion', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  })
