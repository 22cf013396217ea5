import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

export const findAccountByName = (reader: Reader, userName: string) =>
  reader.sql
    .selectFrom('user_account')
    .select(['id', 'name', 'user_name as userName', 'state', 'password_hash as passwordHash'])
    .where('city_id', '=', reader.cityId)
    .where('user_name', '=', userName)
    .executeTakeFirst()

/**
 * One more try for a user name, whether somebody has it or not. Counted before the password is looked at, on a locked row, so that
 * guesses sent side by side cannot outrun the lock. Answers the tries in a row, and the lock that holds.
 */
export async function countTry(
  tx: Tx,
  userName: string,
): Promise<{ failureCount: number; lockedUntil: string | null }> {
  const { rows } = await sql<{ failureCount: number; lockedUntil: string | null }>`
    insert into sign_in_failure as known (city_id, user_name, failure_count, last_at)
    values (${tx.cityId}, ${userName}, 1, ${tx.now})
    on conflict (city_id, user_name) do update set last_at = excluded.last_at,
      failure_count = known.failure_count + case when known.locked_until > excluded.last_at then 0 else 1 end
    returning failure_count as "failureCount",
      case when locked_until > ${tx.now} then locked_until end as "lockedUntil"`.execute(tx.sql)
  return rows[0] ?? { failureCount: 1, lockedUntil: null }
}

export async function lockName(tx: Tx, userName: string, lockedUntil: string): Promise<void> {
  await tx.sql
    .updateTable('sign_in_failure')
    .set({ locked_until: lockedUntil })
    .where('city_id', '=', tx.cityId)
    .where('user_name', '=', userName)
    .execute()
}

export async function forgetFailures(tx: Tx, userName: string): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_failure')
    .where('city_id', '=', tx.cityId)
    .where('user_name', '=', userName)
    .execute()
}

export async function setPasswordHash(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.sql
    .updateTable('user_account')
    .set({ password_hash: passwordHash })
    .where('city_id', '=', tx.cityId)
    .where('id', '=', userId)
    .execute()
}

export type NewSession = {
  readonly id: string
  readonly tokenHash: string
  readonly userId: string
  readonly userAgent: string
  readonly expiresAt: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.sql
    .insertInto('user_session')
    .values({
      city_id: tx.cityId,
      id: session.id,
      token_hash: session.tokenHash,
      user_id: session.userId,
      user_agent: session.userAgent,
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

export const listSessionsOf = (reader: Reader, userId: string, now: string) =>
  reader.sql
    .selectFrom('user_session')
    .select([
      'id',
      'token_hash as tokenHash',
      'user_agent as userAgent',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
    ])
    .where('city_id', '=', reader.cityId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()

/** End sessions of a user: all, one by its id, or all but one. Answers how many ended. */
export async function deleteSessions(
  tx: Tx,
  userId: string,
  which: { readonly id?: string; readonly exceptTokenHash?: string },
): Promise<number> {
  let query = tx.sql.deleteFrom('user_session').where('city_id', '=', tx.cityId).where('user_id', '=', userId)
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  if (which.exceptTokenHash !== undefined) query = query.where('token_hash', '<>', which.exceptTokenHash)
  const result = await query.executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function deleteSessionByToken(tx: Tx, tokenHash: string): Promise<void> {
  await tx.sql
    .deleteFrom('user_session')
    .where('city_id', '=', tx.cityId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Erase what has run out; failures are forgotten a day after the last one. */
export async function deleteExpired(tx: Tx, dayBefore: string) {
  const sessions = await tx.sql
    .deleteFrom('user_session')
    .where('city_id', '=', tx.cityId)
    .where('expires_at', '<', tx.now)
    .executeTakeFirst()
  const links = await tx.sql
    .deleteFrom('password_link')
    .where('city_id', '=', tx.cityId)
    .where('expires_at', '<', tx.now)
    .executeTakeFirst()
  const failures = await tx.sql
    .deleteFrom('sign_in_failure')
    .where('city_id', '=', tx.cityId)
    .where('last_at', '<', dayBefore)
    .executeTakeFirst()
  return {
    sessions: Number(sessions.numDeletedRows),
    links: Number(links.numDeletedRows),
    failures: Number(failures.numDeletedRows),
  }
}

export async function insertPasswordLink(
  tx: Tx,
  link: { tokenHash: string; userId: string; expiresAt: string },
): Promise<void> {
  await tx.sql
    .deleteFrom('password_link')
    .where('city_id', '=', tx.cityId)
    .where('user_id', '=', link.userId)
    .execute()
  await tx.sql
    .insertInto('password_link')
    .values({
      city_id: tx.cityId,
      token_hash: link.tokenHash,
      user_id: link.userId,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** Use a link up: at most one caller ever gets its user. */
export async function spendPasswordLink(tx: Tx, tokenHash: string) {
  return tx.sql
    .updateTable('password_link')
    .from('user_account as account')
    .set({ used_at: tx.now })
    .whereRef('account.city_id', '=', 'password_link.city_id')
    .whereRef('account.id', '=', 'password_link.user_id')
    .where('password_link.city_id', '=', tx.cityId)
    .where('password_link.token_hash', '=', tokenHash)
    .where('password_link.used_at', 'is', null)
    .where('password_link.expires_at', '>', tx.now)
    .where('account.state', '=', 'active')
    .returning(['account.id as id', 'account.user_name as userName', 'account.name as name'])
    .executeTakeFirst()
}

/** The session behind a token with its user, touched at most once a minute so that reading stays reading. */
export async function findLiveSession(reader: Reader, tokenHash: string, now: string) {
  return reader.sql
    .selectFrom('user_session as session')
    .innerJoin('user_account as account', (on) =>
      on.onRef('account.city_id', '=', 'session.city_id').onRef('account.id', '=', 'session.user_id'),
    )
    .select([
      'account.id as userId',
      'account.name as name',
      'account.organization_id as organizationId',
      'session.last_seen_at as lastSeenAt',
      'session.expires_at as expiresAt',
    ])
    .where('session.city_id', '=', reader.cityId)
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
}

export async function touchSession(reader: Reader, tokenHash: string, now: string): Promise<void> {
  await sql`update user_session set last_seen_at = ${now}
    where city_id = ${reader.cityId} and token_hash = ${tokenHash}`.execute(reader.sql)
}
