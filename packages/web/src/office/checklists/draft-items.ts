import { startingAnswer, startingItem } from '@chuangcheng/domain'
import { inShownOrder } from '../../shared/checklist/item-groups.ts'
import type { Answer, Guess, Item } from './checklist-queries.ts'

/** Put an item before another, taking on its dimension. */
export function moveBefore(items: readonly Item[], id: string, beforeId: string): Item[] {
  const moved = items.find((item) => item.id === id)
  const target = items.find((item) => item.id === beforeId)
  if (!moved || !target || id === beforeId) return [...items]
  const others = items.filter((item) => item.id !== id)
  const at = others.indexOf(target)
  return [...others.slice(0, at), { ...moved, dimension: target.dimension }, ...others.slice(at)]
}

/** Put an item at the end of a dimension. */
export function moveToEnd(items: readonly Item[], id: string, dimension: string): Item[] {
  const moved = items.find((item) => item.id === id)
  if (!moved) return [...items]
  const others = items.filter((item) => item.id !== id)
  const last = others.findLastIndex((item) => item.dimension === dimension)
  return inShownOrder([...others.slice(0, last + 1), { ...moved, dimension }, ...others.slice(last + 1)])
}

/** One step up or down; from the edge of a dimension into its neighbor, where it takes on the neighbor’s name. */
export function step(items: readonly Item[], id: string, direction: 'up' | 'down'): Item[] {
  const shown = inShownOrder(items)
  const at = shown.findIndex((item) => item.id === id)
  const moved = shown[at]
  const neighbor = shown[direction === 'up' ? at - 1 : at + 1]
  if (!moved || !neighbor) return shown
  if (neighbor.dimension !== moved.dimension) {
    return shown.map((item) => (item.id === id ? { ...item, dimension: neighbor.dimension } : item))
  }
  const [upper, lower] = direction === 'up' ? [neighbor, moved] : [moved, neighbor]
  return shown.map((item) => {
    if (item === upper) return lower
    return item === lower ? upper : item
  })
}

const GUESSED_FIELDS: readonly Guess[] = ['answer', 'weight', 'protocol']

/** What somebody has said of a field is no guess any more. */
export function withChange(item: Item, part: Partial<Item>): Item {
  const said = GUESSED_FIELDS.filter((field) => field in part)
  return { ...item, ...part, guesses: item.guesses.filter((guess) => !said.includes(guess)) }
}

export const changeItems = (items: readonly Item[], ids: ReadonlySet<string>, part: Partial<Item>): Item[] =>
  inShownOrder(items.map((item) => (ids.has(item.id) ? withChange(item, part) : item)))

export const confirmGuesses = (items: readonly Item[], ids: ReadonlySet<string>): Item[] =>
  items.map((item) => (ids.has(item.id) ? { ...item, guesses: [] } : item))

/** Codes that stand at more than one item. */
export function codesTwice(items: readonly Item[]): ReadonlySet<string> {
  const codes = items.map(({ code }) => code)
  return new Set(codes.filter((code, at) => codes.indexOf(code) < at))
}

/** The next free number as a code. */
export function freeCode(items: readonly Item[]): string {
  const taken = new Set(items.map(({ code }) => code))
  let number = items.length + 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

/** A way of answering with what is usual filled in. */
export function newAnswer(kind: Answer['kind']): Answer {
  const answer = startingAnswer(kind)
  if (answer.kind === 'countBands') return { kind: 'countBands', bands: [...answer.bands] }
  if (answer.kind === 'grade') return { kind: 'grade', grades: [...answer.grades] }
  return answer
}

type NewItem = {
  readonly id: string
  readonly code: string
  readonly dimension: string
  readonly photoPurpose: string
}

export function newItem(given: NewItem): Item {
  const { exemptions, ...item } = startingItem({ ...given, text: '' })
  return { ...item, exemptions: [...exemptions], answer: newAnswer('binary'), guesses: [] }
}
