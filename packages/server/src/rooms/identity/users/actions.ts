import {
  type Actor,
  covers,
  mustCover,
  mustHoldThere,
  type Permission,
  Problem,
  scopeOf,
} from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { forgetActors } from '../../../platform/http/actor-memory.ts'
import { localDay } from '../../../platform/local-day.ts'
import { putIntoSearch } from '../../search/index.ts'
import { listGrants } from '../actor-queries.ts'
import { mustKeepAnAdministrator } from '../grants/last-administrator.ts'
import { lockAdministrators } from '../grants/queries.ts'
import { revokeAllSessions } from '../sessions/actions.ts'
import { findUser, lockUser, organizationExists, saveUsers, type User, type UserRow } from './queries.ts'
import { belongingOf, noteOf, searchEntryOf } from './user-record.ts'

/** @throws Problem not-found, also when they lie outside the actor's scope */
export async function getUserPage(reader: Reader, actor: Actor, id: string, now: Date): Promise<UserRow> {
  const user = await findUser(reader, id, now)
  if (!user || !covers(scopeOf(actor, 'user.read'), belongingOf(user)))
    throw new Problem('not-found', { what: 'user' })
  return user
}

/**
 * Lock a user whom the actor may see, for something that needs `permission` over them.
 * @throws Problem not-found · access.out-of-scope
 */
export async function lockUserFor(tx: Tx, actor: Actor, permission: Permission, id: string) {
  const user = await lockUser(tx, id)
  if (!user || !covers(scopeOf(actor, 'user.read'), belongingOf(user)))
    throw new Problem('not-found', { what: 'user' })
  mustCover(actor, permission, belongingOf(user))
  return user
}

/**
 * Whoever can act as a user, or shut them out, must hold what the user holds: else a password link would be a way to more rights.
 * @throws Problem access.no-permission · access.out-of-scope
 */
export async function mustHoldWhatTheyHold(tx: Tx, actor: Actor, userId: string): Promise<void> {
  const grants = await listGrants(tx, userId, localDay(new Date(tx.now)))
  for (const grant of grants) if (!grant.expired) mustHoldThere(actor, grant.permissions, grant.scope)
}

async function save(tx: Tx, before: User | null, after: User): Promise<void> {
  if (after.organizationId !== null && !(await organizationExists(tx, after.organizationId))) {
    throw new Problem('not-found', { what: 'organization' })
  }
  await saveUsers(tx, [after])
  await putIntoSearch(tx, 'user', [searchEntryOf(after)])
  tx.record(noteOf(before, after))
  tx.afterCommit(forgetActors)
}

/**
 * Add a user to an organization in the actor's scope; without an organization only over the whole city.
 * @throws Problem access.out-of-scope · duplicate · not-found
 */
export async function addUser(tx: Tx, actor: Actor, given: Omit<User, 'state'>): Promise<UserRow> {
  mustCover(actor, 'user.edit', belongingOf(given))
  if (await lockUser(tx, given.id)) throw new Problem('duplicate', { what: 'id', value: given.id })
  await save(tx, null, { ...given, state: 'active' })
  return getUserPage(tx, actor, given.id, new Date(tx.now))
}

/** What the endpoint lets be changed; undefined = as it was. */
export type UserChange = {
  readonly basedOn: number
  readonly name?: string | undefined
  readonly phone?: string | null | undefined
  readonly organizationId?: string | null | undefined
  readonly state?: User['state'] | undefined
}

const changed = (user: User, change: UserChange): User => ({
  ...user,
  name: change.name ?? user.name,
  phone: change.phone === undefined ? user.phone : change.phone,
  organizationId: change.organizationId === undefined ? user.organizationId : change.organizationId,
  state: change.state ?? user.state,
})

/**
 * Change a user, or disable them: then their sessions end.
 * @throws Problem not-found · changed-meanwhile · access.* · user.self-disable · user.last-administrator
 */
export async function changeUser(tx: Tx, actor: Actor, id: string, change: UserChange): Promise<UserRow> {
  if (change.state === 'disabled') await lockAdministrators(tx)
  const before = await lockUserFor(tx, actor, 'user.edit', id)
  if (before.revision !== change.basedOn) throw new Problem('changed-meanwhile', { what: 'user' })
  const after = changed(before, change)
  mustCover(actor, 'user.edit', belongingOf(after))
  if (after.state !== before.state) await changeState(tx, actor, after)
  await save(tx, before, after)
  if (after.state === 'disabled') await mustKeepAnAdministrator(tx)
  return getUserPage(tx, actor, id, new Date(tx.now))
}

async function changeState(tx: Tx, actor: Actor, after: User): Promise<void> {
  if (after.state === 'disabled' && after.id === actor.userId) throw new Problem('user.self-disable')
  await mustHoldWhatTheyHold(tx, actor, after.id)
  if (after.state === 'disabled') await revokeAllSessions(tx, after.id)
}
