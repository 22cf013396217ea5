import { useState } from 'react'

/**
 * Things to go through one after another. What is open at the start stays in the list, so that nothing jumps while one works;
 * what was done is ticked off.
 */
export function useQueue(openIds: readonly string[]) {
  const [ids, setIds] = useState<readonly string[]>(openIds)
  const [current, setCurrent] = useState<string | null>(openIds[0] ?? null)
  const open = new Set(openIds)
  const place = current === null ? -1 : ids.indexOf(current)
  const goBy = (step: number) => setCurrent(ids[Math.min(Math.max(place + step, 0), ids.length - 1)] ?? null)
  /** Goes to the next one that is open, looking from here on and then from the top. */
  const goOn = (done: ReadonlySet<string> = new Set()) => {
    const turned = [...ids.slice(place + 1), ...ids.slice(0, place)]
    setCurrent(turned.find((id) => open.has(id) && !done.has(id)) ?? current)
  }
  const restart = () => {
    setIds(openIds)
    setCurrent(openIds[0] ?? null)
  }
  return { ids, open, current, place, goBy, goOn, go: setCurrent, restart }
}

export type Queue = ReturnType<typeof useQueue>
