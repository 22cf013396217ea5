import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { Query } from '../../shared/api/client.ts'
import { call, type Response } from '../../shared/api/client.ts'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

export type Matrix = Response<'getDutyMatrix'>
export type MatrixDuty = Matrix['items'][number]['duties'][number]
export type DutyFlaw = Response<'listDutyFlaws'>['items'][number]
export type DutyRow = Response<'listDuties'>['items'][number]
export type TaskSheet = Response<'getTaskSheet'>
export type Responsibility = Response<'findResponsible'>

/** Who does what changes gaps, task sheets, and whether a draft can be published. */
export async function forgetDuties(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['duties'] }),
    queries.invalidateQueries({
      queryKey: ['frameworks'],
      predicate: ({ queryKey }) => queryKey[2] !== 'nodes',
    }),
  ])
}

export const useDutyMatrix = (versionId: string) =>
  useQuery({
    queryKey: ['frameworks', versionId, 'duties'],
    queryFn: ({ signal }) => call('getDutyMatrix', { params: { id: versionId }, signal }),
  })

export const useDutyFlaws = (versionId: string) =>
  useQuery({
    queryKey: ['duties', 'flaws', versionId],
    queryFn: ({ signal }) => call('listDutyFlaws', { params: { id: versionId }, signal }),
  })

export type DutyFilters = Pick<Query<'listDuties'>, 'target' | 'organizationId' | 'areaId' | 'role' | 'day'>

export const useDuties = (filters: DutyFilters) =>
  useKeysetList(['duties', 'list', filters], ({ after, signal }) =>
    call('listDuties', { query: { ...filters, after, limit: 200 }, signal }),
  )

export const useTaskSheet = (organizationId: string, versionId: string | undefined) =>
  useQuery({
    queryKey: ['duties', 'task-sheet', organizationId, versionId],
    queryFn: ({ signal }) =>
      call('getTaskSheet', {
        params: { id: organizationId },
        query: { versionId: versionId ?? '' },
        signal,
      }),
    enabled: versionId !== undefined,
  })

export type Question = Pick<
  Query<'findResponsible'>,
  'siteId' | 'itemId' | 'criterionId' | 'category' | 'versionId' | 'day'
>

/** Who is responsible; not asked before something is named. */
export const useResponsible = (question: Question) =>
  useQuery({
    queryKey: ['duties', 'responsible', question],
    queryFn: ({ signal }) => call('findResponsible', { query: question, signal }),
    enabled: Boolean(question.siteId ?? question.itemId ?? question.criterionId ?? question.category),
  })
