import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './start-refused.ts'

/** What the running postmaster (数据库主进程) says of itself in postmaster.pid. */
export interface PostmasterFile {
  pid: number
  port: number
  socketFolder: string
  /** A file left by a killed postmaster says ready too: look whether it is alive. */
  ready: boolean
}

const fileName = 'postmaster.pid'

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, fileName), 'utf8').split('\n')
    // Line numbers are PostgreSQL's own (miscadmin.h, LOCK_FILE_LINE_*), counted from one there.
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socketFolder: lines[4] ?? '',
      ready: lines[7]?.startsWith('ready') ?? false,
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Whether the process is a live postmaster of this cluster. A bare signal 0 is not enough: numbers are reused, above
 * all after a container restarts, and where process 1 reaps nothing a dead postmaster stays as a zombie.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  return process.platform === 'linux' ? isPostmasterByProc(cluster, pid) : isPostmasterByPs(pid)
}

function isPostmasterByProc(cluster: string, pid: number): boolean {
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    if (name !== 'postgres' || state === 'Z' || state === 'X') return false
  } catch {
    return false
  }
  try {
    // A postmaster works in its cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    // Containers often forbid even root to look. It is a postgres, and it may be ours: that is the careful answer.
    return true
  }
}

function isPostmasterByPs(pid: number): boolean {
  try {
    const line = execFileSync('ps', ['-p', String(pid), '-o', 'stat=,comm='], { encoding: 'utf8' }).trim()
    return !line.startsWith('Z') && line.endsWith('postgres')
  } catch {
    return false
  }
}

/**
 * Makes PostgreSQL take the file of a dead postmaster as stale: it accepts a file that names its own parent. The file
 * is not simply removed, because its other lines let PostgreSQL notice survivors that still write to the cluster.
 */
export function disownPostmasterFile(cluster: string, file: PostmasterFile): void {
  const path = join(cluster, fileName)
  const [pid, ...others] = readFileSync(path, 'utf8').split('\n')
  // Another start may have been quicker; what it launched must keep its file.
  if (Number(pid) !== file.pid) return
  writeFileSync(path, [String(process.pid), ...others].join('\n'))
  for (const ending of ['', '.lock']) {
    rmSync(join(file.socketFolder, `.s.PGSQL.${file.port}${ending}`), { force: true })
  }
}
