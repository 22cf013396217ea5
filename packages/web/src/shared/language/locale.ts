import { baseLocale, isLocale, type Locale, overwriteGetLocale } from '@chuangcheng/messages'
import { useSyncExternalStore } from 'react'

const REMEMBERED_AS = 'chuangcheng.locale'

function firstLocale(): Locale {
  const remembered = localStorage.getItem(REMEMBERED_AS)
  if (isLocale(remembered)) return remembered
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : baseLocale
}

let current: Locale = firstLocale()
const listeners = new Set<() => void>()

overwriteGetLocale(() => current)
document.documentElement.lang = current

/** The language on the screen now; every request carries it. */
export const currentLocale = (): Locale => current

/** Switches every text on the screen without a reload; pages and frame re-render because they use {@link useLocale}. */
export function switchLocale(next: Locale): void {
  if (next === current) return
  current = next
  localStorage.setItem(REMEMBERED_AS, next)
  document.documentElement.lang = next
  for (const tell of listeners) tell()
}

/** Takes the language of somebody's profile, unless one was chosen in this browser. */
export function adoptLocale(profile: Locale): void {
  if (!isLocale(localStorage.getItem(REMEMBERED_AS))) switchLocale(profile)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Re-renders the caller, and what it draws, when the language changes. Texts must not be kept in a `useMemo`. */
export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale)
