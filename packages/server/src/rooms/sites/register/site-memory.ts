import { Memory } from '../../../platform/database/memory.ts'
import { forgetWithActors } from '../../../platform/http/actor-memory.ts'
import type { NamedSite } from './names-queries.ts'

/**
 * Sites that somebody looked at or changed a moment ago: whoever changes one has just had it before their eyes, and need not wait for it to be
 * read again. Their rows are confirmed by their revision; the names they point to are forgotten when one of them may have changed.
 */
export const siteMemory = new Memory<NamedSite>()
forgetWithActors(() => siteMemory.forget())

export const siteKey = (cityId: string, id: string): string => `${cityId} ${id}`
