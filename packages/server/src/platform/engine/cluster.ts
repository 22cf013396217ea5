import { execFile } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { currentOsUserName, type OsUser } from './os-user.ts'
import { codeOf, messageOf, StartRefused } from './start-refused.ts'

const run = promisify(execFile)

/** The database role that owns everything, and the application's database: both carry the product's name. */
export const ownerRole = 'chuangcheng'

/** The database's programs see nothing of our environment; C keeps their messages parseable. */
export const programEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Major version that wrote the cluster, or null where there is none yet. */
export function clusterMajor(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StartRefused(
      'surroundings',
      {
        zh: `无法读取数据库目录 ${cluster}:${messageOf(error)}。请用当初启动它的操作系统用户启动。`,
        en: `The database folder ${cluster} cannot be read: ${messageOf(error)}. Start as the OS user that started it before.`,
      },
      { cause: error },
    )
  }
}

/** Refuses a cluster of another major version before anything in it is touched. */
export function refuseOtherMajor(cluster: string, found: number, ours: number): void {
  if (found === ours) return
  if (found > ours) {
    throw new StartRefused('otherVersion', {
      zh: `${cluster} 中的数据由更新的 PostgreSQL ${found} 写成,本版本自带的是 ${ours}。数据未作任何改动,请使用更新版本的创城。`,
      en: `The rows in ${cluster} were written by the newer PostgreSQL ${found}; this release carries ${ours}. Nothing was touched. Use the newer release of Chuangcheng.`,
    })
  }
  throw new StartRefused('otherVersion', {
    zh: `${cluster} 中的数据由较旧的 PostgreSQL ${found} 写成,本版本自带的是 ${ours}。数据未作任何改动。请先用旧版本的创城执行 chuangcheng backup,再用本版本恢复(chuangcheng restore)到新的数据目录。`,
    en: `The rows in ${cluster} were written by the older PostgreSQL ${found}; this release carries ${ours}. Nothing was touched. Run "chuangcheng backup" with the older release, then "chuangcheng restore" with this one into a new data folder.`,
  })
}

export interface ClusterRequest {
  cluster: string
  binaries: Binaries
  user: OsUser | null
  durable: boolean
}

/** Creates the cluster beside its place and moves it there whole, so that a start killed halfway leaves none. */
export async function createCluster({ cluster, binaries, user, durable }: ClusterRequest): Promise<void> {
  removeAbandoned(cluster)
  const unfinished = mkdtempSync(`${cluster}.unfinished-${process.pid}-`)
  if (user) chownSync(unfinished, user.uid, user.gid)
  const options = ['-D', unfinished, '-U', ownerRole, '-E', 'UTF8', '--no-instructions']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth-local=peer', '--auth-host=reject']
  const durability = durable ? [] : ['--no-sync']
  try {
    await run(binaries.initdb, [...options, ...locale, ...access, ...durability], {
      cwd: '/',
      env: programEnvironment,
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    renameSync(unfinished, cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Two first starts at once: the other one was quicker, and its cluster is as good as ours.
    if (existsSync(join(cluster, 'PG_VERSION'))) return
    throw new StartRefused(
      'surroundings',
      {
        zh: `无法在 ${cluster} 建立数据库:${messageOf(error)}`,
        en: `The database could not be created in ${cluster}: ${messageOf(error)}`,
      },
      { cause: error },
    )
  }
}

/** Only we, through the socket, as any role. Written at each start because the OS user may have been renamed. */
export function writeAccessRules(cluster: string): void {
  writeFileSync(join(cluster, 'pg_hba.conf'), 'local all all peer map=chuangcheng\n')
  writeFileSync(join(cluster, 'pg_ident.conf'), `chuangcheng "${currentOsUserName()}" all\n`)
}

function removeAbandoned(cluster: string): void {
  const prefix = `${basename(cluster)}.unfinished-`
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(prefix) || isProcess(Number.parseInt(name.slice(prefix.length), 10))) continue
    rmSync(join(dirname(cluster), name), { recursive: true, force: true })
  }
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
