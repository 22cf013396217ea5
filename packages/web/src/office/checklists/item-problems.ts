import { itemFlaws } from '@chuangcheng/domain'
import { explainFlaw, type Locale, m } from '@chuangcheng/messages'
import type { Item } from './checklist-queries.ts'
import { codesTwice } from './draft-items.ts'
import { tidy } from './saved-items.ts'

/** What keeps each item from being published, in words; items without a flaw are not named. */
export function problemsOf(items: readonly Item[], locale: Locale): ReadonlyMap<string, readonly string[]> {
  const twice = codesTwice(items)
  const told = items.map((item): [string, string[]] => [
    item.id,
    [
      ...itemFlaws(tidy(item)).map((flaw) => explainFlaw(locale, flaw)),
      ...(twice.has(item.code) ? [m['office.checklists.codeTwice']({ code: item.code })] : []),
    ],
  ])
  return new Map(told.filter(([, problems]) => problems.length > 0))
}

/** Items that cannot even be saved: without their words nobody would know what they are. */
export const wordless = (items: readonly Item[]): Item[] =>
  items.map(tidy).filter(({ code, text, dimension }) => [code, text, dimension].includes(''))
