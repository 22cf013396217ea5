import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { programEnvironment } from './cluster.ts'
import type { EnginePlaces } from './engine-places.ts'
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts'

/** A postmaster (数据库主进程) this process can talk to and end. */
export interface Postmaster {
  pid: number
  port: number
  socketFolder: string
  /** Fast shutdown: open transactions are rolled back, committed rows are kept. Resolves when the process is gone. */
  stop: () => Promise<void>
}

export interface LaunchRequest {
  places: EnginePlaces
  binaries: Binaries
  /** PostgreSQL settings by name. */
  settings: Record<string, string>
}

const port = 5432
const pollMilliseconds = 10
const largestLogBytes = 10_000_000

/** Null when the postmaster gave up before it was ready; its log says why. */
export async function launchPostmaster({
  places,
  binaries,
  settings,
}: LaunchRequest): Promise<Postmaster | null> {
  const child = spawnPostmaster({ places, binaries, settings })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const { pid } = child
  if (pid === undefined) return null
  while (child.exitCode === null && child.signalCode === null) {
    const file = readPostmasterFile(places.cluster)
    if (file?.pid === pid && file.ready) {
      // It outlives a killed server on purpose, so it must not keep a finished one alive either.
      child.unref()
      return { pid, port, socketFolder: places.socket, stop: () => stopChild(child, exited) }
    }
    await pause(pollMilliseconds)
  }
  return null
}

function spawnPostmaster({ places, binaries, settings }: LaunchRequest): ChildProcess {
  const assigned = {
    ...settings,
    port: String(port),
    listen_addresses: '',
    unix_socket_directories: places.socket,
    unix_socket_permissions: '0700',
  }
  const options = Object.entries(assigned).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(rotatedLog(places), 'a', 0o600)
  try {
    return spawn(binaries.postgres, ['-D', places.cluster, ...options], {
      cwd: '/',
      env: programEnvironment,
      // A group of its own: Ctrl-C in the terminal reaches us only, and we end it in order.
      detached: true,
      stdio: ['ignore', log, log],
      ...(places.databaseUser && { uid: places.databaseUser.uid, gid: places.databaseUser.gid }),
    })
  } finally {
    closeSync(log)
  }
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.ref()
    child.kill('SIGINT')
  }
  await exited
}

/** A postmaster that survived the server which had started it. */
export function survivingPostmaster(cluster: string): Postmaster | null {
  const file = readPostmasterFile(cluster)
  if (!file || !isPostmasterOf(cluster, file.pid)) return null
  const { pid } = file
  return {
    pid,
    port: file.port,
    socketFolder: file.socketFolder,
    stop: async () => {
      if (isPostmasterOf(cluster, pid)) process.kill(pid, 'SIGINT')
      while (isPostmasterOf(cluster, pid)) await pause(pollMilliseconds)
    },
  }
}

export function databaseLog(places: Pick<EnginePlaces, 'logs'>): string {
  return join(places.logs, 'database.log')
}

export function endOfDatabaseLog(places: Pick<EnginePlaces, 'logs'>): string {
  return readFileSync(databaseLog(places), 'utf8').trimEnd().split('\n').slice(-6).join('\n')
}

/** One older log is kept; the database has no business filling the disk with its complaints. */
function rotatedLog(places: Pick<EnginePlaces, 'logs'>): string {
  const log = databaseLog(places)
  if (existsSync(log) && statSync(log).size > largestLogBytes) renameSync(log, `${log}.old`)
  return log
}
