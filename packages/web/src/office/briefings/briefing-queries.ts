import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'

export type Briefing = Response<'listBriefings'>['items'][number]
export type BriefingView = Response<'getBriefing'>
export type FigureSummary = BriefingView['figures'][number]
export type Figure = Response<'getFigure'>
export type FigureShown = Figure['value']
export type Scored = Response<'listAssessments'>

/** What a briefing is made from: an assessment, or rounds. */
export type Source = { readonly assessmentId: string } | { readonly roundIds: string[] }

export const forgetBriefings = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: ['briefings'] })

export const useBriefings = () =>
  useQuery({
    queryKey: ['briefings', 'list'],
    queryFn: ({ signal }) => call('listBriefings', { signal }),
  })

export const useBriefing = (id: string) =>
  useQuery({
    queryKey: ['briefings', 'one', id],
    queryFn: ({ signal }) => call('getBriefing', { params: { id }, signal }),
  })

/** Assessments and rounds of which a briefing can be made. */
export const useScored = () =>
  useQuery({
    queryKey: ['scores', 'assessments'],
    queryFn: ({ signal }) => call('listAssessments', { signal }),
  })

export const useProposal = (source: Source | null) =>
  useQuery({
    queryKey: ['briefings', 'proposal', source],
    queryFn: ({ signal }) => call('proposeBriefing', { body: source ?? {}, signal }),
    enabled: source !== null,
  })

export const useFigure = (id: string) =>
  useQuery({
    queryKey: ['briefings', 'figure', id],
    queryFn: ({ signal }) => call('getFigure', { params: { id }, signal }),
  })

/** Taken again whenever somebody looks: that is the point of it. */
export const useRetaken = (id: string) =>
  useQuery({
    queryKey: ['briefings', 'retaken', id],
    queryFn: ({ signal }) => call('retakeFigure', { params: { id }, signal }),
    staleTime: 0,
  })
