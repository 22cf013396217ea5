import type { FrameworkNode } from './framework-queries.ts'
import { branchIds, type Forest } from './framework-tree.ts'

type Place = { readonly parentId: string | null; readonly beforeId: string | null }
type Placed = Pick<
  FrameworkNode,
  'id' | 'parentId' | 'position' | 'kind' | 'code' | 'text' | 'points' | 'role' | 'guesses'
>

type Lookups<Node extends Placed> = Pick<Forest<Node>, 'byId' | 'children'>

/** With Alt and an arrow: among its siblings, out of its parent, into the sibling before it. */
export type Direction = 'up' | 'down' | 'out' | 'in'

/** Where a node comes to stand when it is moved one step; null when there is no such place. */
export function placeAfterStep<Node extends Placed>(
  { byId, children }: Forest<Node>,
  id: string,
  direction: Direction,
): Place | null {
  const node = byId.get(id)
  if (!node) return null
  const siblings = children.get(node.parentId) ?? []
  const place = siblings.findIndex((sibling) => sibling.id === id)
  const before = siblings[place - 1]
  const after = siblings[place + 1]
  switch (direction) {
    case 'up':
      return before ? { parentId: node.parentId, beforeId: before.id } : null
    case 'down':
      return after ? { parentId: node.parentId, beforeId: siblings[place + 2]?.id ?? null } : null
    case 'in':
      return before?.kind === 'indicator' ? { parentId: before.id, beforeId: null } : null
    case 'out':
      return placeBehindParent({ byId, children }, node)
  }
}

function placeBehindParent<Node extends Placed>({ byId, children }: Lookups<Node>, node: Node): Place | null {
  const parent = node.parentId === null ? undefined : byId.get(node.parentId)
  if (!parent) return null
  const uncles = children.get(parent.parentId) ?? []
  const next = uncles[uncles.findIndex((uncle) => uncle.id === parent.id) + 1]
  return { parentId: parent.parentId, beforeId: next?.id ?? null }
}

/** Where on a row something is dropped: above it, into it, below it. */
export type DropSide = 'before' | 'into' | 'after'

/** Where a node comes to stand when it is dropped on a row; null when it cannot: on itself, below itself, into a criterion. */
export function placeAfterDrop<Node extends Placed>(
  forest: Forest<Node>,
  id: string,
  onId: string,
  side: DropSide,
): Place | null {
  const on = forest.byId.get(onId)
  if (!on || branchIds(forest, id).includes(onId)) return null
  if (side === 'into') return on.kind === 'indicator' ? { parentId: onId, beforeId: null } : null
  if (side === 'before') return { parentId: on.parentId, beforeId: onId }
  const siblings = (forest.children.get(on.parentId) ?? []).filter((sibling) => sibling.id !== id)
  const next = siblings[siblings.findIndex((sibling) => sibling.id === onId) + 1]
  return { parentId: on.parentId, beforeId: next?.id ?? null }
}

/** The nodes as they will stand after the move: shown at once, before the server has answered. */
export function moved<Node extends Placed>(nodes: readonly Node[], id: string, place: Place): Node[] {
  const node = nodes.find((one) => one.id === id)
  if (!node) return [...nodes]
  const siblings = nodes
    .filter((one) => one.parentId === place.parentId && one.id !== id)
    .sort((a, b) => a.position - b.position)
  const at = place.beforeId === null ? -1 : siblings.findIndex((one) => one.id === place.beforeId)
  siblings.splice(at === -1 ? siblings.length : at, 0, node)
  const positions = new Map(siblings.map((one, position) => [one.id, position]))
  return nodes.map((one) => {
    const position = positions.get(one.id)
    return position === undefined ? one : { ...one, parentId: place.parentId, position }
  })
}

/** The code after the last of these: “1-3” after “1-2”, “A09” after “A08”; empty when no pattern can be seen. */
export function nextCode(codes: readonly string[], parentCode: string | null): string {
  const last = codes.at(-1)
  if (last === undefined) return parentCode === null ? '1' : `${parentCode}-1`
  const found = /^(.*?)(\d+)$/.exec(last)
  if (!found) return ''
  const [, head = '', number = ''] = found
  return head + String(Number(number) + 1).padStart(number.length, '0')
}
