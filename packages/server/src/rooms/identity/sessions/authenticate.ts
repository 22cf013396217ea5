import { type Actor, Problem } from '@chuangcheng/domain'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../../platform/database/database.ts'
import { rememberActor, rememberedActor } from '../../../platform/http/actor-memory.ts'
import { localDay } from '../../../platform/local-day.ts'
import { loadActor } from '../actor-queries.ts'
import { findLiveSession, touchSession } from './queries.ts'
import { cityOfToken, hashToken } from './token.ts'

export const SESSION_COOKIE = 'chuangcheng_session'
const TOUCH_AFTER_MS = 60_000
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

const bearerOf = (request: FastifyRequest): string | null =>
  /^Bearer (?<token>\S+)$/.exec(request.headers.authorization ?? '')?.groups?.token ?? null

/** The session token a request carries: as a bearer token, or as our cookie. */
export const tokenOf = (request: FastifyRequest): string | null =>
  bearerOf(request) ?? request.cookies[SESSION_COOKIE] ?? null

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** A cookie comes along by itself; so a write that comes with one must come from our own pages. */
function mustBeOurPage(request: FastifyRequest): void {
  if (READS.has(request.method) || bearerOf(request) !== null) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('request.foreign-origin')
  const origin = request.headers.origin
  if (origin !== undefined && site === undefined && hostOf(origin) !== request.host) {
    throw new Problem('request.foreign-origin')
  }
}

/** Who sends this request; null when nobody we know. */
export async function authenticate(database: Database, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenOf(request)
  if (token === null) return null
  const now = database.clock()
  const tokenHash = hashToken(token)
  // Before the token is taken apart: whose hash we remember had a good one.
  const known = rememberedActor(tokenHash, now.getTime())
  const cityId = known?.cityId ?? cityOfToken(token)
  if (cityId === null) return null
  mustBeOurPage(request)
  if (known) return known
  const reader = database.reader(cityId)
  const session = await findLiveSession(reader, tokenHash, now.toISOString())
  if (!session) return null
  if (now.getTime() - Date.parse(session.lastSeenAt) > TOUCH_AFTER_MS) {
    await touchSession(reader, tokenHash, now.toISOString())
  }
  const { userId, name, organizationId } = session
  const actor = await loadActor(reader, { userId, name, organizationId }, localDay(now))
  rememberActor(tokenHash, actor, now.getTime())
  return actor
}
