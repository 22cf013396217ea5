import { comparable } from '../import/plain-text.ts'
import { bareWords, type SaidItem, speaksOf } from './said-item.ts'

/** A framework as the items of a sheet make it (由观测表生成的体系): an item is an indicator, a sub-item a criterion below it. */
export type ItemsFramework = {
  readonly indicators: readonly {
    readonly code: string
    readonly text: string
    readonly criteria: readonly { readonly code: string; readonly text: string }[]
  }[]
  /** code of the criterion of every item as said; those that name nothing are left out */
  readonly codes: ReadonlyMap<string, string>
}

const LONGEST_TEXT = 500
const order = new Intl.Collator('zh-CN', { numeric: true })

type Below = { readonly number: string | null; text: string; readonly said: string[] }
type Indicator = { readonly number: string | null; text: string; readonly below: Map<string, Below> }

const keyOfSub = ({ subNumber, subText }: SaidItem): string => subNumber ?? `=${bareWords(subText)}`

const namesNothing = ({ itemNumber, itemText, subText }: SaidItem): boolean =>
  itemNumber === null && comparable(itemText) === '' && comparable(subText) === ''

/** The same number with words of something else is another item: several sheets may each count from 1. */
function isSameItem({ number, text }: Indicator, { itemNumber, itemText }: SaidItem): boolean {
  const words = bareWords(itemText)
  if (itemNumber === null || number === null) return words === bareWords(text) && words !== ''
  return itemNumber === number && (words === '' || text === '' || speaksOf(itemText, text))
}

function gather(items: readonly SaidItem[]): Indicator[] {
  const indicators: Indicator[] = []
  // An item without a number is the one of the same words that has one.
  const numberedFirst = [...items].sort(
    (a, b) => Number(a.itemNumber === null) - Number(b.itemNumber === null),
  )
  for (const item of numberedFirst) {
    if (namesNothing(item)) continue
    let indicator = indicators.find((one) => isSameItem(one, item))
    if (!indicator) {
      indicator = { number: item.itemNumber, text: '', below: new Map() }
      indicators.push(indicator)
    }
    indicator.text ||= item.itemText
    const below = indicator.below.get(keyOfSub(item)) ?? { number: item.subNumber, text: '', said: [] }
    below.text ||= item.subText
    below.said.push(item.said)
    indicator.below.set(keyOfSub(item), below)
  }
  return indicators
}

/** Every one with a number of its own: where there is none, or another has it, the first that is free. */
function numbered<T extends { readonly number: string | null }>(
  all: readonly T[],
): { readonly one: T; readonly number: string }[] {
  const said = new Set(all.flatMap(({ number }) => number ?? []))
  const taken = new Set<string>()
  let next = 1
  const free = (): string => {
    while (said.has(String(next))) next++
    said.add(String(next))
    return String(next)
  }
  return all
    .map((one) => {
      const number = one.number === null || taken.has(one.number) ? free() : one.number
      taken.add(number)
      return { one, number }
    })
    .sort((a, b) => order.compare(a.number, b.number))
}

/**
 * Make a framework from the items of a sheet (由观测表生成测评体系): items in the order of their numbers, each distinct sub-item below its item.
 * @param items every distinct item of the sheet, in the order of its rows
 */
export function frameworkFromItems(items: readonly SaidItem[]): ItemsFramework {
  const codes = new Map<string, string>()
  const indicators = numbered(gather(items)).map(({ one: { text: said, below }, number }) => {
    const text = (said || `测评项目${number}`).slice(0, LONGEST_TEXT)
    const criteria = numbered([...below.values()]).map(({ one, number: last }) => {
      const code = `${number}.${last}`
      for (const name of one.said) codes.set(name, code)
      const called = one.text || (below.size === 1 ? text : `${text}（${last}）`)
      return { code, text: called.slice(0, LONGEST_TEXT) }
    })
    return { code: number, text, criteria }
  })
  return { indicators, codes }
}
