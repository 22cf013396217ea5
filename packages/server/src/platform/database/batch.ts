import pg from 'pg'

/** What becomes of one statement of a batch: its result, or the error because of which it did nothing. */
export type Settle = (error: unknown, result: pg.QueryResult | undefined) => void

/** A statement and who hears what became of it. */
export type Statement = { readonly query: pg.QueryConfig; readonly settle: Settle }

/** The side of pg's connection and query that pg uses itself and any query of one's own must; its types leave it out. */
type Connection = pg.Connection & {
  readonly submittedNamedStatements: Record<string, string>
}
type Part = {
  readonly name: string | undefined
  readonly text: string
  submit(connection: Connection): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
  handleReadyForQuery(connection: Connection): void
  handleError(error: unknown, connection: Connection): void
}

/** The message that ends a batch: its letter, and the length of the length. */
const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4)

type Collecting = { readonly connection: Connection; messages: Uint8Array[] }
const collectings = new WeakMap<Connection, Collecting>()

/**
 * What the parts of a batch submit themselves to: it gathers their messages, so that they leave in one piece. Every part would end itself with
 * a Sync, and close its statement when it cannot be sent; the batch has one Sync, at its end. One for each connection, because laying it
 * out costs more than a statement does.
 */
function collectingFor(connection: Connection): Collecting {
  const known = collectings.get(connection)
  if (known) return known
  const collecting: Collecting = {
    connection: Object.create(connection, {
      stream: {
        value: {
          writable: true,
          cork() {},
          uncork() {},
          write: (message: Uint8Array) => collecting.messages.push(message),
        },
      },
      sync: { value: () => {} },
      close: { value: () => {} },
    }),
    messages: [],
  }
  collectings.set(connection, collecting)
  return collecting
}

/**
 * Statements that go to PostgreSQL in one message and are answered in one: a round trip and two system calls for all of them. They
 * are worked off in order; the first that fails ends the batch, and PostgreSQL passes over what stands behind it – a commit too.
 * Whoever waits for one of those hears the error of the one that failed.
 *
 * Give it to the `query` of a client that is not in pg's pipeline mode.
 */
export class Batch implements pg.Submittable {
  readonly #parts: readonly Part[]
  #current = 0
  /** why a statement could not even be sent: a value that nobody can write down */
  #unsendable: { readonly error: unknown } | undefined
  #submitting = false

  constructor(statements: readonly Statement[]) {
    this.#parts = statements.map(({ query, settle }) => {
      const part = new pg.Query(query.text, query.values, (error, result) => {
        if (this.#submitting) this.#unsendable = { error }
        else settle(error ?? undefined, result)
      })
      // Given as a whole, they would be copied property by property. Also `begin` and `commit` go by the extended protocol.
      return Object.assign(part as unknown as Part, { name: query.name, queryMode: 'extended' }) // see Part
    })
  }

  /** The client notes by these two which statement the connection has parsed. */
  get name(): string | undefined {
    return this.#parts[this.#current]?.name
  }
  get text(): string | undefined {
    return this.#parts[this.#current]?.text
  }

  submit(open: pg.Connection): void {
    const connection = open as Connection // see Connection
    const collecting = collectingFor(connection)
    collecting.messages = []
    this.#submitting = true
    try {
      for (const part of this.#parts) {
        part.submit(collecting.connection)
        if (this.#unsendable) break
      }
    } finally {
      this.#submitting = false
    }
    connection.stream.write(Buffer.concat([...collecting.messages, SYNC]))
  }

  handleRowDescription(message: unknown): void {
    this.#parts[this.#current]?.handleRowDescription(message)
  }
  handleDataRow(message: unknown): void {
    this.#parts[this.#current]?.handleDataRow(message)
  }
  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#parts[this.#current]?.handleCommandComplete(message, connection)
    this.#current += 1
  }
  handleReadyForQuery(connection: Connection): void {
    if (this.#unsendable) this.handleError(this.#unsendable.error, connection)
    else for (const part of this.#parts) part.handleReadyForQuery(connection)
  }

  /** Of the statements before the failed one, the answers stand. */
  handleError(error: unknown, connection: Connection): void {
    for (const done of this.#parts.slice(0, this.#current)) done.handleReadyForQuery(connection)
    for (const passedOver of this.#parts.slice(this.#current)) {
      // Sent to be parsed and passed over: the next time it must be sent again.
      if (passedOver.name !== undefined) delete connection.submittedNamedStatements[passedOver.name]
      passedOver.handleError(error, connection)
    }
  }
}
