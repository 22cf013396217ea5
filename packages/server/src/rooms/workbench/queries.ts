import { AREA_LEVELS, type AreaLevel, type Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

type Condition = RawBuilder<boolean>

/** The condition that a row lies in a scope by one of its columns; a scope of nothing covers nothing. */
const within = (scope: Scope, by: { areaId?: string; organizationId?: string; seats?: true }): Condition => {
  if (scope.everything) return sql`true`
  const areaIds = [...scope.areaIds, ...(by.seats ? scope.seatAreaIds : [])]
  return sql`(${by.areaId ? sql`${sql.ref(by.areaId)} = any(${areaIds}::uuid[])` : sql`false`}
    or ${by.organizationId ? sql`${sql.ref(by.organizationId)} = any(${[...scope.organizationIds]}::uuid[])` : sql`false`})`
}

type SeenScopes = { readonly area: Scope; readonly organization: Scope; readonly user: Scope }
type SeenCounts = { areas: number; organizations: number; users: number; siteTypes: number }

/** How much of each kind the scopes show. Areas and organizations that have ended are no longer counted. */
export async function countSeen(reader: Reader, scopes: SeenScopes, today: string): Promise<SeenCounts> {
  const { cityId } = reader
  const current = sql`valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`
  const { rows } = await sql<SeenCounts>`
    select
      (select count(*)::int from area where city_id = ${cityId} and ${current}
        and ${within(scopes.area, { areaId: 'id', seats: true })}) as areas,
      (select count(*)::int from organization where city_id = ${cityId} and ${current}
        and ${within(scopes.organization, { areaId: 'area_id', organizationId: 'id' })}) as organizations,
      (select count(*)::int from user_account where city_id = ${cityId} and state = 'active'
        and ${within(scopes.user, { organizationId: 'organization_id' })}) as users,
      (select count(*)::int from site_type where city_id = ${cityId} and not retired) as "siteTypes"`.execute(
    reader.sql,
  )
  return rows[0] ?? { areas: 0, organizations: 0, users: 0, siteTypes: 0 }
}

type ActingScopes = { readonly area: Scope; readonly user: Scope; readonly grant: Scope }
type Waiting = { areasWithoutBoundary: number; usersWithoutPassword: number; grantsEndingSoon: number }

/** What waits beside the sites, each in the scope in which somebody may do something about it. */
export async function countWaiting(
  reader: Reader,
  scopes: ActingScopes,
  { from, until }: { from: string; until: string },
): Promise<Waiting> {
  const { cityId } = reader
  const { rows } = await sql<Waiting>`
    select
      (select count(*)::int from area a where a.city_id = ${cityId} and a.valid_from <= ${from}
        and (a.valid_to is null or a.valid_to >= ${from}) and ${within(scopes.area, { areaId: 'a.id' })}
        and not exists (select from area_boundary b where b.city_id = a.city_id and b.area_id = a.id))
        as "areasWithoutBoundary",
      (select count(*)::int from user_account u where u.city_id = ${cityId} and u.password_hash is null
        and u.state = 'active' and ${within(scopes.user, { organizationId: 'u.organization_id' })})
        as "usersWithoutPassword",
      (select count(*)::int from role_grant g join user_account u on u.city_id = g.city_id and u.id = g.user_id
        where g.city_id = ${cityId} and u.state = 'active' and g.valid_until between ${from} and ${until}
        and ${within(scopes.grant, { organizationId: 'u.organization_id' })}) as "grantsEndingSoon"`.execute(
    reader.sql,
  )
  return rows[0] ?? { areasWithoutBoundary: 0, usersWithoutPassword: 0, grantsEndingSoon: 0 }
}

/** The highest level among the areas of a scope; null when it has none. */
export async function findHighestLevel(
  reader: Reader,
  areaIds: readonly string[],
): Promise<AreaLevel | null> {
  const rows = await reader.sql
    .selectFrom('area')
    .select('level')
    .distinct()
    .where('city_id', '=', reader.cityId)
    .where('id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
    .execute()
  return AREA_LEVELS.find((level) => rows.some((row) => row.level === level)) ?? null
}
