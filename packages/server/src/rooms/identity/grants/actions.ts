import { type Actor, mustHoldThere, PERMISSIONS, type Permission, Problem } from '@chuangcheng/domain'
import type { Note, Tx } from '../../../platform/database/database.ts'
import { forgetActors } from '../../../platform/http/actor-memory.ts'
import { layOutPlaces, type Place } from '../actor-queries.ts'
import { getUserPage, lockUserFor } from '../users/actions.ts'
import type { UserRow } from '../users/queries.ts'
import { mustKeepAnAdministrator } from './last-administrator.ts'
import {
  deleteGrant,
  findGrant,
  type GrantRecord,
  lockAdministrators,
  lockRole,
  placeExists,
  type Role,
  saveGrants,
  saveRole,
} from './queries.ts'

/** What giving a role takes: the right to grant, and everything the role may do. */
export const neededToGrant = (role: Pick<Role, 'permissions'>): ReadonlySet<Permission> =>
  new Set<Permission>(['user.grant', ...role.permissions])

async function mustBeGrantable(tx: Tx, actor: Actor, role: Role, place: Place): Promise<void> {
  const [scope] = await layOutPlaces(tx, [place])
  if (scope) mustHoldThere(actor, neededToGrant(role), scope)
}

/** What the audit log keeps of a grant, under the user who holds it. */
export const grantNote = (before: GrantRecord | null, after: GrantRecord | null): Note => ({
  action: after === null ? 'grant.end' : before === null ? 'grant.add' : 'grant.change',
  subjectKind: 'user',
  subjectId: (after ?? before)?.userId ?? null,
  before,
  after,
})

/**
 * Grant a role over an organization, an area or the whole city.
 * @throws Problem not-found · access.* when the actor does not hold all of it there · request.invalid when both places are named
 */
export async function grantRole(
  tx: Tx,
  actor: Actor,
  userId: string,
  given: Omit<GrantRecord, 'userId'>,
): Promise<UserRow> {
  if (given.organizationId !== null && given.areaId !== null) {
    throw new Problem('request.invalid', { detail: 'organizationId, areaId' })
  }
  await lockUserFor(tx, actor, 'user.grant', userId)
  const role = await lockRole(tx, given.role)
  if (!role) throw new Problem('not-found', { what: 'role' })
  if (given.organizationId !== null && !(await placeExists(tx, given)))
    throw new Problem('not-found', { what: 'organization' })
  if (given.areaId !== null && !(await placeExists(tx, given)))
    throw new Problem('not-found', { what: 'area' })
  await mustBeGrantable(tx, actor, role, given)
  const grant = { ...given, userId }
  if (await findGrant(tx, userId, given.id)) throw new Problem('duplicate', { what: 'id', value: given.id })
  await saveGrants(tx, [grant])
  tx.record(grantNote(null, grant))
  tx.afterCommit(forgetActors)
  return getUserPage(tx, actor, userId, new Date(tx.now))
}

/**
 * Take a role back; one takes back only what one could give.
 * @throws Problem not-found · access.* · user.last-administrator
 */
export async function endGrant(tx: Tx, actor: Actor, userId: string, grantId: string): Promise<UserRow> {
  await lockAdministrators(tx)
  await lockUserFor(tx, actor, 'user.grant', userId)
  const grant = await findGrant(tx, userId, grantId)
  if (!grant) throw new Problem('not-found', { what: 'grant' })
  const role = await lockRole(tx, grant.role)
  if (role) await mustBeGrantable(tx, actor, role, grant)
  await deleteGrant(tx, grantId)
  if (grant.role === 'administrator') await mustKeepAnAdministrator(tx)
  tx.record(grantNote(grant, null))
  tx.afterCommit(forgetActors)
  return getUserPage(tx, actor, userId, new Date(tx.now))
}

/**
 * Add a role, or change what it may do: it holds everywhere, so the actor must hold all of it over the whole city.
 * @throws Problem access.* · role.administrator-fixed · duplicate when another role has the name
 */
export async function changeRole(tx: Tx, actor: Actor, key: string, given: Omit<Role, 'key'>): Promise<Role> {
  const before = await lockRole(tx, key)
  const permissions = PERMISSIONS.filter((permission) => given.permissions.includes(permission))
  mustHoldThere(actor, neededToGrant({ permissions: [...permissions, ...(before?.permissions ?? [])] }), {
    everything: true,
  })
  if (key === 'administrator' && permissions.length < PERMISSIONS.length)
    throw new Problem('role.administrator-fixed')
  const after = { key, name: given.name.trim(), permissions }
  await saveRole(tx, after)
  tx.record({
    action: before ? 'role.change' : 'role.add',
    subjectKind: 'role',
    subjectId: null,
    before: before ?? null,
    after,
  })
  tx.afterCommit(forgetActors)
  return after
}
