import type { Actor, Grant, Permission } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

type GrantRow = {
  id: string
  role: string
  permissions: Permission[]
  everything: boolean
  validUntil: string | null
  areaIds: string[]
  organizationIds: string[]
  seatAreaIds: string[]
}

/**
 * The grants of a user with their subtrees laid out: an area grant covers the areas below it and the organizations seated there; an
 * organization grant covers the organizations below it, and lets their areas be looked at.
 */
async function listGrants(reader: Reader, userId: string): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select g.id, g.role_key as role, r.permissions, g.valid_until as "validUntil",
      (g.organization_id is null and (g.area_id is null or a.level = 'city')) as everything,
      array(select x.id from area x where x.city_id = g.city_id and g.area_id = any(x.path)) as "areaIds",
      array(select o.id from organization o where o.city_id = g.city_id and
        (g.organization_id = any(o.path) or (g.area_id is not null and o.area_id in
          (select x.id from area x where x.city_id = g.city_id and g.area_id = any(x.path))))) as "organizationIds",
      array(select distinct x.id from organization o join area x on x.city_id = o.city_id and o.area_id = any(x.path)
        where o.city_id = g.city_id and g.organization_id = any(o.path)) as "seatAreaIds"
    from role_grant g
    join role r on r.city_id = g.city_id and r.key = g.role_key
    left join area a on a.city_id = g.city_id and a.id = g.area_id
    where g.city_id = ${reader.cityId} and g.user_id = ${userId}
    order by g.id`.execute(reader.sql)
  return rows
}

const grantOf = (row: GrantRow, today: string): Grant => ({
  id: row.id,
  role: row.role,
  permissions: new Set(row.permissions),
  scope: row.everything
    ? { everything: true }
    : {
        everything: false,
        areaIds: new Set(row.areaIds),
        organizationIds: new Set(row.organizationIds),
        seatAreaIds: new Set(row.seatAreaIds),
      },
  validUntil: row.validUntil,
  expired: row.validUntil !== null && row.validUntil < today,
})

/** Lay an actor out from the rows of their user. `today` is a local date of the city. */
export async function loadActor(
  reader: Reader,
  user: { userId: string; name: string; organizationId: string | null },
  today: string,
): Promise<Actor> {
  const grants = (await listGrants(reader, user.userId)).map((row) => grantOf(row, today))
  return { cityId: reader.cityId, ...user, grants }
}
