import type { Column, ColumnMapping } from './column.ts'
import { comparable } from './plain-text.ts'

const decoration = /[*:"'“”‘’_\-/\\.,、。;]+/gu
const bracketed = /[([{【〔《<][^)\]}】〕》>]*[)\]}】〕》>]/gu

/** A header (表头) as it is compared: half-width, lower case, no blanks, stars or colons. Brackets stay. */
export const normalizeHeader = (header: string): string => comparable(header).replace(decoration, '')

const withoutBrackets = (header: string): string => normalizeHeader(comparable(header).replace(bracketed, ''))

const knownNames = (column: Column): string[] => [column.zh, column.en, column.field, ...column.aliases]

type Likeness = (header: string, column: Column) => boolean

/** From the surest likeness to the weakest: 经度(GCJ-02) is first looked for with its bracket, then without. */
const likenesses: readonly Likeness[] = [
  (header, column) => normalizeHeader(header) === normalizeHeader(column.zh),
  (header, column) => knownNames(column).some((name) => normalizeHeader(name) === normalizeHeader(header)),
  (header, column) => knownNames(column).some((name) => withoutBrackets(name) === withoutBrackets(header)),
  (header, column) => {
    const bare = withoutBrackets(header)
    return [column.zh, ...column.aliases].some((name) => {
      const known = withoutBrackets(name)
      return known.length >= 2 && bare.length <= known.length + 4 && bare.endsWith(known)
    })
  },
]

/**
 * Proposes which header of a file feeds which field (建议列映射). Each header is used once; of two equal headers the first wins.
 * @returns for every column of `columns` the index into `headers`, or null.
 */
export function suggestMapping<Field extends string>(
  headers: readonly string[],
  columns: readonly Column<Field>[],
): ColumnMapping<Field> {
  const found = new Map<Field, number>()
  const taken = new Set<number>()
  for (const isLike of likenesses) {
    for (const column of columns) {
      if (found.has(column.field)) continue
      const index = headers.findIndex(
        (header, at) => !taken.has(at) && withoutBrackets(header) !== '' && isLike(header, column),
      )
      if (index < 0) continue
      found.set(column.field, index)
      taken.add(index)
    }
  }
  const mapping = columns.map((column) => [column.field, found.get(column.field) ?? null])
  return Object.fromEntries(mapping) as ColumnMapping<Field> // fromEntries forgets the literal keys
}

/** How many of the known names stand in these cells: the header row is the row with most. */
export function countKnownHeaders(cells: readonly string[], names: ReadonlySet<string>): number {
  const hits = new Set<string>()
  for (const cell of cells) {
    for (const form of [normalizeHeader(cell), withoutBrackets(cell)]) if (names.has(form)) hits.add(form)
  }
  return hits.size
}

/** Every normalised name the columns are known by, for {@link countKnownHeaders}. */
export const headerNames = (columns: readonly Column[]): Set<string> =>
  new Set(columns.flatMap(knownNames).flatMap((name) => [normalizeHeader(name), withoutBrackets(name)]))

/**
 * A short fingerprint of a file's headers (表头指纹), to remember the mapping a person chose: equal headers in equal order,
 * blanks and full-width forms aside, give equal fingerprints. 64-bit FNV-1a; no secret, collisions only cost a wrong proposal.
 */
export function headerSignature(headers: readonly string[]): string {
  let hash = 0xcbf29ce484222325n
  for (const character of headers.map(normalizeHeader).join('\n')) {
    hash ^= BigInt(character.codePointAt(0) ?? 0)
    hash = BigInt.asUintN(64, hash * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
