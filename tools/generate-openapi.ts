import pg from 'pg'
import { buildApp, describeApi } from '../packages/server/src/app.ts'
import { Database } from '../packages/server/src/platform/database/database.ts'

/** The API as OpenAPI 3.1, from the routes as they are registered; nothing is asked of a database. */
export async function generateOpenapi(): Promise<string> {
  const app = await buildApp({
    database: new Database(new pg.Pool(), () => new Date(0)),
    filesFolder: '/nowhere',
    headsFolder: '/nowhere',
    keysFolder: '/nowhere',
    setUpToken: null,
    publicUrl: 'http://127.0.0.1:8080',
    requestsPerMinute: 1,
    guessesPerMinute: 1,
    webFolder: null,
  })
  try {
    return `${JSON.stringify(describeApi(app), null, 2)}\n`
  } finally {
    await app.close()
  }
}
