import { join } from 'node:path'
import { Database } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openPool, SERVICE_ROLE } from '../platform/database/pool.ts'
import { databaseRefused } from '../platform/engine/database-refusal.ts'
import { type Engine, openEngine } from '../platform/engine/open-engine.ts'
import { checkoutRoot } from '../platform/engine/places.ts'
import { codeOf } from '../platform/engine/start-refused.ts'
import { PersonalData } from '../platform/personal-data.ts'
import { workOffNotes } from '../written-notes.ts'

/** PostgreSQL's code for a user who may not do that: migrating makes a role and a schema. */
const INSUFFICIENT_PRIVILEGE = '42501'

export const MIGRATIONS_FOLDER = join(checkoutRoot(), 'packages/server/migrations')

/** The database of this installation, up to date and open for the service. */
export type OpenedDatabase = {
  readonly engine: Engine
  readonly database: Database
  /** names of the migrations that were applied now */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/** The rows of an engine, for the service. Commands write their audit entries and open personal data as the server does. */
export function databaseOf({ url, places }: Engine): Database {
  const database = new Database(openPool(url, SERVICE_ROLE), () => new Date())
  database.writesNotesBy(workOffNotes)
  database.sealsPersonalDataBy(new PersonalData(places.keys))
  return database
}

/**
 * Open (starting it if need be) and migrate the database of this installation. `server`: only one at a time; `visitor`: a command
 * beside a running server, or alone.
 * @throws StartRefused
 */
export async function openDatabase(
  role: 'server' | 'visitor',
  log: (sentence: string) => void,
  onTakenOver?: () => void,
): Promise<OpenedDatabase> {
  const engine = await openEngine({ env: process.env, log, role, ...(onTakenOver ? { onTakenOver } : {}) })
  try {
    const migrated = await migrate(engine.url, MIGRATIONS_FOLDER)
    const database = databaseOf(engine)
    return {
      engine,
      database,
      migrated,
      async close() {
        await database.close()
        await engine.stop()
      },
    }
  } catch (error) {
    await engine.stop()
    if (codeOf(error) === INSUFFICIENT_PRIVILEGE && !engine.embedded) throw databaseRefused(error)
    throw error
  }
}
