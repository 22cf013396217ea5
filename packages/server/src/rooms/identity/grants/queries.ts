import type { Permission } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import type { Place } from '../actor-queries.ts'

/** A role of a user over a place until a day (授权). */
export type GrantRecord = Place & {
  readonly id: string
  readonly userId: string
  readonly role: string
  readonly validUntil: string | null
}

const columns = [
  'id',
  'user_id as userId',
  'role_key as role',
  'organization_id as organizationId',
  'area_id as areaId',
  'valid_until as validUntil',
] as const

export const findGrant = (reader: Reader, userId: string, id: string): Promise<GrantRecord | undefined> =>
  reader.sql
    .selectFrom('role_grant')
    .select([...columns])
    .where('city_id', '=', reader.cityId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listAllGrants = (reader: Reader): Promise<GrantRecord[]> =>
  reader.sql
    .selectFrom('role_grant')
    .select([...columns])
    .where('city_id', '=', reader.cityId)
    .execute()

/** Insert grants, or give known ones another last day. */
export async function saveGrants(tx: Tx, grants: readonly GrantRecord[]): Promise<void> {
  await sql`
    insert into role_grant (city_id, id, user_id, role_key, organization_id, area_id, valid_until)
    select ${tx.cityId}, r.id, r."userId", r.role, r."organizationId", r."areaId", r."validUntil"
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as r (id uuid, "userId" uuid, role text,
      "organizationId" uuid, "areaId" uuid, "validUntil" date)
    on conflict (city_id, id) do update set valid_until = excluded.valid_until`.execute(tx.sql)
}

export async function deleteGrant(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('role_grant').where('city_id', '=', tx.cityId).where('id', '=', id).execute()
}

export type Role = { readonly key: string; readonly name: string; readonly permissions: Permission[] }

export const listRoles = (reader: Reader) =>
  reader.sql
    .selectFrom('role')
    .select(['key', 'name', 'permissions'])
    .where('city_id', '=', reader.cityId)
    .orderBy('key')
    .execute()

export const lockRole = (tx: Tx, key: string) =>
  tx.sql
    .selectFrom('role')
    .select(['key', 'name', 'permissions'])
    .where('city_id', '=', tx.cityId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()

export async function saveRole(tx: Tx, role: Role): Promise<void> {
  const kept = { name: role.name, permissions: [...role.permissions] }
  await tx.sql
    .insertInto('role')
    .values({ city_id: tx.cityId, key: role.key, ...kept })
    .onConflict((conflict) => conflict.columns(['city_id', 'key']).doUpdateSet(kept))
    .execute()
}

/** Whether an organization, or an area, is one of the city's. */
export async function placeExists(reader: Reader, { organizationId, areaId }: Place): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select (${organizationId}::uuid is null or exists (select from organization
        where city_id = ${reader.cityId} and id = ${organizationId}))
      and (${areaId}::uuid is null or exists (select from area where city_id = ${reader.cityId} and id = ${areaId}))
      as known`.execute(reader.sql)
  return rows[0]?.known === true
}

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

/** Whether somebody is left who can sign in and do everything everywhere, without end. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select exists (
      select from role_grant g
      join user_account u on u.city_id = g.city_id and u.id = g.user_id
      left join area a on a.city_id = g.city_id and a.id = g.area_id
      where g.city_id = ${tx.cityId} and g.role_key = 'administrator' and g.valid_until is null
        and g.organization_id is null and (g.area_id is null or a.level = 'city')
        and u.state = 'active' and u.password_hash is not null) as left`.execute(tx.sql)
  return rows[0]?.left === true
}
