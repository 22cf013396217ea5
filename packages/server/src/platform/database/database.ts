import {
  type CompiledQuery,
  type Driver,
  Kysely,
  PostgresDialect,
  type QueryExecutorProvider,
  sql,
  Transaction,
} from 'kysely'
import type pg from 'pg'
import type { PersonalData } from '../personal-data.ts'
import { preparedPool } from './prepared.ts'
import { mayBeMemorysFault, NOTHING_RECALLED, type Recall, type Recalling, recalling } from './recalling.ts'
import type { DB } from './tables.gen.ts'
import { TransactionLine } from './transaction-line.ts'

export type Tables = DB

/** A handle that may look (queries). The city it looks at rides on it. */
export type Reader = {
  readonly cityId: string
  readonly sql: Kysely<Tables>
  /** seals and opens what identifies a person */
  readonly personal: PersonalData
}

/** What an audit entry will say: which action did what to which record. */
export type Note = {
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly before: unknown
  readonly after: unknown
  /** fields of `before` and `after` that are sealed under the subject's key, because they identify a person */
  readonly personal?: readonly string[]
}

/** Who writes: somebody signed in, or the system itself (`userId` null). */
export type Author = {
  readonly cityId: string
  readonly userId: string | null
  readonly name: string
}

/** A statement by kysely: a builder, or a template of `sql`. */
export type Sendable = { compile(executor: QueryExecutorProvider): CompiledQuery }

/** A handle that may write (actions), inside one transaction. */
export type Tx = {
  readonly cityId: string
  readonly sql: Transaction<Tables>
  readonly personal: PersonalData
  readonly author: Author
  /** the instant of the transaction, ISO UTC */
  readonly now: string
  /**
   * Write what nobody needs an answer to. It goes out, in order, with the next statement or with the commit, and costs no round trip of
   * its own; every later statement sees it. When it fails, the next statement or the commit is refused with its error, and nothing of
   * the transaction stays.
   */
  send(statement: Sendable): void
  /**
   * Send a write that must meet its row – `where id = … and revision = …`. Where it meets none, the transaction fails with `OutOfDate`
   * and nothing of it stays.
   */
  sendToRow(statement: Sendable): void
  /**
   * What this process remembers under `key`, to save the round trip of reading it. The work must write it by `sendToRow`, which is how
   * the database confirms it; work that refuses, writes nothing or meets no row on the strength of a memory is done again without.
   */
  readonly recall: Recall
  /** Leave an audit entry; it is written with the transaction. */
  record(...notes: readonly Note[]): void
  /** Do something once the transaction is durable (forget a cache); never for work that must not be lost: that is `later`. */
  afterCommit(work: () => void): void
  /** Put a job on the queue, in the same transaction. */
  later(task: string, payload: Record<string, unknown>): Promise<void>
}

type BeforeCommit = (tx: Tx, notes: readonly Note[]) => Promise<void>

export class Database {
  readonly #sql: Kysely<Tables>
  readonly #dialect: PostgresDialect
  readonly #driver: Driver
  readonly pool: pg.Pool
  readonly clock: () => Date
  #beforeCommit: BeforeCommit = async () => {}
  #personal: PersonalData | undefined

  constructor(pool: pg.Pool, clock: () => Date) {
    this.pool = pool
    this.clock = clock
    this.#dialect = new PostgresDialect({ pool: preparedPool(pool) })
    this.#driver = this.#dialect.createDriver()
    this.#sql = new Kysely<Tables>({ dialect: this.#dialect })
  }

  /** What happens to the notes of a transaction before it commits: the audit room writes them. Called once, by the composition root. */
  writesNotesBy(work: BeforeCommit): void {
    this.#beforeCommit = work
  }

  /** Who seals and opens personal data. Called once, by the composition root. */
  sealsPersonalDataBy(personal: PersonalData): void {
    this.#personal = personal
  }

  get #sealing(): PersonalData {
    if (!this.#personal) throw new Error('nobody said who seals personal data')
    return this.#personal
  }

  reader(cityId: string): Reader {
    return { cityId, sql: this.#sql, personal: this.#sealing }
  }

  /** Before anybody is signed in: which cities there are. The one place that reads across cities. */
  everyCity(): Promise<{ id: string; code: string; name: string }[]> {
    return this.#sql.selectFrom('city').select(['city_id as id', 'code', 'name']).orderBy('code').execute()
  }

  /**
   * Read, decide, write: one promise, one transaction. Whatever throws inside leaves nothing behind. Work that was refused or wrote nothing
   * on the strength of a memory is done once more, on a new transaction that remembers nothing.
   */
  async transact<T>(author: Author, work: (tx: Tx) => Promise<T>): Promise<T> {
    const memory = recalling()
    try {
      const { answer, wrote } = await this.#attempt(author, work, memory)
      if (wrote || !memory.relied()) return answer
    } catch (error) {
      if (!memory.relied() || !mayBeMemorysFault(error)) throw error
    }
    return (await this.#attempt(author, work, NOTHING_RECALLED)).answer
  }

  async #attempt<T>(
    author: Author,
    work: (tx: Tx) => Promise<T>,
    { recall }: Recalling,
  ): Promise<{ readonly answer: T; readonly wrote: boolean }> {
    const notes: Note[] = []
    const afterwards: (() => void)[] = []
    const answer = await this.#onLine(async (line) => {
      // Laid out only for those who use it: a change that sends all it writes does not.
      let transaction: Transaction<Tables> | undefined
      const opened = () => {
        transaction ??= this.#transactionOn(line)
        return transaction
      }
      const provider: QueryExecutorProvider = { getExecutor: () => opened().getExecutor() }
      const tx: Tx = {
        cityId: author.cityId,
        get sql() {
          return opened()
        },
        personal: this.#sealing,
        author,
        now: this.clock().toISOString(),
        send: (statement) => line.send(statement.compile(provider)),
        sendToRow: (statement) => line.sendToRow(statement.compile(provider)),
        recall,
        record: (...more) => void notes.push(...more),
        afterCommit: (then) => void afterwards.push(then),
        later: (task, payload) => addJob(opened(), task, payload),
      }
      const said = await work(tx)
      if (notes.length > 0) await this.#beforeCommit(tx, notes)
      return said
    })
    for (const then of afterwards) then()
    return { answer, wrote: notes.length > 0 }
  }

  /** Kysely's own transactions wait for every statement before they let the next one go; on our line they travel together. */
  #transactionOn(line: TransactionLine): Transaction<Tables> {
    const executor = this.#sql
      .getExecutor()
      .withConnectionProvider({ provideConnection: (consumer) => consumer(line) })
    const dialect = this.#dialect
    return new Transaction({ config: { dialect }, driver: this.#driver, dialect, executor })
  }

  /** Do `work` on a connection, between its begin and its commit. */
  async #onLine<T>(work: (line: TransactionLine) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    const line = new TransactionLine(client)
    let broken = false
    try {
      const result = await work(line)
      await line.commit()
      return result
    } catch (error) {
      // A connection that cannot even roll back is given up; the database then does it.
      broken = await line.rollback().then(
        () => false,
        () => true,
      )
      throw error
    } finally {
      client.release(broken)
    }
  }

  async close(): Promise<void> {
    await this.#sql.destroy()
  }
}

async function addJob(
  transaction: Transaction<Tables>,
  task: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json)`.execute(
    transaction,
  )
}
