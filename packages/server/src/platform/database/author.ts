import type { Actor } from '@chuangcheng/domain'
import type { Author } from './database.ts'

/** Somebody signed in, as the author of what they write. */
export const authorOf = ({ cityId, userId, name }: Actor): Author => ({ cityId, userId, name })

/** The system itself, as the author of what it does by the clock or from the queue. */
export const systemAuthor = (cityId: string): Author => ({ cityId, userId: null, name: 'system' })
