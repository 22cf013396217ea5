import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { addressOf, call, type Query, type Response } from '../../shared/api/client.ts'
import type { Photo } from '../../shared/photo/photo-wall.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

export type CaseRow = Response<'listCases'>['items'][number]
export type CaseFile = Response<'getCase'>
export type CaseStep = CaseFile['steps'][number]
export type UnassignedCase = Response<'listUnassignedCases'>['items'][number]
export type Likely = UnassignedCase['likely'][number]

export const useCases = (filters: Query<'listCases'>) =>
  useKeysetList(['cases', 'list', filters], ({ after, signal }) =>
    call('listCases', { query: { ...filters, after, limit: 50 }, signal }),
  )

export const useUnassigned = () =>
  useKeysetList(['cases', 'unassigned'], ({ after, signal }) =>
    call('listUnassignedCases', { query: { after, limit: 50 }, signal }),
  )

export const useCase = (id: string) =>
  useQuery({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => call('getCase', { params: { id }, signal }),
  })

export const useLikely = (id: string) =>
  useQuery({
    queryKey: ['cases', 'likely', id],
    queryFn: ({ signal }) => call('listLikelyOrganizations', { params: { id }, signal }),
  }).data?.items ?? []

/** The case that waits for the reader next, the nearest deadline first. */
export const useNextWaiting = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['cases', 'next', id],
    queryFn: ({ signal }) => call('listCases', { query: { waiting: 'any', limit: 2 }, signal }),
    enabled,
  }).data?.items.find((row) => row.id !== id)

/** After cases changed: lists, counts and the workbench are fetched again when they are looked at. */
export function forgetCases(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['cases'] })
  void queries.invalidateQueries({ queryKey: ['workbench'] })
}

/** Shows a case as a step has left it, everywhere. */
export function useKeepCase() {
  const queries = useQueryClient()
  return (after: CaseFile) => {
    forgetCases(queries)
    queries.setQueryData(['cases', 'one', after.id], after)
  }
}

export const thumbnailOf = (id: string, photoId: string): string =>
  addressOf('getCasePhotoThumbnail', { params: { id, photoId } })

/** Photos of a case as the wall shows them; the first large, where it stands alone in its frame. */
export const photosOf = (id: string, photoIds: readonly string[], isFramed = false): Photo[] =>
  photoIds.map((photoId, place) => {
    const large = addressOf('getCasePhoto', { params: { id, photoId } })
    return { id: photoId, large, small: isFramed && place === 0 ? large : thumbnailOf(id, photoId) }
  })
