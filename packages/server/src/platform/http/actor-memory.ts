import type { Actor } from '@chuangcheng/domain'

// An actor is laid out from rows once and remembered for a few seconds: one look-up serves the requests of a page.
// Every change to users, roles, grants, areas and organizations in this process forgets them all at once; another
// process learns of it when its own memory runs out.
const REMEMBERED_MS = 5_000
const MOST_REMEMBERED = 5_000
const remembered = new Map<string, { actor: Actor; until: number }>()

const alsoForgetting: (() => void)[] = []

/** Whoever else remembers names or places of areas and organizations forgets them with the actors. */
export const forgetWithActors = (forget: () => void): void => void alsoForgetting.push(forget)

export function forgetActors(): void {
  remembered.clear()
  for (const forget of alsoForgetting) forget()
}

/** `key` is the hash of a session's token; `now` in milliseconds. */
export function rememberedActor(key: string, now: number): Actor | null {
  const found = remembered.get(key)
  if (!found || found.until < now) return null
  return found.actor
}

export function rememberActor(key: string, actor: Actor, now: number): void {
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, { actor, until: now + REMEMBERED_MS })
}
