import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartingRole } from '@chuangcheng/domain'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, inject } from 'vitest'
import { buildApp } from '../app.ts'
import { type Author, Database } from '../platform/database/database.ts'
import { openPool, SERVICE_ROLE } from '../platform/database/pool.ts'
import { forgetActors } from '../platform/http/actor-memory.ts'
import { foundCity } from '../rooms/setup/actions.ts'
import { TEMPLATE } from './global-setup.ts'
import { DEMAND_RAISING } from './raised-rule-book.ts'

export const PASSWORD = 'Qinglan-2026'

/** A city of a test, with its administrator as author. */
export type TestCity = { readonly id: string; readonly code: string; readonly author: Author }

/** Somebody signed in: sends requests with their token, like any client of the API. */
export type Client = {
  readonly userId: string
  readonly token: string
  get(url: string): Promise<LightMyRequestResponse>
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<LightMyRequestResponse>
  sendBytes(url: string, bytes: Buffer): Promise<LightMyRequestResponse>
}

/** The house on a database of its own, copied from the migrated template; a second city lives in every one. */
export type TestHouse = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly folder: string
  readonly city: TestCity
  readonly otherCity: TestCity
  /** the clock of the house; tests move it */
  now: Date
  /** as the database's owner, past every grant: for planting what must be found */
  asOwner(text: string, values?: unknown[]): Promise<pg.QueryResult>
  /** the administrator of a city, signed in */
  administrator(city?: TestCity): Promise<Client>
  signIn(userName: string, city?: TestCity): Promise<Client>
  givenUser(given: GivenUser): Promise<Client>
}

export type GivenUser = {
  readonly role?: StartingRole
  readonly areaId?: string
  readonly organizationId?: string
  readonly memberOf?: string
  readonly validUntil?: string
  readonly city?: TestCity
}

const urlOf = (name: string) => inject('databaseUrl').replace('DATABASE', name)

async function copyTemplate(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${TEMPLATE}`)
  } finally {
    await client.end()
  }
}

async function dropDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

async function givenCity(database: Database, code: string): Promise<TestCity> {
  const administrator = { userName: `admin.${code}`, name: `${code}管理员`, password: PASSWORD }
  const author = await foundCity(database, { code, name: `城市${code}`, administrator })
  return { id: author.cityId, code, author }
}

class OpenedHouse implements TestHouse {
  now = new Date('2026-11-22T02:00:00Z')
  readonly folder: string
  readonly name: string
  #parts: { app: FastifyInstance; database: Database; city: TestCity; otherCity: TestCity } | undefined
  #owner: pg.Pool | undefined

  constructor(name: string, folder: string) {
    this.name = name
    this.folder = folder
  }

  get #open() {
    if (!this.#parts) throw new Error('the house is not open yet: use it inside tests and hooks')
    return this.#parts
  }
  get app() {
    return this.#open.app
  }
  get database() {
    return this.#open.database
  }
  get city() {
    return this.#open.city
  }
  get otherCity() {
    return this.#open.otherCity
  }

  async openDoors(): Promise<void> {
    await copyTemplate(this.name)
    await this.asOwner(DEMAND_RAISING)
    const database = new Database(openPool(urlOf(this.name), SERVICE_ROLE, 6), () => this.now)
    const app = await buildApp({
      database,
      filesFolder: join(this.folder, 'files'),
      headsFolder: join(this.folder, 'audit-heads'),
      keysFolder: join(this.folder, 'keys'),
      setUpToken: 'the-set-up-token',
      publicUrl: 'http://chuangcheng.test',
      requestsPerMinute: 1_000_000,
      guessesPerMinute: 1_000_000,
      webFolder: null,
    })
    this.#parts = {
      app,
      database,
      city: await givenCity(database, 'c1'),
      otherCity: await givenCity(database, 'c2'),
    }
  }

  async closeDoors(): Promise<void> {
    await this.#parts?.app.close()
    await this.#parts?.database.close()
    await this.#owner?.end()
    await dropDatabase(this.name)
    await rm(this.folder, { recursive: true, force: true })
  }

  asOwner(text: string, values: unknown[] = []) {
    this.#owner ??= openPool(urlOf(this.name), null, 1)
    return this.#owner.query(text, values)
  }

  administrator(city = this.city) {
    return this.signIn(`admin.${city.code}`, city)
  }

  async signIn(userName: string, city = this.city): Promise<Client> {
    const answer = await this.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { city: city.code, userName, password: PASSWORD },
    })
    if (answer.statusCode !== 200) throw new Error(`${userName} cannot sign in: ${answer.body}`)
    const { token, session } = answer.json<{ token: string; session: { user: { id: string } } }>()
    const ask = (options: InjectOptions) =>
      this.app.inject({ ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } })
    return {
      userId: session.user.id,
      token,
      get: (url) => ask({ method: 'GET', url }),
      send: (method, url, body) =>
        ask({ method, url, ...(body === undefined ? {} : { payload: body as object }) }),
      sendBytes: (url, bytes) =>
        ask({ method: 'POST', url, payload: bytes, headers: { 'content-type': 'application/octet-stream' } }),
    }
  }

  /** A user with one grant, signed in. The row is written directly: the rooms' own tests go through their endpoints. */
  async givenUser(given: GivenUser): Promise<Client> {
    const city = given.city ?? this.city
    const id = uuidv7()
    const userName = `u-${id.slice(-12)}`
    await this.asOwner(
      `insert into user_account (city_id, id, user_name, name, organization_id, password_hash, created_at)
       select city_id, $2, $3, $3, $4, password_hash, now() from user_account where city_id = $1 and id = $5`,
      [city.id, id, userName, given.memberOf ?? null, city.author.userId],
    )
    if (given.role) {
      await this.asOwner(
        `insert into role_grant (city_id, id, user_id, role_key, organization_id, area_id, valid_until)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          city.id,
          uuidv7(),
          id,
          given.role,
          given.organizationId ?? null,
          given.areaId ?? null,
          given.validUntil ?? null,
        ],
      )
    }
    forgetActors()
    return this.signIn(userName, city)
  }
}

/** Open the house for the tests of a file, and close it after them. */
export function useHouse(): TestHouse {
  const name = `chuangcheng_test_${uuidv7().replaceAll('-', '')}`
  const house = new OpenedHouse(name, join(tmpdir(), name))
  beforeAll(async () => {
    await mkdir(house.folder, { recursive: true })
    await house.openDoors()
  })
  afterAll(() => house.closeDoors())
  return house
}
