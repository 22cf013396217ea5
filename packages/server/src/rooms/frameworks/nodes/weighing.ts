import { type Actor, Problem, type Weighing, weigh } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { lockDraft, noteTreeChange } from '../versions/drafts.ts'
import { findVersion, updateVersion } from '../versions/queries.ts'
import { listCountedNodes, savePoints } from './queries.ts'

/**
 * Distribute points exactly below a node or over the whole draft (权重分配); over the whole draft they are its total from then on.
 * What is given out this way counts as said, not supposed.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · framework.not-a-draft · framework.nothing-to-weigh ·
 * framework.points-decimals
 */
export async function weighDraft(
  tx: Tx,
  actor: Actor,
  versionId: string,
  { basedOn, ...weighing }: Weighing & { readonly basedOn: number },
) {
  const draft = await lockDraft(tx, actor, versionId)
  if (draft.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'frameworkVersion' })
  const nodes = await listCountedNodes(tx, versionId)
  const standing = new Map(nodes.map((node) => [node.id, node]))
  const changes = weigh(nodes, weighing).filter(({ id, points }) => {
    const node = standing.get(id)
    return node?.points !== points || node.guesses.includes('points')
  })
  const isWhole = weighing.nodeId === null
  if (changes.length > 0 || (isWhole && draft.totalPoints !== weighing.points)) {
    await savePoints(tx, changes)
    if (isWhole) await updateVersion(tx, versionId, { ...draft, totalPoints: weighing.points })
    const codeOf = (id: string): string => standing.get(id)?.code ?? id
    await noteTreeChange(tx, versionId, 'frameworkVersion.weigh', {
      before: Object.fromEntries(changes.map(({ id }) => [codeOf(id), standing.get(id)?.points ?? null])),
      after: Object.fromEntries(changes.map(({ id, points }) => [codeOf(id), points])),
    })
  }
  const revision = (await findVersion(tx, versionId))?.revision ?? draft.revision
  return { revision, changedCount: changes.length }
}
