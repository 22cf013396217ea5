import os from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './places.ts'
import { messageOf, StartRefused } from './start-refused.ts'

/** The server serves a city and is alone; visitors are commands that run beside it: a backup, an import. */
export type Role = 'server' | 'visitor'

/** A connection that shows the others we are here, for as long as it lives. */
export interface Presence {
  /** `whenLast` runs before we are gone, and only when nobody else is here; newcomers wait until it is done. */
  leave(whenLast?: () => Promise<void>): Promise<void>
}

export interface PresenceRequest {
  url: string
  role: Role
  log: Log
  /** The connection broke, and when the database was back another server had begun. This one must end. */
  onTakenOver?: (() => void) | undefined
}

/** Advisory locks of PostgreSQL; any numbers will do that nothing else in this database uses. */
const serverLock = 20_260_001
const presenceLock = 20_260_002
const retryMilliseconds = 1_000

/** @throws StartRefused with exit code 3 when another server is there. */
export async function holdPresence(request: PresenceRequest): Promise<Presence> {
  let client = await enter(request)
  let isLeaving = false

  const watch = () => client.once('end', () => void regain())
  const regain = async () => {
    while (!isLeaving) {
      try {
        client = await enter(request)
        watch()
        return
      } catch (error) {
        request.log(messageOf(error))
        if (error instanceof StartRefused) return request.onTakenOver?.()
        await pause(retryMilliseconds, undefined, { ref: false })
      }
    }
  }
  watch()
  return {
    leave: async (whenLast) => {
      isLeaving = true
      // A connection that broke means that the database is stopping already; stopping it again does no harm.
      if (whenLast && (await isLast(client).catch(() => true))) await whenLast()
      await client.end().catch(() => undefined)
    },
  }
}

async function enter({ url, role }: PresenceRequest): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: `chuangcheng ${role} ${process.pid} @ ${os.hostname()}`.slice(0, 63),
  })
  // A broken connection also ends, and that is where it is dealt with; unheard, the error would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('set idle_session_timeout = 0')
    if (role === 'server' && !(await takeLock(client, serverLock))) throw await alreadyRunning(client)
    // Waits only while the last one leaves, which ends this connection when it stops the database.
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

async function isLast(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
  return takeLock(client, presenceLock)
}

async function takeLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock])
  return rows[0]?.taken === true
}

async function alreadyRunning(client: pg.Client): Promise<StartRefused> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and objid = $1
        and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [serverLock],
  )
  const holder = rows[0]?.name.replace('chuangcheng server ', '') ?? '?'
  return new StartRefused('alreadyRunning', {
    zh: `已有一个创城服务正在使用这份数据(进程 ${holder})。同一数据目录或数据库只能运行一个服务。`,
    en: `Another Chuangcheng server is using this data already (process ${holder}). One data folder or database is served by one server.`,
  })
}
