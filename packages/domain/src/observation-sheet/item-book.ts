import { nearestNames } from '../import/nearest-names.ts'
import { comparable } from '../import/plain-text.ts'
import { bareWords, canonicalCode, type SaidItem, speaksOf } from './said-item.ts'

/** A criterion as rows of a sheet may name it (可对照的测评标准); the indicators above it from the top. */
export type NamedCriterion = {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly points: number | null
  readonly above: readonly { readonly id: string; readonly code: string; readonly text: string }[]
}

/** Which criterion an item is (测评项对照结果), or those it may be, the likeliest first. */
export type ItemReading =
  | { readonly criterionId: string }
  | { readonly criterionId: null; readonly nearest: readonly string[] }

/** An indicator with the criteria below it, in the order of the tree. */
type Group = { readonly code: string; readonly words: string; readonly criteria: NamedCriterion[] }

const MOST_SUGGESTED = 5

const lastPart = (code: string): string => canonicalCode(code).split('.').at(-1) ?? ''

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

function indexBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const index = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === '') continue
    const known = index.get(key)
    if (known) known.push(one)
    else index.set(key, [one])
  }
  return index
}

function groupsOf(criteria: readonly NamedCriterion[]): Group[] {
  const groups = new Map<string, Group>()
  for (const criterion of criteria) {
    for (const { id, code, text } of criterion.above) {
      const group = groups.get(id) ?? { code: canonicalCode(code), words: bareWords(text), criteria: [] }
      group.criteria.push(criterion)
      groups.set(id, group)
    }
  }
  return [...groups.values()]
}

/** Criteria of a framework version by what sheets call them (测评项对照). Each distinct item is looked at once. */
export class ItemBook {
  readonly #criteria: readonly NamedCriterion[]
  readonly #byCode: ReadonlyMap<string, NamedCriterion[]>
  readonly #byText: ReadonlyMap<string, NamedCriterion[]>
  readonly #groupsByCode: ReadonlyMap<string, Group[]>
  readonly #groupsByWords: ReadonlyMap<string, Group[]>
  readonly #readings = new Map<string, ItemReading>()

  constructor(criteria: readonly NamedCriterion[]) {
    const groups = groupsOf(criteria)
    this.#criteria = criteria
    this.#byCode = indexBy(criteria, ({ code }) => canonicalCode(code))
    this.#byText = indexBy(criteria, ({ text }) => bareWords(text))
    this.#groupsByCode = indexBy(groups, ({ code }) => code)
    this.#groupsByWords = indexBy(groups, ({ words }) => words)
  }

  read(item: SaidItem): ItemReading {
    const known = this.#readings.get(item.said)
    if (known) return known
    const found = this.#byItsCode(item) ?? this.#underItsIndicator(item) ?? this.#byItsText(item)
    const reading = found
      ? { criterionId: found.id }
      : { criterionId: null, nearest: this.#nearest(item).map(({ id }) => id) }
    this.#readings.set(item.said, reading)
    return reading
  }

  #withItsCode({ itemNumber, subNumber }: SaidItem): NamedCriterion | null {
    const parts = [itemNumber, subNumber].filter((part) => part !== null)
    return only(this.#byCode.get(canonicalCode(parts.join('.'))) ?? [])
  }

  /** Numbers alone are believed; with words beside them only where these speak of the same thing. */
  #byItsCode(item: SaidItem): NamedCriterion | null {
    const found = this.#withItsCode(item)
    if (!found) return null
    const words = [item.itemText, item.subText].filter((text) => bareWords(text) !== '')
    const names = [found.text, ...found.above.map(({ text }) => text)]
    const agrees = words.length === 0 || words.some((word) => names.some((name) => speaksOf(word, name)))
    return agrees ? found : null
  }

  #groupsFor({ itemNumber, itemText }: SaidItem): readonly Group[] {
    const words = bareWords(itemText)
    const byWords = this.#groupsByWords.get(words) ?? []
    if (words !== '') {
      const numbered = byWords.filter(({ code }) => code === itemNumber)
      return numbered.length > 0 ? numbered : byWords
    }
    return itemNumber === null ? [] : (this.#groupsByCode.get(itemNumber) ?? [])
  }

  #underItsIndicator(item: SaidItem): NamedCriterion | null {
    const found = this.#groupsFor(item).flatMap(({ criteria }) => inGroup(criteria, item) ?? [])
    return only([...new Set(found)])
  }

  #byItsText({ itemText, subNumber, subText }: SaidItem): NamedCriterion | null {
    const words = bareWords(subText) || (subNumber === null ? bareWords(itemText) : '')
    return words === '' ? null : only(this.#byText.get(words) ?? [])
  }

  #nearest(item: SaidItem): NamedCriterion[] {
    const words = `${item.itemText}${item.subText}` || item.said
    const byName = new Map<string, NamedCriterion>()
    for (const group of this.#groupsFor(item)) for (const one of group.criteria) byName.set(one.id, one)
    const named = indexBy(this.#criteria, ({ text }) => comparable(text))
    const above = indexBy(this.#criteria, (one) => comparable(one.above.at(-1)?.text ?? ''))
    const alike = nearestNames(words, [...named.keys(), ...above.keys()], MOST_SUGGESTED).flatMap((name) => [
      ...(named.get(name) ?? []),
      ...(above.get(name) ?? []),
    ])
    const suggested = [this.#withItsCode(item), ...byName.values(), ...alike].filter((one) => one !== null)
    return [...new Set(suggested)].slice(0, MOST_SUGGESTED)
  }
}

/** The criterion of an indicator that is meant: by its words, by its number, or the only one there is. */
function inGroup(
  criteria: readonly NamedCriterion[],
  { subNumber, subText }: SaidItem,
): NamedCriterion | null {
  const words = bareWords(subText)
  const byWords = words === '' ? null : only(criteria.filter(({ text }) => bareWords(text) === words))
  if (byWords) return byWords
  if (subNumber !== null) return only(criteria.filter(({ code }) => lastPart(code) === subNumber))
  return words === '' ? only(criteria) : null
}
