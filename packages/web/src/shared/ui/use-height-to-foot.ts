import { useLayoutEffect, useState } from 'react'

type Foot = {
  readonly least: number
  /** what stands below the list */
  readonly below: number
  /** what is taken to stand above and below before the page is laid out */
  readonly around: number
}

/** A list that ends where the window ends, wherever it begins. All in pixels; `foot` is a constant of its page. */
export function useHeightToFoot(
  region: { readonly current: HTMLElement | null },
  { least, below, around }: Foot,
): number {
  const [height, setHeight] = useState(() => Math.max(least, window.innerHeight - around))
  useLayoutEffect(() => {
    const measure = () => {
      const top = (region.current?.getBoundingClientRect().top ?? 0) + window.scrollY
      setHeight(Math.max(least, window.innerHeight - top - below))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [region, least, below])
  return height
}
