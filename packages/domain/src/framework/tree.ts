import { Problem } from '../problem.ts'
import { MOST_LEVELS, type NodeKind } from './framework.ts'

/** Where a node stands in the tree of its version (所处位置): under whom, and the how-manieth from 0. */
export type Placed = { readonly id: string; readonly parentId: string | null; readonly position: number }

/** A node as far as the shape of the tree goes (树节点). */
export type TreeNode = Placed & { readonly kind: NodeKind; readonly code: string }

/** The children of every node in their order; those at the top under null. */
export function childrenByParent<N extends Placed>(nodes: readonly N[]): Map<string | null, N[]> {
  const children = new Map<string | null, N[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parentId)
    if (siblings) siblings.push(node)
    else children.set(node.parentId, [node])
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position)
  return children
}

/** The whole tree, parents before their children, siblings in order. */
export function inTreeOrder<N extends Placed>(nodes: readonly N[]): N[] {
  const children = childrenByParent(nodes)
  const ordered: N[] = []
  const visit = (parentId: string | null): void => {
    for (const node of children.get(parentId) ?? []) {
      ordered.push(node)
      visit(node.id)
    }
  }
  visit(null)
  return ordered
}

/** A node and all below it, parents first; a node has one parent, so only the branch's own beginning could come round again. */
export function branchOf<N extends Placed>(nodes: readonly N[], id: string): N[] {
  const children = childrenByParent(nodes)
  const branch = nodes.filter((node) => node.id === id)
  for (const node of branch) branch.push(...(children.get(node.id) ?? []).filter((child) => child.id !== id))
  return branch
}

/** The nodes above a node, the top first, the node itself last; empty when there is no such node. */
export function pathTo<N extends Placed>(byId: ReadonlyMap<string, N>, id: string | null): N[] {
  const path: N[] = []
  let node = id === null ? undefined : byId.get(id)
  while (node && path.length <= MOST_LEVELS) {
    path.unshift(node)
    node = node.parentId === null ? undefined : byId.get(node.parentId)
  }
  return path
}

export const byId = <N extends { readonly id: string }>(nodes: readonly N[]): Map<string, N> =>
  new Map(nodes.map((node) => [node.id, node]))

/**
 * The level a node needs at least: an indicator leaves one below it for criteria. A criterion may hang anywhere; its level name is
 * always the last.
 */
const levelNeeded = (kind: NodeKind, depth: number): number => (kind === 'criterion' ? depth : depth + 1)

/** How many level names a tree needs at least. */
export function levelsNeeded(nodes: readonly TreeNode[]): number {
  const nodesById = byId(nodes)
  return nodes.reduce(
    (most, node) => Math.max(most, levelNeeded(node.kind, pathTo(nodesById, node.id).length)),
    1,
  )
}

/** How many nodes stand on each level, criteria on the last one (7/24/75/228). */
export function countLevels(nodes: readonly TreeNode[], levelCount: number): number[] {
  const counts: number[] = Array.from({ length: levelCount }, () => 0)
  const nodesById = byId(nodes)
  for (const node of nodes) {
    const depth = node.kind === 'criterion' ? levelCount : pathTo(nodesById, node.id).length
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
  }
  return counts
}

/** A place to put a node (目标位置): under a parent, before one of its children or as its last. */
export type Place = { readonly parentId: string | null; readonly beforeId: string | null }

/**
 * Put a branch at a place: the children it stands among from then on, in order. Positions stay dense, from 0.
 * @param branch the node and all below it; of a new node itself alone
 * @throws Problem not-found · framework.cycle · framework.criterion-has-children · framework.too-deep
 */
export function placeBranch(
  nodes: readonly TreeNode[],
  branch: readonly TreeNode[],
  place: Place,
  levelCount: number,
): Placed[] {
  const [root] = branch
  if (!root) throw new Problem('not-found', { what: 'frameworkNode' })
  const nodesById = byId(nodes)
  const above = pathTo(nodesById, place.parentId)
  mustTake(above.at(-1), place.parentId)
  if (above.some((node) => node.id === root.id)) throw new Problem('framework.cycle', { code: root.code })
  mustFit(branch, above.length, levelCount)
  const siblings = (childrenByParent(nodes).get(place.parentId) ?? []).filter((node) => node.id !== root.id)
  const at =
    place.beforeId === null || place.beforeId === root.id
      ? placeWithoutMoving(root, place, siblings.length)
      : siblings.findIndex((node) => node.id === place.beforeId)
  if (at < 0) throw new Problem('not-found', { what: 'frameworkNode' })
  return [...siblings.slice(0, at), root, ...siblings.slice(at)].map(({ id }, position) => ({
    id,
    parentId: place.parentId,
    position,
  }))
}

/** Before itself is where it stands; before nobody is the last. */
const placeWithoutMoving = (root: Placed, { beforeId, parentId }: Place, last: number): number =>
  beforeId === root.id && parentId === root.parentId ? Math.min(root.position, last) : last

function mustTake(parent: TreeNode | undefined, parentId: string | null): void {
  if (parentId !== null && !parent) throw new Problem('not-found', { what: 'frameworkNode' })
  if (parent?.kind === 'criterion')
    throw new Problem('framework.criterion-has-children', { code: parent.code })
}

function mustFit(branch: readonly TreeNode[], depthAbove: number, levelCount: number): void {
  const branchById = byId(branch)
  for (const node of branch) {
    const depth = depthAbove + pathTo(branchById, node.id).length
    if (levelNeeded(node.kind, depth) > levelCount)
      throw new Problem('framework.too-deep', { code: node.code, levels: levelCount })
  }
}

/** The siblings of a node that goes, close together again. */
export const withoutNode = (nodes: readonly Placed[], node: Placed): Placed[] =>
  (childrenByParent(nodes).get(node.parentId) ?? [])
    .filter((sibling) => sibling.id !== node.id)
    .map(({ id, parentId }, position) => ({ id, parentId, position }))
