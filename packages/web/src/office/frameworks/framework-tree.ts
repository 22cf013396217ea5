import { childrenByParent, isOrdinary, sumPoints } from '@chuangcheng/domain'
import type { FrameworkNode } from './framework-queries.ts'

type TreeNode = Pick<
  FrameworkNode,
  'id' | 'parentId' | 'position' | 'kind' | 'code' | 'text' | 'points' | 'role' | 'guesses'
>

/** A version's nodes, ready to be drawn: who hangs under whom, and what stands below. */
export type Forest<Node extends TreeNode> = {
  readonly byId: ReadonlyMap<string, Node>
  readonly children: ReadonlyMap<string | null, readonly Node[]>
  /** points of the ordinary criteria below each indicator, exact */
  readonly sums: ReadonlyMap<string, number>
  /** criteria below with something to confirm */
  readonly guessed: ReadonlyMap<string, number>
}

type Below = { readonly points: number; readonly open: number }

/** What one criterion adds to the indicators above it. */
const countOf = (node: TreeNode): Below => ({
  points: isOrdinary(node) ? (node.points ?? 0) : 0,
  open: node.guesses.length > 0 ? 1 : 0,
})

export function forestOf<Node extends TreeNode>(nodes: readonly Node[]): Forest<Node> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const children = childrenByParent(nodes)
  const sums = new Map<string, number>()
  const guessed = new Map<string, number>()
  const add = (id: string | null): Below => {
    const below = (children.get(id) ?? []).map((node) =>
      node.kind === 'criterion' ? countOf(node) : add(node.id),
    )
    const points = sumPoints(below.map((one) => one.points))
    const open = below.reduce((sum, one) => sum + one.open, 0)
    if (id !== null) {
      sums.set(id, points)
      guessed.set(id, open)
    }
    return { points, open }
  }
  add(null)
  return { byId, children, sums, guessed }
}

export type TreeRow<Node> = {
  readonly node: Node
  /** from 0 */
  readonly depth: number
  readonly childCount: number
  readonly isOpen: boolean
  /** from 1, among siblings */
  readonly place: number
  readonly siblingCount: number
}

/** The rows to draw, from the top down. `only`: nothing else is shown, and all of it is open. */
export function rowsOf<Node extends TreeNode>(
  { children }: Forest<Node>,
  open: ReadonlySet<string>,
  only: ReadonlySet<string> | null = null,
): TreeRow<Node>[] {
  const rows: TreeRow<Node>[] = []
  const visit = (parentId: string | null, depth: number): void => {
    const all = children.get(parentId) ?? []
    const siblings = only ? all.filter(({ id }) => only.has(id)) : all
    siblings.forEach((node, index) => {
      const childCount = children.get(node.id)?.length ?? 0
      const isOpen = childCount > 0 && (only !== null || open.has(node.id))
      rows.push({ node, depth, childCount, isOpen, place: index + 1, siblingCount: siblings.length })
      if (isOpen) visit(node.id, depth + 1)
    })
  }
  visit(null, 0)
  return rows
}

/** The ids above a node, the top first. */
export function above<Node extends TreeNode>({ byId }: Forest<Node>, id: string): string[] {
  const ids: string[] = []
  let parentId = byId.get(id)?.parentId ?? null
  while (parentId !== null && !ids.includes(parentId)) {
    ids.unshift(parentId)
    parentId = byId.get(parentId)?.parentId ?? null
  }
  return ids
}

/** A node with everything below it. */
export function branchIds<Node extends TreeNode>({ children }: Forest<Node>, id: string): string[] {
  const ids = [id]
  for (const parentId of ids) ids.push(...(children.get(parentId) ?? []).map((child) => child.id))
  return ids
}

/** What a search shows: every node that fits, and what stands above it. */
export function withAbove<Node extends TreeNode>(
  forest: Forest<Node>,
  fits: (node: Node) => boolean,
): { shown: ReadonlySet<string>; count: number } {
  const shown = new Set<string>()
  let count = 0
  for (const node of forest.byId.values()) {
    if (!fits(node)) continue
    count += 1
    shown.add(node.id)
    for (const id of above(forest, node.id)) shown.add(id)
  }
  return { shown, count }
}

/** So many rows can be taken in without folding anything away. */
const MANY_ROWS = 300

/** What is open at first: as many levels as make a list that can still be overlooked; the first always. */
export function openAtFirst<Node extends TreeNode>({ children }: Forest<Node>): Set<string> {
  const open = new Set<string>()
  let level = [...(children.get(null) ?? [])]
  let rows = level.length
  for (let depth = 0; level.length > 0; depth++) {
    const next = level.flatMap(({ id }) => children.get(id) ?? [])
    rows += next.length
    if (depth > 0 && rows > MANY_ROWS) break
    for (const { id } of level) open.add(id)
    level = next
  }
  return open
}
