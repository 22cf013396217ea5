import { childrenByParent } from '@chuangcheng/domain'
import type { ScoreNode } from './score-queries.ts'

/** A line of the tree as it is drawn. */
export type TreeLine = {
  readonly node: ScoreNode
  readonly depth: number
  readonly childCount: number
  readonly isOpen: boolean
}

type Children = ReadonlyMap<string | null, readonly ScoreNode[]>

/** Nodes come in the order of the tree. */
export const childrenOf = (nodes: readonly ScoreNode[]): Children =>
  childrenByParent(nodes.map((node, position) => ({ ...node, position })))

/** The lines to draw, from the top down. */
export function linesOf(children: Children, open: ReadonlySet<string>): TreeLine[] {
  const lines: TreeLine[] = []
  const visit = (parentId: string | null, depth: number): void => {
    for (const node of children.get(parentId) ?? []) {
      const childCount = children.get(node.id)?.length ?? 0
      const isOpen = childCount > 0 && open.has(node.id)
      lines.push({ node, depth, childCount, isOpen })
      if (isOpen) visit(node.id, depth + 1)
    }
  }
  visit(null, 0)
  return lines
}

/** So many lines can be overlooked at first. */
const MANY_LINES = 40

/** What is open at first: level by level, as long as it can be overlooked. */
export function openAtFirst(children: Children): Set<string> {
  const open = new Set<string>()
  let level = children.get(null) ?? []
  let lines = level.length
  while (level.length > 0) {
    const next = level.flatMap(({ id }) => children.get(id) ?? [])
    lines += next.length
    if (lines > MANY_LINES) break
    for (const { id } of level) open.add(id)
    level = next
  }
  return open
}

/** Every node that has something below it. */
export const everythingOpen = (children: Children): Set<string> =>
  new Set([...children.keys()].filter((id) => id !== null))
