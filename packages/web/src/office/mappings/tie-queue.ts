import type { Tie, TieState } from './mapping-queries.ts'

/** One checklist item (检查项) with its ties, the likest first: what somebody looks at and decides. */
export type QueueItem = {
  readonly itemId: string
  readonly itemCode: string
  readonly itemText: string
  readonly dimension: string
  readonly checklist: { readonly id: string; readonly name: string }
  readonly ties: readonly Tie[]
}

export const tieKey = ({ itemId, criterionId }: Pick<Tie, 'itemId' | 'criterionId'>): string =>
  `${itemId} ${criterionId}`

/**
 * Ties as the server lists them, under their items. While more are on their way the last item is left out: its ties may not all
 * have come.
 */
export function queueOf(ties: readonly Tie[], hasMore: boolean): QueueItem[] {
  const queue = new Map<string, Tie[]>()
  for (const tie of ties) {
    const known = queue.get(tie.itemId)
    if (known) known.push(tie)
    else queue.set(tie.itemId, [tie])
  }
  const items = [...queue.values()].flatMap((of) =>
    of[0] ? [{ ...itemOf(of[0]), ties: byLikeness(of) }] : [],
  )
  return hasMore ? items.slice(0, -1) : items
}

const itemOf = ({ itemId, itemCode, itemText, dimension, checklist }: Tie) => ({
  itemId,
  itemCode,
  itemText,
  dimension,
  checklist,
})

/** What a person tied stands before what was guessed. */
const byLikeness = (ties: readonly Tie[]): Tie[] =>
  ties.toSorted((a, b) => (b.likeness ?? 2) - (a.likeness ?? 2))

/**
 * The undecided ties that say the same in other checklists: the same words, the same criterion. Forty checklists ask whether the
 * ground is clean; nobody should answer forty times.
 */
export function twinsOf(queue: readonly QueueItem[], tie: Tie, stateOf: StateOf): Tie[] {
  return queue
    .filter(({ itemId, itemText }) => itemText === tie.itemText && itemId !== tie.itemId)
    .flatMap(({ ties }) => ties.filter((other) => other.criterionId === tie.criterionId))
    .filter((other) => stateOf(other) === 'guess')
}

export type Cursor = { readonly itemId: string; readonly criterionId: string | null }

type StateOf = (tie: Tie) => TieState

/** The first tie nobody has decided yet: at the item itself, then below it, then from the top. */
export function nextOpen(
  queue: readonly QueueItem[],
  itemId: string | null,
  stateOf: StateOf,
): Cursor | null {
  const at = Math.max(
    0,
    queue.findIndex((item) => item.itemId === itemId),
  )
  for (const item of [...queue.slice(at), ...queue.slice(0, at)]) {
    const open = item.ties.find((tie) => stateOf(tie) === 'guess')
    if (open) return { itemId: item.itemId, criterionId: open.criterionId }
  }
  return null
}

/** One tie up or down, over the edges of items. */
export function stepTie(queue: readonly QueueItem[], cursor: Cursor | null, by: 1 | -1): Cursor | null {
  const places = queue.flatMap(({ itemId, ties }): Cursor[] =>
    ties.length === 0
      ? [{ itemId, criterionId: null }]
      : ties.map(({ criterionId }) => ({ itemId, criterionId })),
  )
  const at = places.findIndex(
    (place) => place.itemId === cursor?.itemId && place.criterionId === cursor.criterionId,
  )
  if (at < 0) return places[0] ?? null
  return places[Math.min(places.length - 1, Math.max(0, at + by))] ?? null
}

/** The item before or after, at its first tie. */
export function stepItem(queue: readonly QueueItem[], cursor: Cursor | null, by: 1 | -1): Cursor | null {
  const at = queue.findIndex(({ itemId }) => itemId === cursor?.itemId)
  const next = queue[Math.min(queue.length - 1, Math.max(0, at + by))]
  return next ? { itemId: next.itemId, criterionId: next.ties[0]?.criterionId ?? null } : null
}
