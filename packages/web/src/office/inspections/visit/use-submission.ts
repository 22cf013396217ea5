import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { isProblem } from '../../../shared/api/api-problem.ts'
import { call } from '../../../shared/api/client.ts'
import type { AskedChecklist } from './assignment-queries.ts'
import type { DraftPlace } from './stored-draft.ts'
import type { useVisitDraft } from './use-visit-draft.ts'
import { answersOf } from './visit-draft.ts'

type Given = {
  readonly place: DraftPlace
  readonly asked: AskedChecklist
  readonly visit: ReturnType<typeof useVisitDraft>
}

/** Refusals that mean that the page no longer shows what is there. */
const OUTDATED = ['visit.already', 'duplicate', 'visit.checklist-withdrawn', 'visit.round-not-running']

/** Sends the visit; sent again after a cut connection it is the same visit, so that it is never recorded twice. */
export function useSubmission({ place, asked, visit }: Given) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { roundId, siteId, correctsId } = place
  return useMutation({
    mutationFn: () => {
      const { draft, change } = visit
      const finishedAt = draft.finishedAt ?? new Date().toISOString()
      change((before) => ({ ...before, finishedAt }))
      return call('submitVisit', {
        body: {
          id: draft.visitId,
          roundId,
          siteId,
          checklistVersionId: asked.versionId,
          startedAt: draft.startedAt,
          finishedAt,
          sentAt: new Date().toISOString(),
          position: draft.position,
          answers: answersOf(draft, asked.items),
          correctsId,
          reason: correctsId === null ? '' : draft.reason.trim(),
        },
      })
    },
    onSuccess: async ({ id }) => {
      visit.forget()
      for (const key of ['rounds', 'visits', 'cases']) void queries.invalidateQueries({ queryKey: [key] })
      await navigate({ to: '/visits/$id', params: { id }, search: { submitted: true }, replace: true })
    },
    onError: (error) => {
      if (OUTDATED.some((code) => isProblem(error, code))) {
        void queries.invalidateQueries({ queryKey: ['rounds', 'assignment', roundId, siteId] })
      }
    },
  })
}
