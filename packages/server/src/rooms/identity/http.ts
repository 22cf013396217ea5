import { identity } from '@chuangcheng/contract'
import { Problem } from '@chuangcheng/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acting, type House, open, reading } from '../../platform/http/serve.ts'
import { changeMyPassword, revokeSession, setPasswordByLink, signIn, signOut } from './sessions/actions.ts'
import { SESSION_COOKIE, tokenOf } from './sessions/authenticate.ts'
import { listSessionsOf } from './sessions/queries.ts'
import { sessionView } from './sessions/session-view-queries.ts'
import { cityOfToken, hashToken } from './sessions/token.ts'
import { changeMyLocale, getUserNameOf } from './users/own-account-queries.ts'

function keepToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const
  if (token === null) void reply.clearCookie(SESSION_COOKIE, options)
  else void reply.setCookie(SESSION_COOKIE, token, options)
}

/** The token of a request that authenticate already accepted. */
const acceptedToken = (request: FastifyRequest): string => tokenOf(request) ?? ''

/** The city somebody signs in to: the one they name, or the only one. */
async function cityToEnter(house: House, code: string | undefined): Promise<string> {
  const cities = await house.database.everyCity()
  const city = code === undefined && cities.length === 1 ? cities[0] : cities.find((one) => one.code === code)
  if (!city) throw new Problem('sign-in.refused')
  return city.id
}

export function sessionRoutes(house: House): void {
  open(house, identity.signIn, async ({ body, request, reply }) => {
    const reader = house.database.reader(await cityToEnter(house, body.city))
    const { token, userId } = await signIn(house.database, reader, {
      ...body,
      userAgent: request.headers['user-agent'] ?? '',
    })
    keepToken(request, reply, token)
    return { token, session: await sessionView(reader, userId, house.database.clock()) }
  })
  reading(house, identity.getSession, (reader, { actor }) =>
    sessionView(reader, actor.userId, house.database.clock()),
  )
  acting(house, identity.signOut, async (tx, { actor, request, reply }) => {
    await signOut(tx, actor, acceptedToken(request))
    keepToken(request, reply, null)
    return { done: true }
  })
  reading(house, identity.listMySessions, (reader, { actor, request }) =>
    sessionsOf(house, reader.cityId, actor.userId, hashToken(acceptedToken(request))),
  )
  acting(house, identity.revokeMySession, async (tx, { actor, params }) => {
    await revokeSession(tx, actor.userId, params.id)
    return { done: true }
  })
}

async function sessionsOf(house: House, cityId: string, userId: string, currentTokenHash: string) {
  const sessions = await listSessionsOf(
    house.database.reader(cityId),
    userId,
    house.database.clock().toISOString(),
  )
  return {
    items: sessions.map(({ tokenHash, ...session }) => ({
      ...session,
      current: tokenHash === currentTokenHash,
    })),
  }
}

export function passwordRoutes(house: House): void {
  acting(house, identity.changeMyPassword, async (tx, { actor, body, request }) => {
    const userName = await getUserNameOf(tx, actor.userId)
    await changeMyPassword(tx, { userName, token: acceptedToken(request) }, body)
    return { done: true }
  })
  acting(house, identity.changeMyLocale, async (tx, { actor, body }) => {
    await changeMyLocale(tx, actor.userId, body.locale)
    return { done: true }
  })
  open(house, identity.setPasswordByLink, async ({ body }) => {
    const cityId = cityOfToken(body.token)
    if (cityId === null) throw new Problem('password.link-spent')
    const author = { cityId, userId: null, name: 'password link' }
    return { userName: await house.database.transact(author, (tx) => setPasswordByLink(tx, body)) }
  })
}
