import type { Guess } from '@chuangcheng/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { type FrameworkNode, forgetVersion, keepNode } from '../framework-queries.ts'

/** Confirms the same field of many nodes, one after another; says how many are done. */
export function useConfirming(versionId: string, guess: Guess) {
  const queries = useQueryClient()
  const [count, setCount] = useState(0)
  const confirming = useMutation({
    mutationFn: async (nodes: readonly FrameworkNode[]) => {
      setCount(0)
      for (const { id, revision } of nodes) {
        const body = { basedOn: revision, confirm: [guess] }
        keepNode(queries, versionId, await call('changeFrameworkNode', { params: { id }, body }))
        setCount((done) => done + 1)
      }
    },
    onSettled: () => forgetVersion(queries, versionId),
  })
  return { ...confirming, count }
}
