import { useSyncExternalStore } from 'react'

/** Whether a media query holds now; re-renders when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** A screen held in one hand: tables become cards, the navigation moves to the foot. */
export const usePhone = (): boolean => useMedia('(max-width: 767px)')
