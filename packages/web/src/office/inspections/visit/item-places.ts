const cardOf = (itemId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"]`)

/** Brings an item into sight, as little as it takes; a moment later, so that the answer is seen. */
const PAUSE = 180
export function scrollToItem(itemId: string): void {
  setTimeout(() => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    cardOf(itemId)?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
  }, PAUSE)
}

/** The field of an item where something is typed: its number, or the note on what is wrong. */
export function focusField(itemId: string): void {
  cardOf(itemId)?.querySelector<HTMLElement>('textarea, input:not([type="file"])')?.focus()
}
