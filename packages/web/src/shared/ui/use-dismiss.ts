import { type RefObject, useEffect } from 'react'

/** Closes an open menu or list when the reader presses Escape or turns to something else. */
export function useDismiss(
  inside: RefObject<HTMLElement | null>,
  open: boolean,
  close: (byKey: boolean) => void,
): void {
  useEffect(() => {
    if (!open) return
    const left = (event: Event) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) close(false)
    }
    const escaped = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close(true)
    }
    document.addEventListener('pointerdown', left)
    document.addEventListener('focusin', left)
    document.addEventListener('keydown', escaped)
    return () => {
      document.removeEventListener('pointerdown', left)
      document.removeEventListener('focusin', left)
      document.removeEventListener('keydown', escaped)
    }
  }, [inside, open, close])
}
