import { PERMISSIONS, type Permission } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { listGrantViews } from '../grants/grant-view-queries.ts'

/** What the app needs to draw itself for somebody: who they are, their city, what they may do somewhere. */
export async function sessionView(reader: Reader, userId: string, now: Date) {
  const user = await reader.sql
    .selectFrom('user_account as account')
    .innerJoin('city', 'city.city_id', 'account.city_id')
    .leftJoin('organization', (on) =>
      on
        .onRef('organization.city_id', '=', 'account.city_id')
        .onRef('organization.id', '=', 'account.organization_id'),
    )
    .select([
      'account.id',
      'account.user_name as userName',
      'account.name',
      'account.locale',
      'organization.id as organizationId',
      'organization.name as organizationName',
      'city.code as cityCode',
      'city.name as cityName',
    ])
    .where('account.city_id', '=', reader.cityId)
    .where('account.id', '=', userId)
    .executeTakeFirstOrThrow()
  const grants = (await listGrantViews(reader, [userId], localDay(now))).get(userId) ?? []
  const held = new Set<Permission>(
    grants.filter((grant) => !grant.expired).flatMap((grant) => grant.permissions),
  )
  return {
    user: {
      id: user.id,
      userName: user.userName,
      name: user.name,
      locale: user.locale,
      organization:
        user.organizationId === null ? null : { id: user.organizationId, name: user.organizationName ?? '' },
    },
    city: { code: user.cityCode, name: user.cityName },
    permissions: PERMISSIONS.filter((permission) => held.has(permission)),
    grants,
  }
}
