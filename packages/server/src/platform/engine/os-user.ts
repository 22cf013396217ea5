import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import os from 'node:os'
import { dirname } from 'node:path'
import { messageOf, StartRefused } from './start-refused.ts'

/** An account of the operating system. */
export interface OsUser {
  name: string
  uid: number
  gid: number
}

export const runsAsRoot = process.getuid?.() === 0

/** The name PostgreSQL sees when this process connects through the socket (peer authentication). */
export function currentOsUserName(): string {
  try {
    return os.userInfo().username
  } catch (error) {
    // Containers may run under a number without a name; PostgreSQL itself refuses to work for such a user.
    throw new StartRefused(
      'surroundings',
      {
        zh: `当前操作系统用户(uid ${process.getuid?.()})没有用户名,内置数据库无法运行。请为其建立用户,或设置 DATABASE_URL。`,
        en: `The current OS user (uid ${process.getuid?.()}) has no name, so the embedded database cannot run. Create the user, or set DATABASE_URL.`,
      },
      { cause: error },
    )
  }
}

/**
 * PostgreSQL refuses to run as root. When we are root it runs as the owner of the existing cluster, else as
 * `postgres`, else as `nobody`. Null means: run it as ourselves.
 */
export function chooseDatabaseUser(existingCluster: string | null): OsUser | null {
  if (!runsAsRoot) {
    // Asked for here only to refuse early a user whom PostgreSQL would refuse in its own words later.
    currentOsUserName()
    return null
  }
  const owner = existingCluster === null ? 0 : statSync(existingCluster).uid
  const candidates = owner === 0 ? ['postgres', 'nobody'] : [String(owner)]
  for (const candidate of candidates) {
    const found = findOsUser(candidate)
    if (found) return found
  }
  throw new StartRefused('surroundings', {
    zh: `以 root 运行时,数据库需要一个普通操作系统用户,但没有找到:${candidates.join('、')}。`,
    en: `Running as root, the database needs an ordinary OS user, and none was found: ${candidates.join(', ')}.`,
  })
}

function findOsUser(nameOrUid: string): OsUser | null {
  const ask = (flag: string) =>
    execFileSync('id', [flag, nameOrUid], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) }
  } catch (error) {
    if (messageOf(error).includes('ENOENT')) throw error
    return null
  }
}

/** Whether the user may pass through the folder and everything above it, judged by the mode bits. */
export function canEnter(user: OsUser, folder: string): boolean {
  for (let step = folder; ; step = dirname(step)) {
    const { mode, uid, gid } = statSync(step)
    const enterBit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & enterBit) === 0) return false
    if (dirname(step) === step) return true
  }
}
