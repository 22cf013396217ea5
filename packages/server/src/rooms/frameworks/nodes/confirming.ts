import { type Actor, byId, type Guess, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { lockDraft, noteTreeChange } from '../versions/drafts.ts'
import { findVersion } from '../versions/queries.ts'
import { type FrameworkNode, listNodes, type NewNode, saveNodes } from './queries.ts'

export type Confirmation = {
  /** the nodes as they were seen: each with its revision of then */
  readonly nodes: readonly { readonly id: string; readonly basedOn: number }[]
  readonly guesses: readonly Guess[]
}

/** @throws Problem not-found · changed-meanwhile */
function nodesAsSeen(standing: readonly FrameworkNode[], seen: Confirmation['nodes']): FrameworkNode[] {
  const nodesById = byId(standing)
  return [...new Map(seen.map((one) => [one.id, one])).values()].map(({ id, basedOn }) => {
    const node = nodesById.get(id)
    if (!node) throw new Problem('not-found', { what: 'frameworkNode' })
    if (node.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'frameworkNode' })
    return node
  })
}

/**
 * Agree to what was only supposed of many nodes (批量确认), all or none: one change, one entry in the history.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · framework.not-a-draft
 */
export async function confirmNodes(
  tx: Tx,
  actor: Actor,
  versionId: string,
  { nodes, guesses }: Confirmation,
): Promise<{ revision: number; changedCount: number }> {
  const draft = await lockDraft(tx, actor, versionId)
  const isConfirmed = (guess: Guess): boolean => guesses.includes(guess)
  const supposed = nodesAsSeen(await listNodes(tx, versionId), nodes).filter((node) =>
    node.guesses.some(isConfirmed),
  )
  if (supposed.length > 0) {
    await saveNodes(
      tx,
      versionId,
      supposed.map(
        ({ revision: _revision, ...node }): NewNode => ({
          ...node,
          guesses: node.guesses.filter((guess) => !isConfirmed(guess)),
        }),
      ),
    )
    await noteTreeChange(tx, versionId, 'frameworkNode.confirm', {
      before: null,
      after: { confirmed: guesses, codes: supposed.map(({ code }) => code) },
    })
  }
  const revision = (await findVersion(tx, versionId))?.revision ?? draft.revision
  return { revision, changedCount: supposed.length }
}
