import { STARTING_PERMISSIONS, STARTING_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tx } from '../../platform/database/database.ts'

/** The roles a city starts with, as rows that it may change afterwards. */
export async function insertStartingRoles(tx: Tx): Promise<void> {
  const roles = STARTING_ROLES.map((key) => ({
    city_id: tx.cityId,
    key,
    name: m[`role.${key}`]({}, { locale: 'zh-CN' }),
    permissions: [...STARTING_PERMISSIONS[key]],
  }))
  await tx.sql.insertInto('role').values(roles).execute()
  tx.record({
    action: 'role.start',
    subjectKind: 'role',
    subjectId: null,
    before: null,
    after: roles.map(({ key, permissions }) => ({ key, permissions })),
  })
}
