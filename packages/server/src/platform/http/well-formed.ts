import { Problem } from '@chuangcheng/domain'
import type { FastifyInstance } from 'fastify'

/** NUL and halves of surrogate pairs: legal in JSON, no text to PostgreSQL. */
const NO_TEXT = /[\0\p{Surrogate}]/u

/** Whether some text in it, however deep, cannot be stored. Walks without recursion: what was sent may be nested without end. */
function holdsNoText(sent: unknown): boolean {
  const waiting: unknown[] = [sent]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && NO_TEXT.test(value)) return true
    if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) waiting.push(part)
  }
  return false
}

const isJson = (body: unknown): boolean =>
  Array.isArray(body) ||
  (body !== null && typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype)

/** Refuse text that could not be stored as it was sent, before anything is done with it. */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preHandler', ({ params, query, body }, _reply, next) => {
    const isRefused = holdsNoText([params, query, isJson(body) ? body : null])
    next(isRefused ? new Problem('request.invalid', { detail: 'U+0000, U+D800–U+DFFF' }) : undefined)
  })
}
