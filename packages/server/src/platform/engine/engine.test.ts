import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prepareEnginePlaces } from './engine-places.ts'
import { type Engine, type EngineRequest, openEngine } from './open-engine.ts'
import { runsAsRoot } from './os-user.ts'
import { preparePlaces } from './places.ts'
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts'
import { StartRefused } from './start-refused.ts'
import { roomiestBase, startTemporaryEngine } from './temporary-engine.ts'

const ownerScript = fileURLToPath(new URL('../../testing/engine-owner.ts', import.meta.url))
const quiet = () => undefined

let base: string
let env: NodeJS.ProcessEnv
const opened: Engine[] = []
const owners: ChildProcess[] = []

beforeEach(() => {
  base = mkdtempSync(join(roomiestBase(), 'chuangcheng-test-'))
  chmodSync(base, 0o755)
  env = { ...process.env, CHUANGCHENG_DATA: join(base, 'city'), DATABASE_URL: '' }
})

afterEach(async () => {
  chmodSync(base, 0o755)
  for (const owner of owners.splice(0)) owner.kill('SIGKILL')
  for (const engine of opened.splice(0)) await engine.stop()
  rmSync(enginePlaces().socket, { recursive: true, force: true })
  rmSync(base, { recursive: true, force: true })
})

async function open(request: Partial<EngineRequest> = {}): Promise<Engine> {
  const engine = await openEngine({ env, log: quiet, ...request })
  opened.push(engine)
  return engine
}

/** The refusal of a start that must not succeed. */
async function refusalOf(start: Promise<unknown>): Promise<StartRefused> {
  const outcome = await start.then(
    () => 'it started',
    (error: unknown) => error,
  )
  if (outcome instanceof StartRefused) return outcome
  throw new Error('the start was not refused', { cause: outcome })
}

async function rowsOf(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const enginePlaces = () => prepareEnginePlaces(preparePlaces(env), env, quiet)

/** The postmaster's process id; it must be there. */
function postmasterId(): number {
  const file = readPostmasterFile(enginePlaces().cluster)
  if (!file) throw new Error('no postmaster runs')
  return file.pid
}

/** A server in a process of its own that has committed one row. */
async function startOwner(): Promise<ChildProcess> {
  const options = ['--conditions', '@chuangcheng/source', '--import', 'tsx', ownerScript]
  const owner = spawn(process.execPath, options, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  owners.push(owner)
  await once(owner.stdout, 'data')
  return owner
}

async function killOwner(owner: ChildProcess): Promise<void> {
  owner.kill('SIGKILL')
  await once(owner, 'exit')
}

async function killPostmaster(pid: number): Promise<void> {
  const { cluster } = enginePlaces()
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isPostmasterOf(cluster, pid)).toBe(false)
}

describe('the embedded engine', () => {
  test('starts, answers in UTF-8 and listens on no network', async () => {
    const engine = await open()
    const [row] = await rowsOf(
      engine.url,
      `select '文明'::text as word, current_user as role, current_database() as database,
        current_setting('listen_addresses') as network, current_setting('fsync') as durable`,
    )
    expect(row).toEqual({
      word: '文明',
      role: 'chuangcheng',
      database: 'chuangcheng',
      network: '',
      durable: 'on',
    })
    expect(engine.embedded).toBe(true)
  })

  test('keeps its rows from one start to the next, and stops when told', async () => {
    const first = await open()
    await rowsOf(first.url, 'create table kept as select 7 as number')
    const pid = postmasterId()
    await first.stop()
    expect(isPostmasterOf(enginePlaces().cluster, pid)).toBe(false)
    const second = await open()
    expect(await rowsOf(second.url, 'select number from kept')).toEqual([{ number: 7 }])
  })

  test('starts once when two first starts race: one serves, one is refused', async () => {
    const outcomes = await Promise.allSettled([open(), open()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [loser] = outcomes.filter(({ status }) => status === 'rejected')
    expect(loser).toMatchObject({ reason: { exitCode: 3 } })
  })
})

describe('one server per data folder', () => {
  test('a second server is refused with exit code 3 and leaves the first one alone', async () => {
    const first = await open()
    const refusal = await refusalOf(open())
    expect(refusal.exitCode).toBe(3)
    expect(refusal.message).toContain(String(process.pid))
    expect(await rowsOf(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a visitor comes and goes while the server runs', async () => {
    const server = await open()
    const visitor = await open({ role: 'visitor' })
    await visitor.stop()
    expect(await rowsOf(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('the last one out stops the database, whoever started it', async () => {
    const visitor = await open({ role: 'visitor' })
    const server = await open()
    const pid = postmasterId()
    await visitor.stop()
    expect(await rowsOf(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(isPostmasterOf(enginePlaces().cluster, pid)).toBe(false)
  })
})

describe('after a crash', () => {
  test('the orphaned database is adopted, committed rows are there', async () => {
    const owner = await startOwner()
    const orphan = postmasterId()
    await killOwner(owner)
    const engine = await open()
    expect(postmasterId()).toBe(orphan)
    expect(await rowsOf(engine.url, 'select by from acknowledged')).toEqual([{ by: owner.pid }])
    await engine.stop()
    expect(isPostmasterOf(enginePlaces().cluster, orphan)).toBe(false)
  })

  test('when the database was killed too, it recovers and committed rows are there', async () => {
    const owner = await startOwner()
    const orphan = postmasterId()
    await killOwner(owner)
    await killPostmaster(orphan)
    const engine = await open()
    expect(postmasterId()).not.toBe(orphan)
    expect(await rowsOf(engine.url, 'select by from acknowledged')).toEqual([{ by: owner.pid }])
  })

  test('a left-over postmaster.pid whose number now belongs to another process is no obstacle', async () => {
    const owner = await startOwner()
    await killOwner(owner)
    await killPostmaster(postmasterId())
    const { cluster } = enginePlaces()
    const file = join(cluster, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)))
    const engine = await open()
    expect(await rowsOf(engine.url, 'select by from acknowledged')).toEqual([{ by: owner.pid }])
  })

  test('what a first start left when it was killed halfway is cleared away', async () => {
    const abandoned = `${enginePlaces().cluster}.unfinished-999999999-abcdef`
    mkdirSync(abandoned)
    await open()
    expect(existsSync(abandoned)).toBe(false)
  })
})

describe('data that is not ours to touch', () => {
  const contentOf = (folder: string) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])

  test.each([
    ['newer', '99', /newer PostgreSQL 99.*Nothing was touched/],
    ['older', '13', /older PostgreSQL 13.*chuangcheng backup/],
  ])(
    'a cluster of a PostgreSQL that is %s is refused and nothing in it changes',
    async (_, major, sentence) => {
      const { cluster } = enginePlaces()
      mkdirSync(cluster)
      writeFileSync(join(cluster, 'PG_VERSION'), `${major}\n`)
      writeFileSync(join(cluster, 'postmaster.pid'), '999999999\n')
      const before = contentOf(cluster)
      const refusal = await refusalOf(open())
      expect(refusal.exitCode).toBe(4)
      expect(refusal.message).toMatch(sentence)
      expect(contentOf(cluster)).toEqual(before)
    },
  )

  test('a socket folder that others can enter is refused', async () => {
    const { socket } = enginePlaces()
    mkdirSync(socket)
    chmodSync(socket, 0o777)
    try {
      const refusal = await refusalOf(open())
      expect(refusal.message).toContain(socket)
    } finally {
      rmSync(socket, { recursive: true })
    }
  })

  test.runIf(runsAsRoot)('a socket folder that somebody else made is refused', async () => {
    const { socket } = enginePlaces()
    // Ours, that is root's, and not the database user's.
    mkdirSync(socket, { mode: 0o700 })
    try {
      const refusal = await refusalOf(open())
      expect(refusal.message).toContain(socket)
    } finally {
      rmSync(socket, { recursive: true })
    }
  })
})

describe.runIf(runsAsRoot)('a data folder that the database user cannot reach', () => {
  test('works: the cluster lives elsewhere, and the folder remembers where', async () => {
    chmodSync(base, 0o700)
    const lines: string[] = []
    const first = await open({ log: (line) => lines.push(line) })
    const { cluster, socket } = enginePlaces()
    try {
      expect(cluster).toMatch(/^\/var\/lib\/chuangcheng\//)
      expect(lines.join()).toContain(cluster)
      await rowsOf(first.url, 'create table kept as select 7 as number')
      await first.stop()

      // Opened up or moved, the folder still leads to its rows.
      chmodSync(base, 0o755)
      const second = await open()
      expect(await rowsOf(second.url, 'select number from kept')).toEqual([{ number: 7 }])
      await second.stop()

      rmSync(cluster, { recursive: true })
      const refusal = await refusalOf(open())
      expect(refusal.message).toContain(cluster)
    } finally {
      for (const left of [cluster, socket, env.CHUANGCHENG_DATA ?? '']) {
        rmSync(left, { recursive: true, force: true })
      }
    }
  })
})

describe('a data folder that cannot be used', () => {
  const refusedFolder = async (folder: string) => {
    env.CHUANGCHENG_DATA = folder
    const refusal = await refusalOf(open())
    env.CHUANGCHENG_DATA = join(base, 'city')
    expect(refusal).toMatchObject({ exitCode: 5, message: expect.stringContaining(folder) })
    return refusal.message
  }

  test('is refused with the reason: a file, below a file', async () => {
    const file = join(base, 'file')
    writeFileSync(file, '')
    expect(await refusedFolder(file)).toContain('it is a file')
    expect(await refusedFolder(join(file, 'city'))).toContain('above it is a file')
  })

  test.runIf(process.platform === 'linux')(
    'is refused where no folder can be made, and where one stands but nothing can be written',
    async () => {
      expect(await refusedFolder('/proc/chuangcheng/city')).toContain('no folder can be made there')
      await refusedFolder('/proc')
    },
  )

  test.skipIf(runsAsRoot)('is refused when it may only be read', async () => {
    chmodSync(base, 0o555)
    expect(await refusedFolder(join(base, 'city'))).toContain('may not write there')
  })

  test('is made with everything above it where that is missing', async () => {
    env.CHUANGCHENG_DATA = join(base, 'new', 'deep', 'city')
    expect(preparePlaces(env).folder).toBe(env.CHUANGCHENG_DATA)
    expect(readdirSync(env.CHUANGCHENG_DATA)).not.toContain(expect.stringContaining('can-be-written'))
  })
})

describe('DATABASE_URL', () => {
  test('takes the place of the embedded engine, for one server at a time', async () => {
    const given = await startTemporaryEngine()
    env.DATABASE_URL = given.url('postgres')
    const engine = await open()
    expect(engine).toMatchObject({ embedded: false, url: env.DATABASE_URL })
    expect(existsSync(join(engine.places.folder, 'database'))).toBe(false)
    expect((await refusalOf(open())).exitCode).toBe(3)
    await engine.stop()
    await given.stop()
  })

  test('that leads nowhere is refused without repeating the password', async () => {
    env.DATABASE_URL = 'postgres://city:secret-word@127.0.0.1:9/city'
    const refusal = await refusalOf(open())
    expect(refusal.message).toContain('DATABASE_URL')
    expect(refusal.message).not.toContain('secret-word')
    expect(refusal.message).toContain('no database listens there')
  })

  test.each([
    ['nonsense', 'no address of a PostgreSQL'],
    ['mysql://city:secret-word@127.0.0.1/city', 'no address of a PostgreSQL'],
    ['postgres://city:secret-word@nowhere.invalid/city', 'its host is not known'],
  ])('%s is refused with what is wrong about it', async (url, reason) => {
    env.DATABASE_URL = url
    const refusal = await refusalOf(open())
    expect(refusal).toMatchObject({ exitCode: 5, message: expect.stringContaining(reason) })
    expect(refusal.message).not.toContain('secret-word')
  })
})

test('a temporary engine leaves nothing behind', async () => {
  const left = () => readdirSync(roomiestBase()).filter((name) => name.startsWith('chuangcheng-temporary-'))
  const before = left()
  const engine = await startTemporaryEngine()
  expect(await rowsOf(engine.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  await engine.stop()
  expect(left()).toEqual(before)
})
