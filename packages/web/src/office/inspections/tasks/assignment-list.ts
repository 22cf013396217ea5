import { useQuery } from '@tanstack/react-query'
import { call, type Query, type Response } from '../../../shared/api/client.ts'
import { useKeysetList } from '../../../shared/ui/use-keyset-list.ts'

export type MyAssignments = Response<'listMyAssignments'>
export type Task = MyAssignments['items'][number]
export type MyRound = MyAssignments['rounds'][number]
type Filters = Query<'listMyAssignments'>

const PAGE = 100

/** Rounds one walks in, with how far each is. */
export const useMyRounds = () =>
  useQuery({
    queryKey: ['rounds', 'mine', 'rounds'],
    queryFn: ({ signal }) => call('listMyAssignments', { query: { limit: 1 }, signal }),
    select: ({ rounds }) => rounds,
  })

export const useTasks = (filters: Filters) =>
  useKeysetList(['rounds', 'mine', 'sites', filters], ({ after, signal }) =>
    call('listMyAssignments', { query: { ...filters, after, limit: PAGE }, signal }),
  )
