import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../platform/database/migrate.ts'
import { startTemporaryEngine, type TemporaryEngine } from '../platform/engine/temporary-engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** connection string with DATABASE in the place of the database's name */
    databaseUrl: string
  }
}

export const TEMPLATE = 'chuangcheng_template'
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The engine the tests run on: our own, or the one DATABASE_URL points to (its user must be able to create databases). */
async function engineForTests(): Promise<TemporaryEngine> {
  const given = process.env.DATABASE_URL
  if (!given) return startTemporaryEngine()
  return {
    url: (database) => {
      const url = new URL(given)
      url.pathname = `/${database}`
      return url.toString()
    },
    stop: async () => {},
  }
}

/** One migrated template database for the whole run; each test file copies it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const engine = await engineForTests()
  const client = new pg.Client({ connectionString: engine.url('postgres') })
  await client.connect()
  const drop = async () => {
    const found = await client.query('select from pg_database where datname = $1', [TEMPLATE])
    if (found.rowCount === 0) return
    await client.query(`alter database ${TEMPLATE} with is_template false`)
    await client.query(`drop database ${TEMPLATE} with (force)`)
  }
  await drop()
  await client.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`)
  await migrate(engine.url(TEMPLATE), migrations)
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`)
  project.provide('databaseUrl', engine.url('DATABASE'))
  return async () => {
    await drop()
    await client.end()
    await engine.stop()
  }
}
