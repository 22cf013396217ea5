import type { Guess } from '@chuangcheng/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmGuesses, type FrameworkNode, forgetVersion } from '../framework-queries.ts'

/** Confirms the same field of many nodes, all or none. */
export function useConfirming(versionId: string, guess: Guess) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (nodes: readonly FrameworkNode[]) => confirmGuesses(versionId, nodes, guess),
    onSettled: () => forgetVersion(queries, versionId),
  })
}
