import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { runsAsRoot } from './os-user.ts'
import { messageOf, StartRefused } from './start-refused.ts'

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
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      // The database's user passes through; what is private lies in folders of its own. umask may say otherwise.
      if (runsAsRoot) chmodSync(folder, 0o755)
    }
    return realpathSync(folder)
  } catch (error) {
    throw new StartRefused(
      'surroundings',
      {
        zh: `无法使用数据目录 ${folder}:${messageOf(error)}。可用 CHUANGCHENG_DATA 指定其他目录。`,
        en: `The data folder ${folder} cannot be used: ${messageOf(error)}. CHUANGCHENG_DATA names another one.`,
      },
      { cause: error },
    )
  }
}

function preparePrivateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
