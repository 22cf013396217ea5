import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Body, call } from '../../../shared/api/client.ts'
import { forgetRound, keepRound, type Round } from '../rounds/round-queries.ts'

type To = Body<'assignRoundSites'>['to']

/** Says who goes where. */
export function useAssign(round: Round) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (to: To) =>
      call('assignRoundSites', { params: { id: round.id }, body: { basedOn: round.revision, to } }),
    onSuccess: (answer) => keepRound(queries, answer.round),
    onError: () => void forgetRound(queries, round.id),
  })
}
