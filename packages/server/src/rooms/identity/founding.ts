import { mustBeStrong } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'
import { putIntoSearch } from '../search/index.ts'
import { insertFounder, insertStartingRoles } from './founding-queries.ts'
import { hashPassword } from './sessions/password-hash.ts'

export type FirstAdministrator = {
  readonly userName: string
  readonly name: string
  readonly password: string
}

/**
 * The roles and the first administrator of a new city, whose grant covers all of it without end.
 * @throws Problem password.*
 */
export async function foundIdentity(tx: Tx, administrator: FirstAdministrator): Promise<string> {
  mustBeStrong(administrator.password, [administrator.userName, administrator.name])
  const roles = await insertStartingRoles(tx)
  tx.record({ action: 'role.start', subjectKind: 'role', subjectId: null, before: null, after: roles })
  const userId = uuidv7()
  await insertFounder(tx, {
    id: userId,
    ...administrator,
    passwordHash: await hashPassword(administrator.password),
  })
  const { userName, name } = administrator
  await putIntoSearch(tx, 'user', [
    { id: userId, title: name, detail: userName, areaId: null, organizationIds: [] },
  ])
  tx.record({
    action: 'user.add',
    subjectKind: 'user',
    subjectId: userId,
    before: null,
    after: { userName: administrator.userName, role: 'administrator' },
  })
  return userId
}
