import { CompiledQuery, type Kysely, type QueryResult } from 'kysely'
import type { Tables } from './database.ts'

/** A statement whose text stands fast, with the values to fill in. */
export class FixedStatement<R> {
  readonly #text: string
  readonly #values: readonly unknown[]

  constructor(text: string, values: readonly unknown[]) {
    this.#text = text
    this.#values = values
  }

  compile(): CompiledQuery<R> {
    return CompiledQuery.raw(this.#text, [...this.#values]) as CompiledQuery<R> // kysely cannot know the rows of a text either
  }

  execute(on: Kysely<Tables>): Promise<QueryResult<R>> {
    return on.executeQuery(this.compile())
  }
}

const texts = new WeakMap<TemplateStringsArray, string>()

/**
 * Like `sql` of kysely, for statements that run with every request: everything between the braces is a value. Kysely lays a statement
 * out anew each time it runs; here the text is put together the first time.
 */
export function fixed<R>(parts: TemplateStringsArray, ...values: readonly unknown[]): FixedStatement<R> {
  const known = texts.get(parts)
  const text = known ?? parts.reduce((before, part, place) => `${before}$${place}${part}`)
  if (known === undefined) texts.set(parts, text)
  return new FixedStatement<R>(text, values)
}
