import { type Flaw, flaw } from '../import/finding.ts'
import { nearestNames } from '../import/nearest-names.ts'
import { comparable, tidyText } from '../import/plain-text.ts'
import { splitList } from './sheet-values.ts'

/** A record that a sheet may name: by its full name, its short name or its code. */
export type NamedRecord = {
  readonly id: string
  readonly name: string
  readonly otherNames: readonly string[]
}

export type NameReading = { readonly id: string } | { readonly flaw: Flaw }

/** Records by what people call them (名称对照). Every distinct name, and every distinct list of names, is looked at once. */
export class SheetNames {
  readonly #ids = new Map<string, Set<string>>()
  readonly #names: readonly string[]
  readonly #readings = new Map<string, NameReading>()
  readonly #lists = new Map<string, string[]>()

  constructor(records: readonly NamedRecord[]) {
    this.#names = [...new Set(records.flatMap(({ name, otherNames }) => [name, ...otherNames]))]
    for (const { id, name, otherNames } of records) {
      for (const known of [name, ...otherNames]) {
        const key = comparable(known)
        this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id))
      }
    }
  }

  knows(name: string): boolean {
    return this.#ids.has(comparable(name))
  }

  find(name: string): NameReading {
    const key = comparable(name)
    const known = this.#readings.get(key)
    if (known) return known
    const reading = this.#look(name, key)
    this.#readings.set(key, reading)
    return reading
  }

  #look(name: string, key: string): NameReading {
    const ids = [...(this.#ids.get(key) ?? [])]
    const value = name.slice(0, 60)
    if (ids.length > 1) return { flaw: flaw('name-ambiguous', { value, count: ids.length }) }
    if (ids[0] !== undefined) return { id: ids[0] }
    const similar = nearestNames(name, this.#names)
    if (similar.length === 0) return { flaw: flaw('name-unknown', { value }) }
    return { flaw: flaw('name-unknown-similar', { value, similar: similar.join('、') }) }
  }

  /** The names in a cell: whole if it is one, else between signs, and between blanks and slashes where that yields known names. */
  namesIn(text: string): string[] {
    const known = this.#lists.get(text)
    if (known) return known
    const names = this.#split(text)
    this.#lists.set(text, names)
    return names
  }

  #split(text: string): string[] {
    if (this.knows(text)) return [text]
    return splitList(text).flatMap((part) => {
      if (this.knows(part)) return [part]
      const finer = splitList(part, /[\s/／]/u)
      return finer.length > 1 && finer.some((name) => this.knows(name)) ? finer : [tidyText(part)]
    })
  }
}
