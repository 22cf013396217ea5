import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'

export type ChecklistRow = Response<'listChecklists'>['items'][number]
export type Checklist = Response<'getChecklist'>
export type ChecklistVersion = Response<'getChecklistVersion'>
export type Item = ChecklistVersion['items'][number]
export type Answer = Item['answer']
export type Guess = Item['guesses'][number]

export const useChecklists = () =>
  useQuery({
    queryKey: ['checklists', 'list'],
    queryFn: ({ signal }) => call('listChecklists', { signal }),
  })

export const useChecklist = (id: string) =>
  useQuery({
    queryKey: ['checklists', 'one', id],
    queryFn: ({ signal }) => call('getChecklist', { params: { id }, signal }),
  })

export const useChecklistVersion = (id: string | undefined) =>
  useQuery({
    queryKey: ['checklists', 'version', id],
    queryFn: ({ signal }) => call('getChecklistVersion', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    // Somebody may be in the middle of an edit: what they began with changes only when they ask.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export const useSiteTypes = () =>
  useQuery({
    queryKey: ['site-types'],
    queryFn: async ({ signal }) => (await call('listSiteTypes', { signal })).items,
  })

/** Lists and counts are fetched again; ties to criteria hang on items too. */
export const forgetChecklists = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['checklists'] }),
    queries.invalidateQueries({ queryKey: ['mappings'] }),
  ])

/** Puts a saved version where it is shown; what is counted from it is fetched again. */
export function useVersionSaved(): (version: ChecklistVersion) => void {
  const queries = useQueryClient()
  return (version) => {
    queries.setQueryData(['checklists', 'version', version.id], version)
    for (const part of ['list', 'one']) void queries.invalidateQueries({ queryKey: ['checklists', part] })
    void queries.invalidateQueries({ queryKey: ['mappings'] })
  }
}
