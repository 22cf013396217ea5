import pg from 'pg'
import { openEngine } from '../platform/engine/open-engine.ts'

// A server to be killed: opens the engine of CHUANGCHENG_DATA, writes a row, says so on the output, and waits.
const engine = await openEngine({ env: process.env, log: () => undefined })
const client = new pg.Client({ connectionString: engine.url })
await client.connect()
await client.query('create table if not exists acknowledged (by integer)')
await client.query('insert into acknowledged values ($1)', [process.pid])
console.log('written')
setInterval(() => undefined, 60_000)
