import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { startEmbeddedEngine } from './embedded.ts'
import { type EnginePlaces, programCaches } from './engine-places.ts'
import { chooseDatabaseUser } from './os-user.ts'
import { survivingPostmaster } from './postmaster.ts'
import { codeOf } from './start-refused.ts'

/** A database that lives in a folder of its own and leaves nothing behind. */
export interface TemporaryEngine {
  /** Connection string of one of its databases; `postgres` exists from the start. */
  url(database: string): string
  stop(): Promise<void>
}

const prefix = 'chuangcheng-temporary-'
const ownerFile = 'owner.pid'
const roomInMemoryBytes = 512_000_000

/** For tests and benchmarks: does not survive the machine, is fast, lies in memory where there is room. */
export async function startTemporaryEngine(settings: Record<string, string> = {}): Promise<TemporaryEngine> {
  await removeAbandoned()
  const places = temporaryPlaces()
  const remove = () => rmSync(places.folder, { recursive: true, force: true })
  try {
    const engine = await startEmbeddedEngine({
      places,
      log: () => undefined,
      durable: false,
      settings: { max_connections: '100', ...settings },
    })
    return { url: engine.url, stop: () => engine.stop().then(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

function temporaryPlaces(): EnginePlaces {
  const folder = mkdtempSync(join(roomiestBase(), prefix))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, ownerFile), String(process.pid))
  return {
    folder,
    logs: folder,
    cluster: join(folder, 'database'),
    socket: join(folder, 'socket'),
    programCaches: programCaches(process.env, folder),
    databaseUser: chooseDatabaseUser(null),
  }
}

export function roomiestBase(): string {
  return hasRoom('/dev/shm') ? '/dev/shm' : os.tmpdir()
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > roomInMemoryBytes
  } catch {
    return false
  }
}

/** A test run that was killed leaves its database running, in memory; the next run clears it away. */
async function removeAbandoned(): Promise<void> {
  const base = roomiestBase()
  for (const name of readdirSync(base)) {
    const folder = join(base, name)
    if (!name.startsWith(prefix) || ownerIsAlive(folder)) continue
    await survivingPostmaster(join(folder, 'database'))?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** True also where we may not look: then it is somebody else's. */
function ownerIsAlive(folder: string): boolean {
  try {
    return process.kill(Number(readFileSync(join(folder, ownerFile), 'utf8')), 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
