import { type Actor, lockMinutes, mustBeStrong, Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Database, Reader, Tx } from '../../../platform/database/database.ts'
import { forgetActors } from '../../../platform/http/actor-memory.ts'
import { hashPassword, passwordFits } from './password-hash.ts'
import {
  countTry,
  deleteSessionByToken,
  deleteSessions,
  findAccountByName,
  forgetFailures,
  insertPasswordLink,
  insertSession,
  lockName,
  setPasswordHash,
  spendPasswordLink,
} from './queries.ts'
import { hashToken, makeToken } from './token.ts'

const SESSION_HOURS = 12
const LINK_HOURS = 72
const inHours = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString()

type Account = NonNullable<Awaited<ReturnType<typeof findAccountByName>>>

const authorOf = (cityId: string, account: Account) => ({ cityId, userId: account.id, name: account.name })

/**
 * Count a try, and lock the name when there were too many in a row. A right password takes both back.
 * @throws Problem sign-in.locked while locked, before any password is looked at
 */
async function admitTry(tx: Tx, userName: string): Promise<number> {
  const { failureCount, lockedUntil } = await countTry(tx, userName)
  if (lockedUntil !== null) {
    throw new Problem('sign-in.locked', {
      minutes: Math.ceil((Date.parse(lockedUntil) - Date.parse(tx.now)) / 60_000),
    })
  }
  const minutes = lockMinutes(failureCount)
  if (minutes > 0) await lockName(tx, userName, new Date(Date.parse(tx.now) + minutes * 60_000).toISOString())
  return minutes
}

async function noteLock(
  database: Database,
  cityId: string,
  account: Account,
  minutes: number,
): Promise<void> {
  await database.transact(authorOf(cityId, account), async (tx) => {
    tx.record({
      action: 'session.lock',
      subjectKind: 'user',
      subjectId: account.id,
      before: null,
      after: { minutes },
    })
  })
}

/** The account behind a name and a password; unknown names take the same way, the same locks and the same time. */
async function recognize(
  database: Database,
  reader: Reader,
  given: { userName: string; password: string },
): Promise<Account> {
  const nobody = { cityId: reader.cityId, userId: null, name: 'sign-in' }
  const minutes = await database.transact(nobody, (tx) => admitTry(tx, given.userName))
  const account = await findAccountByName(reader, given.userName)
  const fits = await passwordFits(account?.passwordHash ?? null, given.password)
  if (account && fits) return account
  if (account && minutes > 0) await noteLock(database, reader.cityId, account, minutes)
  throw new Problem('sign-in.refused')
}

/**
 * Sign in with a password. Answers the session's token, which is shown once and stored as a hash only.
 * @throws Problem sign-in.refused (unknown name and wrong password alike) · sign-in.locked · sign-in.disabled
 */
export async function signIn(
  database: Database,
  reader: Reader,
  given: { userName: string; password: string; userAgent: string },
): Promise<{ token: string; userId: string }> {
  const userName = given.userName.trim().toLowerCase()
  const account = await recognize(database, reader, { userName, password: given.password })
  return database.transact(authorOf(reader.cityId, account), async (tx) => {
    await forgetFailures(tx, userName)
    if (account.state === 'disabled') throw new Problem('sign-in.disabled')
    const token = makeToken(tx.cityId)
    await insertSession(tx, {
      id: uuidv7(),
      tokenHash: hashToken(token),
      userId: account.id,
      userAgent: given.userAgent.slice(0, 300),
      expiresAt: inHours(tx.now, SESSION_HOURS),
    })
    tx.record({
      action: 'session.signIn',
      subjectKind: 'user',
      subjectId: account.id,
      before: null,
      after: null,
    })
    return { token, userId: account.id }
  })
}

export async function signOut(tx: Tx, actor: Actor, token: string): Promise<void> {
  await deleteSessionByToken(tx, hashToken(token))
  tx.record({
    action: 'session.signOut',
    subjectKind: 'user',
    subjectId: actor.userId,
    before: null,
    after: null,
  })
  tx.afterCommit(forgetActors)
}

/** @throws Problem not-found */
export async function revokeSession(tx: Tx, userId: string, sessionId: string): Promise<void> {
  const ended = await deleteSessions(tx, userId, { id: sessionId })
  if (ended === 0) throw new Problem('not-found', { what: 'session' })
  tx.record({
    action: 'session.revoke',
    subjectKind: 'user',
    subjectId: userId,
    before: { sessionId },
    after: null,
  })
  tx.afterCommit(forgetActors)
}

export async function revokeAllSessions(tx: Tx, userId: string): Promise<void> {
  const ended = await deleteSessions(tx, userId, {})
  tx.record({
    action: 'session.revokeAll',
    subjectKind: 'user',
    subjectId: userId,
    before: { ended },
    after: null,
  })
  tx.afterCommit(forgetActors)
}

async function replacePassword(
  tx: Tx,
  user: { id: string; userName: string; passwordHash: string },
  exceptTokenHash?: string,
) {
  await setPasswordHash(tx, user.id, user.passwordHash)
  await forgetFailures(tx, user.userName)
  await deleteSessions(tx, user.id, exceptTokenHash === undefined ? {} : { exceptTokenHash })
  tx.record({ action: 'password.set', subjectKind: 'user', subjectId: user.id, before: null, after: null })
  tx.afterCommit(forgetActors)
}

/**
 * Change one's own password; every other session ends.
 * @throws Problem sign-in.refused when the current password is wrong · password.*
 */
export async function changeMyPassword(
  tx: Tx,
  user: { userName: string; token: string },
  given: { currentPassword: string; newPassword: string },
): Promise<void> {
  const account = await findAccountByName(tx, user.userName)
  if (!account || !(await passwordFits(account.passwordHash, given.currentPassword))) {
    throw new Problem('sign-in.refused')
  }
  mustBeStrong(given.newPassword, [account.userName, account.name])
  const passwordHash = await hashPassword(given.newPassword)
  await replacePassword(
    tx,
    { id: account.id, userName: account.userName, passwordHash },
    hashToken(user.token),
  )
}

/** Make a one-time link for a user; links made before end. The token is shown once. */
export async function makePasswordLink(
  tx: Tx,
  userId: string,
): Promise<{ token: string; expiresAt: string }> {
  const token = makeToken(tx.cityId)
  const expiresAt = inHours(tx.now, LINK_HOURS)
  await insertPasswordLink(tx, { tokenHash: hashToken(token), userId, expiresAt })
  tx.record({
    action: 'password.link',
    subjectKind: 'user',
    subjectId: userId,
    before: null,
    after: { expiresAt },
  })
  return { token, expiresAt }
}

/**
 * Set a password by a one-time link.
 * @throws Problem password.link-spent · password.* (then the link stays good)
 */
export async function setPasswordByLink(tx: Tx, given: { token: string; password: string }): Promise<string> {
  const user = await spendPasswordLink(tx, hashToken(given.token))
  if (!user) throw new Problem('password.link-spent')
  mustBeStrong(given.password, [user.userName, user.name])
  await replacePassword(tx, {
    id: user.id,
    userName: user.userName,
    passwordHash: await hashPassword(given.password),
  })
  return user.userName
}
