import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../../shared/api/client.ts'

/** A site of a round with all that is needed there. */
export type Assignment = Response<'getAssignment'>
export type AskedChecklist = Assignment['checklists'][number]
export type VisitRecord = Response<'getVisit'>

export const useAssignment = (roundId: string, siteId: string) =>
  useQuery({
    queryKey: ['rounds', 'assignment', roundId, siteId],
    queryFn: ({ signal }) => call('getAssignment', { params: { id: roundId, siteId }, signal }),
    // Nothing on the page may move while somebody answers.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 60_000,
  })

export const useVisit = (id: string | undefined) =>
  useQuery({
    queryKey: ['visits', 'one', id],
    queryFn: ({ signal }) => call('getVisit', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  })
