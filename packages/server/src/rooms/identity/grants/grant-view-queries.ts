import type { Permission } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** A grant with the names to show. */
export type GrantView = {
  readonly id: string
  readonly userId: string
  readonly role: string
  readonly roleName: string
  readonly permissions: Permission[]
  readonly organization: { id: string; name: string } | null
  readonly area: { id: string; name: string } | null
  readonly validUntil: string | null
  readonly expired: boolean
}

type GrantRow = Omit<GrantView, 'organization' | 'area' | 'expired'> & {
  organizationId: string | null
  organizationName: string | null
  areaId: string | null
  areaName: string | null
}

const reference = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** The grants of several users at once, by user. `today` is a local date. */
export async function listGrantViews(
  reader: Reader,
  userIds: readonly string[],
  today: string,
): Promise<Map<string, GrantView[]>> {
  const { rows } = await sql<GrantRow>`
    select g.id, g.user_id as "userId", g.role_key as role, r.name as "roleName", r.permissions,
      o.id as "organizationId", o.name as "organizationName", a.id as "areaId", a.name as "areaName",
      g.valid_until as "validUntil"
    from role_grant g
    join role r on r.city_id = g.city_id and r.key = g.role_key
    left join organization o on o.city_id = g.city_id and o.id = g.organization_id
    left join area a on a.city_id = g.city_id and a.id = g.area_id
    where g.city_id = ${reader.cityId} and g.user_id = any(${[...userIds]}::uuid[])
    order by g.id`.execute(reader.sql)
  const views = rows.map(({ organizationId, organizationName, areaId, areaName, ...grant }) => ({
    ...grant,
    organization: reference(organizationId, organizationName),
    area: reference(areaId, areaName),
    expired: grant.validUntil !== null && grant.validUntil < today,
  }))
  return groupByUser(views)
}

function groupByUser(views: readonly GrantView[]): Map<string, GrantView[]> {
  const groups = new Map<string, GrantView[]>()
  for (const view of views) groups.set(view.userId, [...(groups.get(view.userId) ?? []), view])
  return groups
}
