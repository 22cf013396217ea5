import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { canEnter, chooseDatabaseUser, type OsUser, runsAsRoot } from './os-user.ts'
import type { Log, Places } from './places.ts'
import { StartRefused } from './start-refused.ts'

/** Where the embedded database lives. Every path is absolute and free of symbolic links. */
export interface EnginePlaces extends Pick<Places, 'folder' | 'logs'> {
  /** The PostgreSQL data directory (数据库集群目录). */
  cluster: string
  /** Short folder of the database's socket; the system allows about 100 bytes for the whole path. */
  socket: string
  /** Where the database's programs are copied to; the first one that can be written wins. */
  programCaches: readonly string[]
  /** The OS user that runs the database; null means ourselves. */
  databaseUser: OsUser | null
}

/** Left in the data folder when the cluster had to live elsewhere, so that a moved checkout still finds it. */
const clusterPointer = 'database-is-at'

export function prepareEnginePlaces(places: Places, env: NodeJS.ProcessEnv, log: Log): EnginePlaces {
  const { folder, logs } = places
  const { cluster, databaseUser } = placeCluster(folder, log)
  const socket = join(socketBase(), `chuangcheng-${shortHash(cluster)}`)
  return { folder, logs, cluster, socket, programCaches: programCaches(env, folder), databaseUser }
}

/** Written once the cluster exists; until then the place is computed anew at each start. */
export function rememberCluster({ folder, cluster }: Pick<EnginePlaces, 'folder' | 'cluster'>): void {
  if (cluster !== join(folder, 'database')) writeFileSync(join(folder, clusterPointer), `${cluster}\n`)
}

function placeCluster(folder: string, log: Log): Pick<EnginePlaces, 'cluster' | 'databaseUser'> {
  const recorded = recordedCluster(folder)
  if (recorded) return { cluster: recorded, databaseUser: chooseDatabaseUser(recorded) }

  const inside = join(folder, 'database')
  const databaseUser = chooseDatabaseUser(existsSync(inside) ? inside : null)
  if (databaseUser === null || canEnter(databaseUser, folder)) return { cluster: inside, databaseUser }
  if (existsSync(inside)) {
    throw new StartRefused('surroundings', {
      zh: `数据库目录 ${inside} 已存在,但用户 ${databaseUser.name} 无法进入其上级目录。请对上级目录执行 chmod o+x。`,
      en: `The database folder ${inside} exists, but the user ${databaseUser.name} cannot enter the folders above it. Give those chmod o+x.`,
    })
  }
  const elsewhere = join('/var/lib/chuangcheng', shortHash(folder))
  log(
    `用户 ${databaseUser.name} 无法进入 ${folder},数据库改放在 ${elsewhere} · ` +
      `${databaseUser.name} cannot enter the data folder; the database lives in ${elsewhere}`,
  )
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 })
  return { cluster: elsewhere, databaseUser }
}

function recordedCluster(folder: string): string | null {
  const pointer = join(folder, clusterPointer)
  if (!existsSync(pointer)) return null
  const recorded = readFileSync(pointer, 'utf8').trim()
  if (existsSync(join(recorded, 'PG_VERSION'))) return recorded
  // Starting with an empty database here would look like the loss of everything.
  throw new StartRefused('surroundings', {
    zh: `${pointer} 写明数据库在 ${recorded},但那里没有可读的数据库。请找回该目录;确认放弃旧数据后可删除该文件。`,
    en: `${pointer} says the database is in ${recorded}, but no readable database is there. Bring that folder back, or delete the file to give the old rows up.`,
  })
}

/** Shared by all checkouts of a machine where possible; in the data folder where there is no writable home. */
export function programCaches(env: NodeJS.ProcessEnv, folder: string): string[] {
  const ours = join(env.XDG_CACHE_HOME || join(os.homedir(), '.cache'), 'chuangcheng')
  return [runsAsRoot ? '/var/cache/chuangcheng' : ours, join(folder, 'programs')]
}

function socketBase(): string {
  const base = realpathSync(os.tmpdir())
  return Buffer.byteLength(base) <= 60 ? base : '/tmp'
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
