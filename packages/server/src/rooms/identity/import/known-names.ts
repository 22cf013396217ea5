import { type Flaw, flaw, nearestNames } from '@chuangcheng/domain'
import { findText } from '../../../platform/http/problem-text.ts'

/** Names that a cell may use for records, folded; asks for similar ones once per unknown name. */
export class KnownNames {
  readonly #ids: ReadonlyMap<string, string>
  readonly #shown: readonly string[]
  readonly #flaws = new Map<string, Flaw>()

  /** @param shown what is offered when a name is unknown */
  constructor(names: Iterable<readonly [name: string, id: string]>, shown: readonly string[]) {
    this.#ids = new Map([...names].map(([name, id]) => [name.toLowerCase(), id]))
    this.#shown = shown
  }

  /** The id behind a name; null for an empty cell; undefined when nobody has the name. */
  find(name: string | null): string | null | undefined {
    return name === null ? null : this.#ids.get(name.toLowerCase())
  }

  unknown(name: string): Flaw {
    const known = this.#flaws.get(name)
    if (known) return known
    const similar = nearestNames(name, this.#shown)
    const code = similar.length > 0 ? 'name-unknown-similar' : 'name-unknown'
    const found = flaw(code, { value: name, similar: similar.join('、') })
    this.#flaws.set(name, found)
    return found
  }
}

const withoutNote = (name: string): string => name.replace(/\s*[（(].*[）)]$/, '')

/** A role is written by its name in the city, its Chinese or English label, with or without the note in brackets, or its key. */
export function roleNames(roles: readonly { key: string; name: string }[]): KnownNames {
  const names = roles.flatMap(({ key, name }) => {
    const labels = [findText('zh-CN', `role.${key}`), findText('en', `role.${key}`)].filter(
      (label) => label !== null,
    )
    return [...labels.map(withoutNote), ...labels, withoutNote(name), name, key].map(
      (one) => [one, key] as const,
    )
  })
  return new KnownNames(
    names,
    roles.map(({ name }) => name),
  )
}

export const codeNames = (records: readonly { code: string; id: string }[]): KnownNames =>
  new KnownNames(
    records.map(({ code, id }) => [code, id] as const),
    records.map(({ code }) => code),
  )
