import type { Actor, Grant, Permission, Scope } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

type LaidOut = {
  everything: boolean
  areaIds: string[]
  organizationIds: string[]
  seatAreaIds: string[]
}

/**
 * The subtrees of a place, as columns beside `g.city_id`, `g.organization_id` and `g.area_id`: an area covers the areas below it and
 * the organizations seated there; an organization covers those below it, and lets their areas be looked at. A place that is the
 * whole city is not laid out: that would be every area and every organization there is.
 */
const laidOut = sql`
  whole.city as everything,
  case when whole.city then '{}' else array(select x.id from area x
    where x.city_id = g.city_id and g.area_id = any(x.path)) end as "areaIds",
  case when whole.city then '{}' else array(select o.id from organization o where o.city_id = g.city_id and
    (g.organization_id = any(o.path) or (g.area_id is not null and o.area_id in
      (select x.id from area x where x.city_id = g.city_id and g.area_id = any(x.path))))) end as "organizationIds",
  case when whole.city then '{}' else array(select distinct x.id from organization o
    join area x on x.city_id = o.city_id and o.area_id = any(x.path)
    where o.city_id = g.city_id and g.organization_id = any(o.path)) end as "seatAreaIds"`

const wholeCity = sql`cross join lateral (select g.organization_id is null and (g.area_id is null or exists (
  select from area a where a.city_id = g.city_id and a.id = g.area_id and a.level = 'city')) as city) as whole`

const scopeFrom = (row: LaidOut): Scope =>
  row.everything
    ? { everything: true }
    : {
        everything: false,
        areaIds: new Set(row.areaIds),
        organizationIds: new Set(row.organizationIds),
        seatAreaIds: new Set(row.seatAreaIds),
      }

/** Where a grant holds: over an organization, over an area, or (neither) over the whole city. */
export type Place = { readonly organizationId: string | null; readonly areaId: string | null }

/** The scopes that grants over these places would have, in their order. */
export async function layOutPlaces(reader: Reader, places: readonly Place[]): Promise<Scope[]> {
  const { rows } = await sql<LaidOut>`
    select ${laidOut}
    from (select ${reader.cityId}::uuid as city_id, r."organizationId" as organization_id, r."areaId" as area_id, r.place
      from jsonb_to_recordset(${JSON.stringify(places.map((place, index) => ({ ...place, place: index })))}::jsonb)
        as r ("organizationId" uuid, "areaId" uuid, place integer)) as g
    ${wholeCity}
    order by g.place`.execute(reader.sql)
  return rows.map(scopeFrom)
}

type GrantRow = LaidOut & { id: string; role: string; permissions: Permission[]; validUntil: string | null }

/** The grants of a user with their subtrees laid out. `today` is a local date of the city. */
export async function listGrants(reader: Reader, userId: string, today: string): Promise<Grant[]> {
  const { rows } = await sql<GrantRow>`
    select g.id, g.role_key as role, r.permissions, g.valid_until as "validUntil", ${laidOut}
    from role_grant g
    join role r on r.city_id = g.city_id and r.key = g.role_key
    ${wholeCity}
    where g.city_id = ${reader.cityId} and g.user_id = ${userId}
    order by g.id`.execute(reader.sql)
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    permissions: new Set(row.permissions),
    scope: scopeFrom(row),
    validUntil: row.validUntil,
    expired: row.validUntil !== null && row.validUntil < today,
  }))
}

/** Lay an actor out from the rows of their user. `today` is a local date of the city. */
export async function loadActor(
  reader: Reader,
  user: { userId: string; name: string; organizationId: string | null },
  today: string,
): Promise<Actor> {
  return { cityId: reader.cityId, ...user, grants: await listGrants(reader, user.userId, today) }
}
