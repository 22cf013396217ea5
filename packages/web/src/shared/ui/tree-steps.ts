/** A row of a tree as far as the keyboard goes; `depth` from 0. */
type Row = {
  readonly node: { readonly id: string }
  readonly depth: number
  readonly childCount: number
  readonly isOpen: boolean
}
export type TreeStep = {
  readonly goTo?: string | undefined
  readonly toggle?: { readonly id: string; readonly open: boolean } | undefined
}

const PAGE = 10

/** What an arrow, Home, End or a page key does in a tree; null for keys that mean nothing there. */
export function stepInTree(rows: readonly Row[], place: number, key: string): TreeStep | null {
  const goTo = (at: number): TreeStep => ({
    goTo: rows[Math.min(Math.max(at, 0), rows.length - 1)]?.node.id,
  })
  switch (key) {
    case 'ArrowDown':
      return goTo(place + 1)
    case 'ArrowUp':
      return goTo(place - 1)
    case 'PageDown':
      return goTo(place + PAGE)
    case 'PageUp':
      return goTo(place - PAGE)
    case 'Home':
      return goTo(0)
    case 'End':
      return goTo(rows.length - 1)
    case 'ArrowRight':
      return inward(rows, place)
    case 'ArrowLeft':
      return outward(rows, place)
    default:
      return null
  }
}

function inward(rows: readonly Row[], place: number): TreeStep {
  const row = rows[place]
  if (!row || row.childCount === 0) return {}
  if (!row.isOpen) return { toggle: { id: row.node.id, open: true } }
  return { goTo: rows[place + 1]?.node.id }
}

function outward(rows: readonly Row[], place: number): TreeStep {
  const row = rows[place]
  if (!row) return {}
  if (row.isOpen) return { toggle: { id: row.node.id, open: false } }
  const parent = rows.slice(0, place).findLast(({ depth }) => depth < row.depth)
  return { goTo: parent?.node.id }
}
