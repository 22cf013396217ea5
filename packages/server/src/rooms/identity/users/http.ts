import { identity } from '@chuangcheng/contract'
import { scopeOf } from '@chuangcheng/domain'
import { acting, type House, reading } from '../../../platform/http/serve.ts'
import type { FileStore } from '../../../platform/store/file-store.ts'
import { importRoutes } from '../../imports/index.ts'
import { changeRole, endGrant, grantRole } from '../grants/actions.ts'
import { listRoles } from '../grants/queries.ts'
import { userImport } from '../import/user-import.ts'
import { makePasswordLink, revokeAllSessions } from '../sessions/actions.ts'
import { listSessionsOf } from '../sessions/queries.ts'
import { addUser, changeUser, getUserPage, lockUserFor, mustHoldWhatTheyHold } from './actions.ts'
import { listUsers } from './queries.ts'

export function userRoutes(house: House, store: FileStore, publicUrl: string): void {
  const { clock } = house.database
  reading(house, identity.listUsers, (reader, { actor, query }) =>
    listUsers(reader, scopeOf(actor, 'user.read'), query, clock()),
  )
  reading(house, identity.getUser, (reader, { actor, params }) =>
    getUserPage(reader, actor, params.id, clock()),
  )
  acting(house, identity.addUser, (tx, { actor, body }) => addUser(tx, actor, body))
  acting(house, identity.changeUser, (tx, { actor, params, body }) => changeUser(tx, actor, params.id, body))
  acting(house, identity.makePasswordLink, async (tx, { actor, params }) => {
    await lockUserFor(tx, actor, 'user.edit', params.id)
    await mustHoldWhatTheyHold(tx, actor, params.id)
    const { token, expiresAt } = await makePasswordLink(tx, params.id)
    return { link: `${publicUrl}/password/${token}`, expiresAt }
  })
  acting(house, identity.listUserSessions, async (tx, { actor, params }) => {
    await lockUserFor(tx, actor, 'user.edit', params.id)
    const sessions = await listSessionsOf(tx, params.id, tx.now)
    return { items: sessions.map((session) => ({ ...session, current: false })) }
  })
  acting(house, identity.revokeUserSessions, async (tx, { actor, params }) => {
    await lockUserFor(tx, actor, 'user.edit', params.id)
    await revokeAllSessions(tx, params.id)
    return { done: true }
  })
  importRoutes(house, store, { preview: identity.previewUsersImport, run: identity.importUsers }, userImport)
}

export function grantRoutes(house: House): void {
  acting(house, identity.grantRole, (tx, { actor, params, body }) => grantRole(tx, actor, params.id, body))
  acting(house, identity.endGrant, (tx, { actor, params }) => endGrant(tx, actor, params.id, params.grantId))
  reading(house, identity.listRoles, async (reader) => ({ items: await listRoles(reader) }))
  acting(house, identity.changeRole, (tx, { actor, params, body }) => changeRole(tx, actor, params.key, body))
}
