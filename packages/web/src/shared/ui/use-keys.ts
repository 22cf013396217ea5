import { useEffect, useLayoutEffect, useRef } from 'react'

/** Keys belong to fields and dialogs, and Enter to the button or link that has the focus. Escape leaves a field. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  const field = 'input, textarea, select, [contenteditable], [role="dialog"], dialog, [role="combobox"]'
  if (target.closest(field)) {
    if (key === 'Escape') target.blur()
    return true
  }
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null
}

/** A page that is worked by the keyboard: what each key does, lower case; undefined leaves it to the browser. */
export function useKeys(actionOf: (key: string) => (() => void) | undefined): void {
  const latest = useRef(actionOf)
  useLayoutEffect(() => {
    latest.current = actionOf
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const action = latest.current(event.key.toLowerCase())
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
