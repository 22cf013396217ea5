import { mustBeStrong } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'
import { putIntoSearch } from '../search/index.ts'
import { hashPassword } from './sessions/password-hash.ts'
import { insertStartingRoles } from './starting-roles.ts'

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
  await insertStartingRoles(tx)
  const userId = uuidv7()
  await tx.sql
    .insertInto('user_account')
    .values({
      city_id: tx.cityId,
      id: userId,
      user_name: administrator.userName,
      name: administrator.name,
      password_hash: await hashPassword(administrator.password),
      created_at: tx.now,
    })
    .execute()
  await tx.sql
    .insertInto('role_grant')
    .values({ city_id: tx.cityId, id: uuidv7(), user_id: userId, role_key: 'administrator' })
    .execute()
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
