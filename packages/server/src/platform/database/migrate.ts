import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { StartRefused } from '../engine/start-refused.ts'
import { silentQueueLogger } from '../jobs/queue-logger.ts'
import { openPool, SERVICE_ROLE } from './pool.ts'

const MIGRATION_LOCK = 7_305_001

type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** The migrations of this release, in the order in which they are applied. */
export async function migrationsOf(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** What was applied must be what we have: else the data was written by another, probably newer, release. */
function mustBeKnown(
  applied: readonly { name: string; checksum: string }[],
  known: readonly Migration[],
): void {
  for (const row of applied) {
    const migration = known.find((one) => one.name === row.name)
    if (!migration) {
      throw new StartRefused('otherVersion', {
        zh: `数据由更新的版本写入(${row.name}),本版本不能打开,数据未改动。请使用新版本启动。`,
        en: `The data was written by a newer release (${row.name}). Nothing was changed; please start that release.`,
      })
    }
    if (migration.checksum !== row.checksum) {
      throw new StartRefused('otherVersion', {
        zh: `迁移文件 ${row.name} 与数据库中记录的不同,已停止。请恢复本版本原有的文件。`,
        en: `Migration ${row.name} differs from the one that was applied; stopped. Please restore the release's own file.`,
      })
    }
  }
}

const ensureRole = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${SERVICE_ROLE}') then
      create role ${SERVICE_ROLE} nologin;
    end if;
  end $$;
  do $$ declare
    -- From 16 on, whoever creates a role is its member, but may not yet work as it.
    needed text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
  begin
    if not pg_has_role(current_user, '${SERVICE_ROLE}', needed) then
      execute format('grant ${SERVICE_ROLE} to %I', current_user);
    end if;
  end $$;`

/** Append-only tables say so in their comment; on them the service may insert and select, nothing else. */
const grantTables = `
  grant usage on schema public to ${SERVICE_ROLE};
  do $$ declare t record; begin
    for t in select c.oid::regclass as name, coalesce(obj_description(c.oid), '') like 'append-only:%' as append_only
             from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
      execute format('revoke all on %s from ${SERVICE_ROLE}', t.name);
      execute format('grant select, insert on %s to ${SERVICE_ROLE}', t.name);
      if not t.append_only then execute format('grant update, delete on %s to ${SERVICE_ROLE}', t.name); end if;
    end loop;
  end $$;`

/** The queue keeps its tables in its own schema under row security; the service works them like its own. */
const grantQueue = `
  grant usage on schema graphile_worker to ${SERVICE_ROLE};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${SERVICE_ROLE};
  grant usage, select, update on all sequences in schema graphile_worker to ${SERVICE_ROLE};
  grant execute on all functions in schema graphile_worker to ${SERVICE_ROLE};
  do $$ declare t record; begin
    for t in select c.relname as name from pg_class c
             where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
      execute format('drop policy if exists service on graphile_worker.%I', t.name);
      execute format('create policy service on graphile_worker.%I to ${SERVICE_ROLE} using (true) with check (true)', t.name);
    end loop;
  end $$;`

async function applyOurs(client: pg.PoolClient, folder: string, last: string | undefined): Promise<string[]> {
  await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
  try {
    await client.query(ensureRole)
    await client.query(`create schema if not exists house`)
    await client.query(`create table if not exists house.migration
      (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const known = await migrationsOf(folder)
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from house.migration',
    )
    mustBeKnown(applied.rows, known)
    const done = new Set(applied.rows.map((row) => row.name))
    const fresh = known.filter(({ name }) => !done.has(name) && (last === undefined || name <= last))
    for (const migration of fresh) await applyOne(client, migration)
    return fresh.map((migration) => migration.name)
  } finally {
    await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
  }
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into house.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed`, { cause: error })
  }
}

/**
 * Bring a database up to date, as its owner. Plain forward-only files, each in a transaction of its own, each remembered with its
 * checksum. Answers the names of those that were applied now. `last`: stop after this one, as a restore of older rows must.
 * @throws StartRefused when the data was written by a release that knows more migrations, or a migration was altered
 */
export async function migrate(url: string, folder: string, last?: string): Promise<string[]> {
  const pool = openPool(url, null, 2)
  try {
    const client = await pool.connect()
    try {
      const fresh = await applyOurs(client, folder, last)
      await runMigrations({ pgPool: pool, logger: silentQueueLogger })
      if (fresh.length > 0) await client.query(`${grantTables}${grantQueue}`)
      return fresh
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}
