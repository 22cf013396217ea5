import pg from 'pg'

/** The database role as which the service works: it may only insert into and read append-only tables. */
export const SERVICE_ROLE = 'chuangcheng_service'

const { builtins } = pg.types
// Instants leave as ISO text in UTC, dates stay dates, counts are numbers: no room converts. Our decimals have at most twelve digits,
// which a double holds and gives back unchanged.
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(builtins.DATE, (text) => text)
pg.types.setTypeParser(builtins.INT8, (text) => Number(text))
pg.types.setTypeParser(builtins.NUMERIC, (text) => Number(text))

const MOST_CONNECTIONS = 12

/** Open a pool. With `role`, every connection works as that role from its first statement on. */
export function openPool(url: string, role: string | null, most = MOST_CONNECTIONS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    idleTimeoutMillis: 60_000,
    ...(role === null ? {} : { options: `-c role=${role} -c idle_in_transaction_session_timeout=120s` }),
  })
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return pool
}
