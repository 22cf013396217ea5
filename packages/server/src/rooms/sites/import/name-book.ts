import { comparable, type Flaw, flaw, nearestNames } from '@chuangcheng/domain'
import type { Reference } from '../register/site.ts'

/** A record that a file may name: by its name, its code or its short name. */
type Named = Reference & { readonly code: string; readonly shortName?: string | null }

type Reading = { readonly found: Reference } | { readonly flaw: Flaw }

const SIMILAR = 3

function groupBy(named: readonly Named[], writing: (one: Named) => string | null | undefined) {
  const groups = new Map<string, Named[]>()
  for (const one of named) {
    const written = writing(one)
    if (!written) continue
    const key = comparable(written)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

function unknown(written: string, candidates: readonly string[]): Flaw {
  const similar = nearestNames(written, candidates, SIMILAR)
  const code = similar.length > 0 ? 'name-unknown-similar' : 'name-unknown'
  return flaw(code, { value: written.slice(0, 60), similar: similar.join('、') })
}

/**
 * Reads what people write for a record (按名称或编码查找): first as a name, then as a code, then as a short name. Each writing is looked
 * up once, however many rows have it.
 */
export function nameBook(named: readonly Named[]): (written: string) => Reading {
  const ways = [
    groupBy(named, ({ name }) => name),
    groupBy(named, ({ code }) => code),
    groupBy(named, ({ shortName }) => shortName),
  ]
  const candidates = [
    ...new Set(named.flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name]))),
  ]
  const read = (written: string): Reading => {
    const key = comparable(written)
    const matches = ways.map((way) => way.get(key)).find((found) => found !== undefined)
    if (!matches) return { flaw: unknown(written, candidates) }
    const [first, ...others] = matches
    if (first && others.length === 0) return { found: { id: first.id, name: first.name } }
    return { flaw: flaw('name-ambiguous', { value: written.slice(0, 60), count: matches.length }) }
  }
  const readings = new Map<string, Reading>()
  return (written) => {
    const reading = readings.get(written) ?? read(written)
    readings.set(written, reading)
    return reading
  }
}
