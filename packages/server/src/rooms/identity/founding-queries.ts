import { STARTING_PERMISSIONS, STARTING_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'

/** The roles a city starts with, as rows that it may change afterwards. Answers what each may do. */
export async function insertStartingRoles(tx: Tx) {
  const roles = STARTING_ROLES.map((key) => ({
    city_id: tx.cityId,
    key,
    name: m[`role.${key}`]({}, { locale: 'zh-CN' }),
    permissions: [...STARTING_PERMISSIONS[key]],
  }))
  await tx.sql.insertInto('role').values(roles).execute()
  return roles.map(({ key, permissions }) => ({ key, permissions }))
}

type Founder = {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly passwordHash: string
}

/** The first administrator, with a grant over everything and without end. */
export async function insertFounder(tx: Tx, founder: Founder): Promise<void> {
  await tx.sql
    .insertInto('user_account')
    .values({
      city_id: tx.cityId,
      id: founder.id,
      user_name: founder.userName,
      name: founder.name,
      password_hash: founder.passwordHash,
      created_at: tx.now,
    })
    .execute()
  await tx.sql
    .insertInto('role_grant')
    .values({ city_id: tx.cityId, id: uuidv7(), user_id: founder.id, role_key: 'administrator' })
    .execute()
}
