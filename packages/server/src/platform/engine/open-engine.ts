import pg from 'pg'
import { ownerRole } from './cluster.ts'
import { databaseRefused, mustBeDatabaseUrl } from './database-refusal.ts'
import { type EmbeddedEngine, startEmbeddedEngine } from './embedded.ts'
import { prepareEnginePlaces } from './engine-places.ts'
import { holdPresence, type PresenceRequest, type Role } from './lock.ts'
import { type Log, type Places, preparePlaces } from './places.ts'
import { codeOf, messageOf, StartRefused } from './start-refused.ts'

/** The database this installation works on (数据库引擎), opened. */
export interface Engine {
  /** Connection string of the application's database. */
  url: string
  /** It is the one that comes with the product. */
  embedded: boolean
  places: Places
  /** Ends the embedded database, unless somebody else still uses it. Close every other connection before. */
  stop(): Promise<void>
}

export interface EngineRequest {
  env: NodeJS.ProcessEnv
  log: Log
  /** Only one server works on a database; visitors (commands) may come while it runs or while it does not. */
  role?: Role
  /** See `PresenceRequest`; end the process here. */
  onTakenOver?: PresenceRequest['onTakenOver']
}

const oldestMajor = 15
const attempts = 5
const silenceMilliseconds = 10_000
/** Taken in the database `postgres`, where nothing else of ours takes locks. */
const creationLock = 1

/** @throws StartRefused when a person must do something first. */
export async function openEngine(request: EngineRequest): Promise<Engine> {
  const places = preparePlaces(request.env)
  const url = request.env.DATABASE_URL
  return url ? openGivenEngine(request, places, url) : openEmbeddedEngine(request, places)
}

async function openEmbeddedEngine(request: EngineRequest, places: Places): Promise<Engine> {
  const { env, log } = request
  const enginePlaces = prepareEnginePlaces(places, env, log)
  for (let attempt = 1; ; attempt += 1) {
    const engine = await startEmbeddedEngine({ places: enginePlaces, log })
    const url = engine.url(ownerRole)
    try {
      await ensureDatabase(engine)
      const presence = await holdPresence({ ...presenceRequest(request), url })
      return { url, embedded: true, places, stop: () => presence.leave(engine.stop) }
    } catch (error) {
      // Whoever used it last stopped it between our adopting it and our entering.
      if (attempt === attempts || error instanceof StartRefused || !isLostConnection(error)) throw error
    }
  }
}

function presenceRequest({ role = 'server', log, onTakenOver }: EngineRequest): Omit<PresenceRequest, 'url'> {
  return { role, log, onTakenOver }
}

async function ensureDatabase(engine: EmbeddedEngine): Promise<void> {
  await withClient(engine.url('postgres'), async (client) => {
    // Two first starts at once would both find it missing. The lock ends with the connection.
    await client.query('select pg_advisory_lock($1)', [creationLock])
    const found = await client.query('select from pg_database where datname = $1', [ownerRole])
    if (found.rowCount === 0) await client.query(`create database ${ownerRole}`)
  })
}

async function openGivenEngine(request: EngineRequest, places: Places, url: string): Promise<Engine> {
  mustBeDatabaseUrl(url)
  try {
    await withClient(url, refuseUnfit)
    const presence = await holdPresence({ ...presenceRequest(request), url })
    return { url, embedded: false, places, stop: () => presence.leave() }
  } catch (error) {
    throw error instanceof StartRefused ? error : databaseRefused(error)
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
  )
  const [found] = rows
  if (!found) throw new Error('the database does not tell its version')
  if (found.version < oldestMajor) {
    throw new StartRefused('otherVersion', {
      zh: `DATABASE_URL 指定的是 PostgreSQL ${found.version},需要 ${oldestMajor} 或更新的版本。`,
      en: `DATABASE_URL names a PostgreSQL ${found.version}; ${oldestMajor} or newer is needed.`,
    })
  }
  if (found.encoding !== 'UTF8') {
    throw new StartRefused('surroundings', {
      zh: `DATABASE_URL 指定的数据库编码是 ${found.encoding},需要 UTF8。`,
      en: `The database named in DATABASE_URL is encoded in ${found.encoding}; UTF8 is needed.`,
    })
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: silenceMilliseconds })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** 57P01, 57P03: the database is shutting down. The others are the socket's words for the same. */
function isLostConnection(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return (
    ['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    /terminated/.test(messageOf(error))
  )
}
