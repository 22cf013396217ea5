import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

const MOST_STATEMENTS = 400
const names = new Map<string, string>()

/** A short name for a statement, the same for the same text; undefined for texts beyond those we keep. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  names.set(text, name)
  return name
}

/** A statement that its connection parses and plans once, when it has values to fill in. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = values.length > 0 ? nameOf(text) : undefined
  return { text, values: [...values], ...(name === undefined ? {} : { name }) }
}

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const query = (statement: string | PostgresCursor<unknown>, values: readonly unknown[] = []) => {
    if (typeof statement !== 'string') throw new Error('cursors are not used here')
    return client.query(prepared(statement, values))
  }
  // Overloaded in kysely: a text with its values, or a cursor, which we refuse.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

/**
 * A pool whose connections parse and plan every statement once. Planning the joins of a page cost more than running them, and the texts
 * are few, because lists go in as arrays.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? preparing(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}
