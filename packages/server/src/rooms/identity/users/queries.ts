import type { Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { localDay } from '../../../platform/local-day.ts'
import { type GrantView, listGrantViews } from '../grants/grant-view-queries.ts'

/** What a user is, as written by whoever keeps the users. */
export type User = {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly phone: string | null
  readonly organizationId: string | null
  readonly state: 'active' | 'disabled'
}

export type UserRow = User & {
  readonly organizationName: string | null
  readonly hasPassword: boolean
  readonly revision: number
  readonly grants: GrantView[]
}

/** Under this name phone numbers are sealed. */
const PHONE = 'user.phone'

const columns = [
  'u.id',
  'u.user_name as userName',
  'u.name',
  'u.sealed_phone as sealedPhone',
  'u.organization_id as organizationId',
  'u.state',
  'u.revision',
] as const

/** The condition that a user (aliased u) lies in a scope, through their organization; without one they belong to the whole city. */
const userIn = (scope: Scope): RawBuilder<boolean> =>
  scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`u.organization_id = any(${[...scope.organizationIds]}::uuid[])`

const selectRows = (reader: Reader) =>
  reader.sql
    .selectFrom('user_account as u')
    .leftJoin('organization as o', (on) =>
      on.onRef('o.city_id', '=', 'u.city_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select([...columns, 'o.name as organizationName'])
    .select(sql<boolean>`u.password_hash is not null`.as('hasPassword'))
    .where('u.city_id', '=', reader.cityId)

type StoredRow = Omit<UserRow, 'phone' | 'grants'> & { readonly sealedPhone: string | null }

async function withPhonesAndGrants(
  reader: Reader,
  rows: readonly StoredRow[],
  now: Date,
): Promise<UserRow[]> {
  const ids = rows.map(({ id }) => id)
  const keys = await reader.personal.keysOf(reader, ids)
  const grants = await listGrantViews(reader, ids, localDay(now))
  return rows.map(({ sealedPhone, ...row }) => ({
    ...row,
    phone: keys.open(row.id, PHONE, sealedPhone),
    grants: grants.get(row.id) ?? [],
  }))
}

export type UserFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly organizationId?: string | undefined
  readonly role?: string | undefined
  readonly text?: string | undefined
}

/** Users by user name. `now` decides which grants have run out. */
export async function listUsers(reader: Reader, scope: Scope, filter: UserFilter, now: Date) {
  const limit = filter.limit ?? PAGE_LENGTH
  const from = readCursor(filter.after, 1)
  let query = selectRows(reader)
    .where(userIn(scope))
    .orderBy('u.user_name')
    .limit(limit + 1)
  if (from) query = query.where('u.user_name', '>', String(from[0]))
  if (filter.organizationId) query = query.where('u.organization_id', '=', filter.organizationId)
  if (filter.role) {
    query = query.where(sql<boolean>`exists (select from role_grant g
      where g.city_id = ${reader.cityId} and g.user_id = u.id and g.role_key = ${filter.role})`)
  }
  if (filter.text)
    query = query.where(sql<boolean>`position(${filter.text} in u.name || ' ' || u.user_name) > 0`)
  const page = pageOf(await query.execute(), limit, (row) => [row.userName])
  return { ...page, items: await withPhonesAndGrants(reader, page.items, now) }
}

export async function findUser(reader: Reader, id: string, now: Date): Promise<UserRow | null> {
  const row = await selectRows(reader).where('u.id', '=', id).executeTakeFirst()
  return row ? ((await withPhonesAndGrants(reader, [row], now))[0] ?? null) : null
}

/** Lock one user for a change. */
export async function lockUser(tx: Tx, id: string): Promise<(User & { readonly revision: number }) | null> {
  const row = await tx.sql
    .selectFrom('user_account as u')
    .select([...columns])
    .where('u.city_id', '=', tx.cityId)
    .where('u.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { sealedPhone, ...user } = row
  return { ...user, phone: (await tx.personal.keysOf(tx, [id])).open(id, PHONE, sealedPhone) }
}

/** Every user of the city by user name, for an import to compare with. */
export async function listAllUsers(reader: Reader): Promise<User[]> {
  const rows = await reader.sql
    .selectFrom('user_account as u')
    .select([...columns])
    .where('u.city_id', '=', reader.cityId)
    .execute()
  const keys = await reader.personal.keysOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map(({ sealedPhone, ...user }) => ({
    ...user,
    phone: keys.open(user.id, PHONE, sealedPhone),
  }))
}

/** Insert or replace users; phone numbers are sealed under a key of each user's own. */
export async function saveUsers(tx: Tx, users: readonly User[]): Promise<void> {
  const keys = await tx.personal.keysFor(
    tx,
    users.map(({ id }) => id),
  )
  const rows = users.map(({ phone, ...user }) => ({ ...user, sealedPhone: keys.seal(user.id, PHONE, phone) }))
  await sql`
    insert into user_account (city_id, id, user_name, name, sealed_phone, organization_id, state, created_at)
    select ${tx.cityId}, r.id, r."userName", r.name, r."sealedPhone", r."organizationId", r.state, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "userName" text, name text, "sealedPhone" text,
      "organizationId" uuid, state text)
    on conflict (city_id, id) do update set name = excluded.name, sealed_phone = excluded.sealed_phone,
      organization_id = excluded.organization_id, state = excluded.state, revision = user_account.revision + 1`.execute(
    tx.sql,
  )
}

export async function organizationExists(reader: Reader, id: string): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('organization')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
