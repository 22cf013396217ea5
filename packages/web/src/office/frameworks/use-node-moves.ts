import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { type FrameworkNode, forgetVersion, type Tree, treeChanges } from './framework-queries.ts'
import type { Forest } from './framework-tree.ts'
import { type Direction, moved, placeAfterStep } from './node-moves.ts'

type Place = { readonly parentId: string | null; readonly beforeId: string | null }

export type NodeMoves = {
  readonly error: unknown
  move: (id: string, place: Place) => void
  step: (id: string, direction: Direction) => void
}

/** Moves are seen at once; the server hears of them one after another, and its answer is what stays. */
export function useNodeMoves(versionId: string, forest: Forest<FrameworkNode>): NodeMoves {
  const queries = useQueryClient()
  const key = ['frameworks', versionId, 'nodes']
  const moving = useMutation({
    // Quick presses of the same key wait for each other.
    scope: treeChanges(versionId),
    mutationFn: async ({ id, place }: { id: string; place: Place }) => {
      const node = queries.getQueryData<Tree>(key)?.items.find((one) => one.id === id)
      const answer = await call('moveFrameworkNode', {
        params: { id },
        body: { basedOn: node?.revision ?? 1, ...place },
      })
      queries.setQueryData<Tree>(
        key,
        (tree) =>
          tree && {
            ...tree,
            items: tree.items.map((one) => (one.id === id ? { ...one, revision: answer.revision } : one)),
          },
      )
    },
    onMutate: async ({ id, place }) => {
      await queries.cancelQueries({ queryKey: key })
      queries.setQueryData<Tree>(key, (tree) => tree && { ...tree, items: moved(tree.items, id, place) })
    },
    onSettled: async () => {
      // Only the last of several moves fetches: an answer in between would show what is already past.
      if (queries.isMutating({ mutationKey: ['move', versionId] }) === 1) {
        await forgetVersion(queries, versionId)
      }
    },
    mutationKey: ['move', versionId],
  })
  return {
    error: moving.error,
    move: (id, place) => moving.mutate({ id, place }),
    step: (id, direction) => {
      const place = placeAfterStep(forest, id, direction)
      if (place) moving.mutate({ id, place })
    },
  }
}
