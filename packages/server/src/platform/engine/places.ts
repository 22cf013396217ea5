import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { runsAsRoot } from './os-user.ts'
import { codeOf, messageOf, StartRefused } from './start-refused.ts'

/** Where the things of a city that are not rows live. Every path is absolute. */
export interface Places {
  /** The data folder (数据目录). */
  folder: string
  /** Content-addressed file store (文件库). */
  files: string
  /** Encryption keys (密钥). */
  keys: string
  /** Heads of the sealed audit blocks, kept outside the database (审计链头). */
  auditHeads: string
  logs: string
}

/** A line for whoever looks after the server. */
export type Log = (sentence: string) => void

/** Makes what is missing. `CHUANGCHENG_DATA` moves the data folder out of the checkout. */
export function preparePlaces(env: NodeJS.ProcessEnv): Places {
  const folder = prepareFolder(env.CHUANGCHENG_DATA || join(checkoutRoot(), 'var'))
  return {
    folder,
    files: preparePrivateFolder(join(folder, 'files')),
    keys: preparePrivateFolder(join(folder, 'keys')),
    auditHeads: preparePrivateFolder(join(folder, 'audit-heads')),
    logs: preparePrivateFolder(join(folder, 'logs')),
  }
}

/** The folder that holds the workspaces; sources and the bundle lie at different depths below it. */
export function checkoutRoot(): string {
  for (let step = import.meta.dirname; ; step = dirname(step)) {
    if (existsSync(join(step, 'packages/server/package.json'))) return step
    if (dirname(step) === step) return process.cwd()
  }
}

function prepareFolder(wanted: string): string {
  const folder = resolve(wanted)
  try {
    if (makeFolders(folder) && runsAsRoot) {
      // The database's user passes through; what is private lies in folders of its own. umask may say otherwise.
      chmodSync(folder, 0o755)
    }
    mustBeWritable(folder)
    return realpathSync(folder)
  } catch (error) {
    throw unusable(folder, error)
  }
}

/**
 * Makes a folder and those above it; says whether there was something to make. Step by step: where a parent pretends to exist, as
 * below /proc, making them all at once tries for ever.
 */
function makeFolders(folder: string): boolean {
  if (isFolder(folder)) return false
  if (dirname(folder) !== folder) makeFolders(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o755 })
    return true
  } catch (error) {
    // Two first starts at once: the other one was quicker.
    if (codeOf(error) === 'EEXIST' && isFolder(folder)) return false
    throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Mode bits do not tell: a disk may be mounted read-only, and root passes by all of them. */
function mustBeWritable(folder: string): void {
  rmdirSync(mkdtempSync(join(folder, '.can-be-written-')))
}

const OBSTACLES: Readonly<Record<string, { zh: string; en: string }>> = {
  EEXIST: { zh: '它是一个文件,不是目录', en: 'it is a file, not a folder' },
  ENOTDIR: { zh: '它的上级路径中有一个文件', en: 'something above it is a file' },
  ENOENT: { zh: '那里不能新建目录', en: 'no folder can be made there' },
  EACCES: { zh: '当前用户没有写入权限', en: 'this user may not write there' },
  EPERM: { zh: '当前用户没有写入权限', en: 'this user may not write there' },
  EROFS: { zh: '所在的磁盘是只读的', en: 'the disk it lies on is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
}

function unusable(folder: string, error: unknown): StartRefused {
  const why = OBSTACLES[codeOf(error) ?? ''] ?? { zh: messageOf(error), en: messageOf(error) }
  return new StartRefused(
    'surroundings',
    {
      zh: `无法使用数据目录 ${folder}:${why.zh}。请更正,或用 CHUANGCHENG_DATA 指定其他目录。`,
      en: `The data folder ${folder} cannot be used: ${why.en}. Mend that, or name another one by CHUANGCHENG_DATA.`,
    },
    { cause: error },
  )
}

function preparePrivateFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    mustBeWritable(folder)
    return folder
  } catch (error) {
    throw unusable(folder, error)
  }
}
