import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Query, type Response } from '../../shared/api/client.ts'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

export type AssessmentList = Response<'listAssessments'>
export type Assessment = AssessmentList['items'][number]
export type Score = Response<'getScore'>
export type ScoreNode = Score['nodes'][number]
export type Breakdown = Response<'getScoreBreakdown'>
export type BreakdownRow = Breakdown['rows'][number]
export type Dimension = Breakdown['by']
export type Behind = Response<'listScoreObservations'>['items'][number]
export type BehindFilter = Query<'listScoreObservations'>

/** What is scored, as a query asks for it. */
export type Choice = { readonly assessmentId?: string | undefined; readonly rounds?: string | undefined }

const isChosen = ({ assessmentId, rounds }: Choice): boolean => Boolean(assessmentId ?? rounds)

export const forgetAssessments = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['scores'] })

export const useAssessments = () =>
  useQuery({
    queryKey: ['scores', 'assessments'],
    queryFn: ({ signal }) => call('listAssessments', { signal }),
  })

export const useScore = (choice: Choice) =>
  useQuery({
    queryKey: ['scores', 'score', choice],
    queryFn: ({ signal }) => call('getScore', { query: choice, signal }),
    enabled: isChosen(choice),
  })

export const useBreakdown = (choice: Choice, by: Dimension) =>
  useQuery({
    queryKey: ['scores', 'breakdown', choice, by],
    queryFn: ({ signal }) => call('getScoreBreakdown', { query: { ...choice, by }, signal }),
    enabled: isChosen(choice),
    placeholderData: (before) => (before?.by === by ? keepPreviousData(before) : undefined),
  })

export const useBehind = (filter: BehindFilter) =>
  useKeysetList(['scores', 'behind', filter], ({ after, signal }) =>
    call('listScoreObservations', { query: { ...filter, after, limit: 30 }, signal }),
  )
