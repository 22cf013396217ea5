import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import type { OsUser } from './os-user.ts'
import { codeOf, StartRefused } from './start-refused.ts'

/**
 * Makes the private folder of the database's socket, or accepts the one that is there. It lies where everybody may
 * create folders, so one that somebody else made in advance (and could listen in) is refused.
 */
export function prepareSocketFolder(folder: string, user: OsUser | null): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  verifySocketFolder(folder, user)
}

export function verifySocketFolder(folder: string, user: OsUser | null): void {
  const owner = user?.uid ?? process.getuid?.()
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return
  throw new StartRefused('surroundings', {
    zh: `数据库套接字目录 ${folder} 不属于运行数据库的用户,或其他人可以进入,拒绝使用。请删除它后重试。`,
    en: `The folder of the database socket, ${folder}, does not belong to the database's user alone and is not used. Remove it and start again.`,
  })
}
