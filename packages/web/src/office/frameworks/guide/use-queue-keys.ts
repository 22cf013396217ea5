import { useEffect } from 'react'
import type { Queue } from './use-queue.ts'

/** Alt with an arrow goes through the list from wherever the keyboard is. */
export function useQueueKeys(queue: Queue, press?: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
      if (step === undefined) return press?.(event)
      event.preventDefault()
      queue.goBy(step)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
