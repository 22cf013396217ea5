import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { newIds } from '../../../platform/database/new-ids.ts'
import { deleteNodes, listNodes, listPlaces, type NewNode, saveNodes } from '../nodes/queries.ts'
import {
  type FrameworkVersion,
  findVersionLocked,
  insertVersion,
  touchVersion,
  updateState,
  updateVersion,
} from './queries.ts'

/**
 * Lock a version for a change of itself.
 * @param actor null: the system itself, at the command line
 * @throws Problem access.out-of-scope · not-found
 */
export async function lockVersion(tx: Tx, actor: Actor | null, id: string): Promise<FrameworkVersion> {
  if (actor) mustCoverCity(actor, 'framework.edit')
  const version = await findVersionLocked(tx, id)
  if (!version) throw new Problem('not-found', { what: 'frameworkVersion' })
  return version
}

/**
 * Lock a draft with its tree. What is published never changes again.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft
 */
export async function lockDraft(tx: Tx, actor: Actor | null, id: string): Promise<FrameworkVersion> {
  const version = await lockVersion(tx, actor, id)
  if (version.state !== 'draft') throw new Problem('framework.not-a-draft', { label: version.label })
  return version
}

/**
 * Give a locked draft another tree, and the names of its levels. Nodes that keep their id keep their duties and mappings; those that
 * do not come again go with theirs. Leaves no audit entry: the caller says what it was for.
 */
export async function replaceTree(
  tx: Tx,
  draft: FrameworkVersion,
  nodes: readonly NewNode[],
  levelNames: readonly string[],
): Promise<void> {
  const staying = new Set(nodes.map(({ id }) => id))
  const standing = await listPlaces(tx, draft.id)
  await deleteNodes(
    tx,
    standing.filter(({ id }) => !staying.has(id)).map(({ id }) => id),
  )
  await saveNodes(tx, draft.id, nodes)
  await updateVersion(tx, draft.id, { ...draft, levelNames: [...levelNames] })
}

/** Publish a locked draft: from now on it never changes. Whether it may be is for the caller to know, and to record. */
export const markPublished = (tx: Tx, draft: FrameworkVersion): Promise<void> =>
  updateState(tx, draft.id, 'published')

/** Tree and words of a version as a new draft (沿用); answers which node became which. Leaves no audit entry. */
export async function copyVersion(
  tx: Tx,
  from: FrameworkVersion,
  to: { readonly id: string; readonly label: string; readonly year: number },
): Promise<ReadonlyMap<string, string>> {
  await insertVersion(tx, { ...from, ...to, madeFromId: from.id })
  const nodes = await listNodes(tx, from.id)
  const nextId = newIds(nodes.length)
  const continuedBy = new Map(nodes.map(({ id }) => [id, nextId()]))
  const idOf = (id: string): string => continuedBy.get(id) ?? id
  await saveNodes(
    tx,
    to.id,
    nodes.map((node) => ({
      ...node,
      id: idOf(node.id),
      parentId: node.parentId === null ? null : idOf(node.parentId),
      carriedFromId: node.id,
      settled: true,
    })),
  )
  return continuedBy
}

/** Say what was done to a version or its tree: one history for both. */
export function recordDone(
  tx: Tx,
  versionId: string,
  action: `framework${'' | 'Version' | 'Node'}.${string}`,
  change: { readonly before: unknown; readonly after: unknown },
): void {
  tx.record({ action, subjectKind: 'framework', subjectId: versionId, ...change })
}

/** A change within the tree of a locked draft: the draft is another one now. */
export async function noteTreeChange(
  tx: Tx,
  versionId: string,
  action: `framework${'Version' | 'Node'}.${string}`,
  change: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await touchVersion(tx, versionId)
  recordDone(tx, versionId, action, change)
}
