import type { KyselyPlugin } from 'kysely'
import type { Tx } from '../database/database.ts'

/** Counts the rows that statements insert, change or delete; row locks and changes of nothing do not count. */
function countingWrites(): { readonly plugin: KyselyPlugin; rows(): bigint } {
  let rows = 0n
  return {
    plugin: {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        rows += result.numAffectedRows ?? 0n
        return result
      },
    },
    rows: () => rows,
  }
}

/**
 * Do `work` and make sure that what it wrote stands in the audit log: work that records nothing must have written nothing. What was
 * sent counts as written: nobody waits to hear how many rows it changed.
 */
export async function recorded<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  let notes = 0
  let sent = false
  const written = countingWrites()
  let watched: Tx['sql'] | undefined
  const { cityId, personal, author, now, recall } = tx
  const result = await work({
    cityId,
    personal,
    author,
    now,
    recall,
    afterCommit: (then) => tx.afterCommit(then),
    later: (task, payload) => tx.later(task, payload),
    get sql() {
      watched ??= tx.sql.withPlugin(written.plugin)
      return watched
    },
    send(statement) {
      sent = true
      tx.send(statement)
    },
    sendToRow(statement) {
      sent = true
      tx.sendToRow(statement)
    },
    record(...more) {
      notes += more.length
      tx.record(...more)
    },
  })
  if (notes === 0 && (sent || written.rows() > 0n)) throw new Error('written without an audit entry')
  return result
}
