import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { prepareBinaries } from './binaries.ts'
import { clusterMajor, createCluster, ownerRole, refuseOtherMajor, writeAccessRules } from './cluster.ts'
import { type EnginePlaces, rememberCluster } from './engine-places.ts'
import type { Log } from './places.ts'
import {
  endOfDatabaseLog,
  type LaunchRequest,
  launchPostmaster,
  type Postmaster,
  survivingPostmaster,
} from './postmaster.ts'
import { disownPostmasterFile, isPostmasterOf, readPostmasterFile } from './postmaster-file.ts'
import { prepareSocketFolder, verifySocketFolder } from './socket-folder.ts'
import { codeOf, messageOf, StartRefused } from './start-refused.ts'

/** The PostgreSQL that comes with the product (内置数据库), running on this machine. */
export interface EmbeddedEngine {
  /** Connection string of one of its databases. */
  url: (database: string) => string
  /** It had outlived an earlier server and was taken over. */
  adopted: boolean
  pid: number
  stop: () => Promise<void>
}

export interface EmbeddedRequest {
  places: EnginePlaces
  log: Log
  /** False is for tests only: rows may be lost when the machine stops. */
  durable?: boolean
  /** PostgreSQL settings that differ from the usual ones. */
  settings?: Record<string, string>
}

/** A city moves in with one large import; with the usual minute between looks, its first lists would be planned without statistics. */
const usualSettings = {
  max_connections: '60',
  shared_buffers: '192MB',
  autovacuum_naptime: '5s',
  TimeZone: 'UTC',
}
const carelessSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const attempts = 3
const silenceMilliseconds = 10_000

export async function startEmbeddedEngine(request: EmbeddedRequest): Promise<EmbeddedEngine> {
  const { places, log, durable = true } = request
  const binaries = prepareBinaries(places.programCaches, places.databaseUser)
  const found = clusterMajor(places.cluster)
  if (found === null) {
    log('首次启动,正在建立数据库 · First start: creating the database')
    mkdirSync(dirname(places.cluster), { recursive: true, mode: 0o755 })
    await createCluster({ cluster: places.cluster, binaries, user: places.databaseUser, durable })
    rememberCluster(places)
  } else {
    refuseOtherMajor(places.cluster, found, binaries.major)
  }
  const settings = { ...usualSettings, ...(durable ? {} : carelessSettings), ...request.settings }
  const { postmaster, adopted } = await findPostmaster({ places, binaries, settings }, log)
  return {
    url: (database) => urlOf(postmaster, database),
    adopted,
    pid: postmaster.pid,
    stop: postmaster.stop,
  }
}

/** Adopts a postmaster that runs on the cluster, else launches one. */
async function findPostmaster(
  request: LaunchRequest,
  log: Log,
): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  const { places } = request
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const survivor = await adopt(places, log)
    if (survivor) return { postmaster: survivor, adopted: true }
    discardStaleFile(places.cluster)
    prepareSocketFolder(places.socket, places.databaseUser)
    writeAccessRules(places.cluster)
    const postmaster = await launchPostmaster(request)
    if (postmaster) return { postmaster, adopted: false }
    // It may have lost a race against another start; then the next attempt adopts the winner.
    if (!survivingPostmaster(places.cluster)) break
  }
  throw new StartRefused('surroundings', {
    zh: `数据库没有启动。日志末尾:\n${endOfDatabaseLog(places)}`,
    en: 'The database did not start; the lines above are the end of its log.',
  })
}

function discardStaleFile(cluster: string): void {
  const file = readPostmasterFile(cluster)
  if (file && !isPostmasterOf(cluster, file.pid)) disownPostmasterFile(cluster, file)
}

/** Waits while a survivor starts, recovers or stops. Null: there is none, or it has ended. */
async function adopt(places: EnginePlaces, log: Log): Promise<Postmaster | null> {
  const since = Date.now()
  for (let round = 1; ; round += 1) {
    const survivor = survivingPostmaster(places.cluster)
    if (!survivor) return null
    const failure = await tryPostmaster(survivor, places)
    if (failure === null) return survivor
    // 57P03: it is starting, recovering or stopping, and says so. That may take its time.
    const isBusy = codeOf(failure) === '57P03'
    if (!isBusy && Date.now() - since > silenceMilliseconds) throw unreachable(survivor, places, failure)
    if (round % 100 === 0) log('等待数据库恢复 · Waiting for the database to recover')
    await pause(50)
  }
}

/** Null: it answers. Otherwise the reason why it does not. */
async function tryPostmaster(survivor: Postmaster, places: EnginePlaces): Promise<unknown> {
  // PostgreSQL writes its file line by line; in its first moments it does not say yet where its socket is.
  if (survivor.socketFolder === '') return new Error('it has no socket yet')
  verifySocketFolder(survivor.socketFolder, places.databaseUser)
  return tryConnection(urlOf(survivor, 'postgres'))
}

function unreachable(survivor: Postmaster, places: EnginePlaces, cause: unknown): StartRefused {
  return new StartRefused(
    'surroundings',
    {
      zh: `数据库进程 ${survivor.pid} 正在使用 ${places.cluster},但无法连接:${messageOf(cause)}。请执行 kill -INT ${survivor.pid} 后重试。`,
      en: `The database process ${survivor.pid} is using ${places.cluster} but cannot be reached: ${messageOf(cause)}. Run kill -INT ${survivor.pid} and start again.`,
    },
    { cause },
  )
}

async function tryConnection(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return null
  } catch (error) {
    return error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf({ socketFolder, port }: Postmaster, database: string): string {
  const query = new URLSearchParams({ host: socketFolder, port: String(port), user: ownerRole })
  return `postgres:///${encodeURIComponent(database)}?${query.toString()}`
}
