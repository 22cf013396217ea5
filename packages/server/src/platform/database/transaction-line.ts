import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type pg from 'pg'
import { Batch, type Settle, type Statement } from './batch.ts'
import { meantBy, meetingItsRow } from './meeting.ts'
import { prepared } from './prepared.ts'

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

// They go with every transaction, so their connection parses them once, too.
const BEGIN = { text: 'begin', name: 'begin', values: [] }
const COMMIT = { text: 'commit', name: 'commit', values: [] }

const statementOf = (text: string, values: readonly unknown[], settle: Settle): Statement => ({
  query: prepared(text, values),
  settle,
})

/**
 * The line of one transaction to the database. What need not be heard of waits here and goes out, in order, with the next
 * statement whose answer somebody needs, or with the commit: so a transaction costs a round trip for each answer it decides by, and one for the commit.
 * Statements asked for at the same moment go out together.
 *
 * After a statement failed nothing goes out but a rollback: everything later is refused with that statement's error.
 */
export class TransactionLine implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #waiting: Statement[]
  #leaving = false
  /** something went out, so the database has a transaction to end */
  #begun = false
  #failure: { readonly error: unknown } | undefined
  #over = false

  constructor(client: pg.PoolClient) {
    this.#client = client
    this.#waiting = [{ query: BEGIN, settle: this.#heard() }]
  }

  /** What becomes of every statement: the first failure is the transaction's, and of everything that was passed over because of it. */
  #heard(then: Settle = () => {}): Settle {
    return (error, result) => {
      if (error !== undefined) this.#failure ??= { error }
      then(this.#failure?.error, result)
    }
  }

  #mustBeOpen(): void {
    if (this.#over) throw new Error('the transaction is over')
    if (this.#failure) throw this.#failure.error
  }

  #flush(): void {
    if (this.#waiting.length === 0) return
    this.#begun = true
    this.#client.query(new Batch(this.#waiting))
    this.#waiting = []
  }

  #ask(query: pg.QueryConfig): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      const settle = this.#heard((error, result) => {
        if (result && error === undefined) resolve(result)
        else reject(error)
      })
      this.#waiting.push({ query, settle })
    })
  }

  /** Let a statement go out with the next one, or with the commit. */
  send({ sql, parameters }: CompiledQuery): void {
    this.#mustBeOpen()
    this.#waiting.push(statementOf(sql, parameters, this.#heard()))
  }

  /** The same, of a statement that must meet its row: when it meets none, everything behind it fails with `OutOfDate`. */
  sendToRow({ sql, parameters }: CompiledQuery): void {
    this.#mustBeOpen()
    const heard = this.#heard()
    const settle: Settle = (error, result) => heard(meantBy(error), result)
    this.#waiting.push(statementOf(meetingItsRow(sql), parameters, settle))
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#mustBeOpen()
    const answered = this.#ask(prepared(sql, parameters))
    if (!this.#leaving) {
      this.#leaving = true
      queueMicrotask(() => {
        this.#leaving = false
        this.#flush()
      })
    }
    const { command, rowCount, rows } = await answered
    return CHANGING.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  streamQuery(): never {
    throw new Error('cursors are not used here')
  }

  /** Answers when everything is durable. @throws the error of whatever failed, also of a statement that nobody waited for */
  async commit(): Promise<void> {
    this.#mustBeOpen()
    this.#over = true
    const answered = this.#ask(COMMIT)
    this.#flush()
    const { command } = await answered
    if (command !== 'COMMIT') throw new Error(`the commit was answered by ${command}`)
  }

  /** Leave nothing behind. What still waits is never sent. */
  async rollback(): Promise<void> {
    this.#over = true
    this.#waiting = []
    if (this.#begun) await this.#client.query('rollback')
  }
}
