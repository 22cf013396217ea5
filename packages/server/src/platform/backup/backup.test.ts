import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@chuangcheng/domain'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { buildApp } from '../../app.ts'
import { BACKUP_CONTENTS } from '../../backup-contents.ts'
import { MIGRATIONS_FOLDER } from '../../cli/house-on-engine.ts'
import { sealPending, verifyChain } from '../../rooms/audit/index.ts'
import { type Client, PASSWORD, useHouse } from '../../testing/house.ts'
import { importText, upload } from '../../testing/import-file.ts'
import { Database } from '../database/database.ts'
import { migrationsOf } from '../database/migrate.ts'
import { openPool, SERVICE_ROLE } from '../database/pool.ts'
import { describeTables } from './catalog.ts'
import { backup, type Manifest, type RestoreRequest, restore } from './index.ts'
import { copyRowsOut, plainTextSettings } from './table-rows.ts'

const house = useHouse()
const targets: string[] = []
let archive = ''
let manifest: Manifest
let writesMeanwhile = 0

const urlOf = (name: string) => inject('databaseUrl').replace('DATABASE', name)
const placesIn = (folder: string) => ({
  files: join(folder, 'files'),
  keys: join(folder, 'keys'),
  auditHeads: join(folder, 'audit-heads'),
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function backUp(name: string, withKeys = false) {
  const { rows } = await house.asOwner('select current_database() as name')
  const file = join(house.folder, name)
  const contents = await backup(
    {
      url: urlOf(rows[0].name),
      places: placesIn(house.folder),
      travels: BACKUP_CONTENTS,
      productVersion: '0.1.0',
      withKeys,
      now: house.now,
    },
    file,
  )
  return { file, contents }
}

/** An empty database and an empty data folder. */
async function givenTarget(): Promise<RestoreRequest> {
  const name = `chuangcheng_test_${uuidv7().replaceAll('-', '')}`
  targets.push(name)
  await onServer(`create database ${name} template template0 encoding 'UTF8'`)
  const knownMigrations = await migrationsOf(MIGRATIONS_FOLDER)
  const places = placesIn(join(house.folder, name))
  return { url: urlOf(name), places, migrationsFolder: MIGRATIONS_FOLDER, knownMigrations, now: house.now }
}

async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch((error: unknown) => error)
  if (outcome instanceof Problem) return outcome
  throw new Error('was not refused', { cause: outcome })
}

/** The hash of every table of a database, by its name; none while it has no tables. */
async function tableHashes(url: string): Promise<Record<string, { sha256: string; rowCount: number }>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`begin; ${plainTextSettings}`)
    const hashes: Record<string, { sha256: string; rowCount: number }> = {}
    for (const table of await describeTables(client)) {
      const { sha256, rowCount } = await copyRowsOut(client, table)
      hashes[table.name] = { sha256, rowCount }
    }
    return hashes
  } finally {
    await client.end()
  }
}

const rowCountOf = async (url: string): Promise<number> =>
  Object.values(await tableHashes(url)).reduce((sum, { rowCount }) => sum + rowCount, 0)

/** Somebody goes on working until told to stop. */
async function keepWriting(admin: Client, isOver: () => boolean): Promise<number> {
  let count = 0
  for (; !isOver(); count += 1) {
    await importText(admin, '/api/organizations', `编码,名称,类别\nW${count},单位${count},其他\n`)
  }
  return count
}

beforeAll(async () => {
  const admin = await house.administrator()
  await importText(
    admin,
    '/api/organizations',
    '编码,名称,类别,上级编码\nA02,"市住建局,""北""\n区",市直部门,A01\nA01,市创建指挥部,领导小组,\n',
  )
  await house.givenUser({ role: 'campaignOffice' })
  await upload(admin, '说明.txt', '文明城市')
  await sealPending(house.database, house.city.id, join(house.folder, 'audit-heads'))
  await mkdir(join(house.folder, 'keys'))
  await writeFile(join(house.folder, 'keys', 'master.key'), 'a key')
  let isOver = false
  const writing = keepWriting(admin, () => isOver)
  const taken = await backUp('city.zip').finally(() => {
    isOver = true
  })
  archive = taken.file
  manifest = taken.contents
  writesMeanwhile = await writing
})

afterAll(async () => {
  for (const name of targets) await onServer(`drop database if exists ${name} with (force)`)
})

describe('a backup', () => {
  it('is taken while the city works on, and only its owner may read it', async () => {
    expect(writesMeanwhile).toBeGreaterThan(0)
    expect((await stat(archive)).mode & 0o077).toBe(0)
    expect(manifest.tables.find(({ name }) => name === 'city')?.rowCount).toBe(2)
    expect(manifest.tables.map(({ name }) => name)).not.toContain('user_session')
  })

  it('leaves the keys at home unless told to take them', async () => {
    expect(manifest.keys).toBeNull()
    const { contents, file } = await backUp('with-keys.zip', true)
    expect(contents.keys).toMatchObject([{ name: 'master.key' }])
    const target = await givenTarget()
    await restore(target, file)
    expect(await readFile(join(target.places.keys, 'master.key'), 'utf8')).toBe('a key')
  })

  it('never overwrites a file', async () => {
    expect((await refusalOf(backUp('city.zip'))).code).toBe('backup.target-exists')
  })

  it('names the files that were lost, and takes the others', async () => {
    const admin = await house.administrator()
    await upload(admin, '丢失.txt', '丢失的内容')
    const { rows } = await house.asOwner(`select hash from stored_file where original_name = '丢失.txt'`)
    const hash: string = rows[0].hash
    const path = join(house.folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)
    await writeFile(path, '别的内容')
    const { contents, file } = await backUp('lost.zip')
    expect(contents.lostFiles).toEqual([{ hash, fault: 'damaged' }])
    expect(contents.files.length).toBeGreaterThan(0)
    await restore(await givenTarget(), file)
  })
})

describe('a restore', () => {
  it('brings back every row, file and head, and the administrator signs in', async () => {
    const target = await givenTarget()
    await restore(target, archive)
    const hashes = await tableHashes(target.url)
    for (const { name, sha256, rowCount } of manifest.tables)
      expect({ name, ...hashes[name] }).toEqual({ name, sha256, rowCount })
    expect(manifest.tables.filter(({ rowCount }) => rowCount > 0).length).toBeGreaterThan(8)
    for (const name of BACKUP_CONTENTS.tablesWithoutRows) expect(hashes[name]?.rowCount).toBe(0)
    for (const { hash } of manifest.files) {
      const path = join(target.places.files, hash.slice(0, 2), hash.slice(2, 4), hash)
      expect((await stat(path)).size).toBeGreaterThan(0)
    }
    const database = new Database(openPool(target.url, SERVICE_ROLE, 3), () => house.now)
    const app = await buildApp({
      database,
      filesFolder: target.places.files,
      headsFolder: target.places.auditHeads,
      keysFolder: target.places.keys,
      setUpToken: null,
      publicUrl: 'http://chuangcheng.test',
      requestsPerMinute: 1000,
      guessesPerMinute: 1000,
      webFolder: null,
    })
    try {
      const chain = await verifyChain(database.reader(house.city.id), target.places.auditHeads)
      expect(chain).toMatchObject({ faults: [], blockCount: 1 })
      const payload = { city: 'c1', userName: 'admin.c1', password: PASSWORD }
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload })
      expect(answer.statusCode).toBe(200)
    } finally {
      await app.close()
      await database.close()
    }
  })

  it('takes an archive from before the latest migrations, and brings it up to date', async () => {
    const folder = join(house.folder, 'later-migrations')
    await mkdir(folder)
    for (const name of await readdir(MIGRATIONS_FOLDER)) {
      await writeFile(join(folder, name), await readFile(join(MIGRATIONS_FOLDER, name)))
    }
    await writeFile(
      join(folder, '9999-later.sql'),
      `alter table city add column motto text not null default '文明'`,
    )
    const target = {
      ...(await givenTarget()),
      migrationsFolder: folder,
      knownMigrations: await migrationsOf(folder),
    }
    await restore(target, archive)
    const hashes = await tableHashes(target.url)
    const before = Object.fromEntries(manifest.tables.map((table) => [table.name, table.sha256]))
    expect(hashes.organization?.sha256).toBe(before.organization)
    expect(hashes.city?.sha256).not.toBe(before.city)
  })

  it('refuses an archive of a newer release', async () => {
    const target = await givenTarget()
    const older = { ...target, knownMigrations: target.knownMigrations.slice(0, -1) }
    expect((await refusalOf(restore(older, archive))).code).toBe('backup.newer')
    expect(await tableHashes(target.url)).toEqual({})
  })

  it('refuses a database that holds anything, ours or not, and leaves it as it is', async () => {
    const target = await givenTarget()
    await restore(target, archive)
    const before = await tableHashes(target.url)
    expect((await refusalOf(restore(target, archive))).code).toBe('backup.database-not-empty')
    expect(await tableHashes(target.url)).toEqual(before)
    const foreign = await givenTarget()
    const client = new pg.Client({ connectionString: foreign.url })
    await client.connect()
    await client.query('create table theirs (id integer primary key)')
    await client.end()
    expect((await refusalOf(restore(foreign, archive))).code).toBe('backup.database-not-empty')
  })

  it('refuses a damaged archive wherever a byte was flipped, and nothing is loaded', async () => {
    const target = await givenTarget()
    const bytes = await readFile(archive)
    const damaged = join(house.folder, 'damaged.zip')
    // In the rows, in a file (they lie there as they are), in the manifest, in the archive's own directory.
    const places = [
      100,
      bytes.indexOf('文明城市'),
      bytes.indexOf('manifest.json') + 60,
      bytes.lastIndexOf('manifest.json'),
    ]
    for (const place of places) {
      await writeFile(damaged, bytes)
      const file = await open(damaged, 'r+')
      await file.write(Buffer.from([(bytes[place] ?? 0) ^ 0x55]), 0, 1, place)
      await file.close()
      const { code } = await refusalOf(restore(target, damaged))
      expect([place, code]).toEqual([place, expect.stringMatching(/^backup\.(damaged|not-an-archive)$/)])
    }
    await writeFile(damaged, bytes.subarray(0, bytes.length / 2))
    expect((await refusalOf(restore(target, damaged))).code).toBe('backup.not-an-archive')
    expect(await rowCountOf(target.url)).toBe(0)
  })
})
