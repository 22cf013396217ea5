const REMEMBERED_MS = 30_000
const MOST_REMEMBERED = 5_000

/** When what is remembered was seen: before how many forgettings, and until when it may be remembered. */
export type Sight = { readonly forgettings: number; readonly until: number }

/** Something remembered, and when it was seen. */
export type Remembered<V> = { readonly value: V; readonly sight: Sight }

/**
 * Rows as this process saw them a moment ago. A memory decides nothing: what is written on its strength goes out by `tx.sendToRow`, which
 * meets only the row that was remembered. Each memory serves once; a write that succeeds says what to remember from then on.
 */
export class Memory<V> {
  readonly #kept = new Map<string, Remembered<V>>()
  #forgettings = 0

  /** Look before you read: what is forgotten while the rows are on their way shall not be remembered by them. */
  look(): Sight {
    return { forgettings: this.#forgettings, until: performance.now() + REMEMBERED_MS }
  }

  /** Remember what was seen at `sight`, unless everything was forgotten since. */
  keep(key: string, value: V, sight: Sight): void {
    if (sight.forgettings !== this.#forgettings) return
    if (this.#kept.size >= MOST_REMEMBERED) this.#kept.clear()
    this.#kept.set(key, { value, sight })
  }

  take(key: string): Remembered<V> | null {
    const found = this.#kept.get(key)
    if (!found) return null
    this.#kept.delete(key)
    return found.sight.until < performance.now() ? null : found
  }

  forget(): void {
    this.#forgettings++
    this.#kept.clear()
  }
}
