import { Problem } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Whoever might take an administrator away comes one after the other, so that two do not take each other away. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.sql
    .selectFrom('role')
    .select('key')
    .where('city_id', '=', tx.cityId)
    .where('key', '=', 'administrator')
    .forUpdate()
    .execute()
}

/**
 * Called after the change, inside its transaction: somebody must be left who can sign in and do everything everywhere, without end.
 * @throws Problem user.last-administrator
 */
export async function mustKeepAnAdministrator(tx: Tx): Promise<void> {
  const { rows } = await sql<{ left: boolean }>`
    select exists (
      select from role_grant g
      join user_account u on u.city_id = g.city_id and u.id = g.user_id
      left join area a on a.city_id = g.city_id and a.id = g.area_id
      where g.city_id = ${tx.cityId} and g.role_key = 'administrator' and g.valid_until is null
        and g.organization_id is null and (g.area_id is null or a.level = 'city')
        and u.state = 'active' and u.password_hash is not null) as left`.execute(tx.sql)
  if (rows[0]?.left !== true) throw new Problem('user.last-administrator')
}
