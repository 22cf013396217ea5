import type { Rule } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type BookRows, type NamedDuty, readBookRows } from './book-queries.ts'

/** Where an area lies: its ancestors from the city down with itself last, and the two levels figures are kept by. */
export type AreaPlace = {
  readonly path: readonly string[]
  readonly districtId: string | null
  readonly subdistrictId: string | null
}

/** How an item feeds a criterion. */
export type Feeding = { readonly criterionId: string; readonly weight: number }

/** The rule book of a city under one framework version, laid out for look-ups: who answers for what, and which item feeds what. */
export type RuleBook = {
  readonly revision: number
  readonly places: ReadonlyMap<string, AreaPlace>
  readonly organizationNames: ReadonlyMap<string, string>
  readonly dutiesByArea: ReadonlyMap<string, readonly NamedDuty[]>
  readonly dutiesByCategory: ReadonlyMap<string, readonly NamedDuty[]>
  readonly dutiesByCriterion: ReadonlyMap<string, readonly NamedDuty[]>
  readonly feedings: ReadonlyMap<string, readonly Feeding[]>
  readonly rules: ReadonlyMap<string, Rule | null>
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function placesOf(areas: BookRows['areas']): Map<string, AreaPlace> {
  const levels = new Map(areas.map(({ id, level }) => [id, level]))
  const onPath = (path: readonly string[], level: string) =>
    path.find((id) => levels.get(id) === level) ?? null
  return new Map(
    areas.map(({ id, path }) => [
      id,
      { path, districtId: onPath(path, 'district'), subdistrictId: onPath(path, 'subdistrict') },
    ]),
  )
}

const bookOf = ({ revision, areas, organizations, duties, ties, criteria }: BookRows): RuleBook => ({
  revision,
  places: placesOf(areas),
  organizationNames: new Map(organizations.map(({ id, name }) => [id, name])),
  dutiesByArea: grouped(duties, ({ areaId }) => areaId),
  dutiesByCategory: grouped(duties, ({ category }) => category),
  dutiesByCriterion: grouped(duties, ({ criterionId }) => criterionId),
  feedings: grouped(ties, ({ itemId }) => itemId),
  rules: new Map(criteria.map(({ id, rule }) => [id, rule])),
})

const MOST_BOOKS = 16
const books = new Map<string, RuleBook>()

/**
 * The rule book at this revision or a later one: from memory while it is that new, else read anew. Reading all of it for every visit would
 * cost more than the visit.
 */
export async function ruleBookAt(reader: Reader, versionId: string, revision: number): Promise<RuleBook> {
  const key = `${reader.cityId}/${versionId}`
  const known = books.get(key)
  if (known && known.revision >= revision) return known
  const book = bookOf(await readBookRows(reader, versionId))
  if (books.size >= MOST_BOOKS) books.clear()
  books.set(key, book)
  return book
}
