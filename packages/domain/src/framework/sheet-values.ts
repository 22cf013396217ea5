import type { Choice } from '../import/column.ts'
import { type Flaw, flaw } from '../import/finding.ts'
import { parseNumber } from '../import/number.ts'
import { comparable, halfWidth, tidyText } from '../import/plain-text.ts'

const MOST_POINTS = 100_000
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu
const BREAK_BETWEEN_HAN = /(?<=[\p{Script=Han}，。；：、（）])\s*\n\s*(?=[\p{Script=Han}，。；：、（）])/gu
const POINTS_AT_END = /\s*[（(【[]\s*(?:共|计|满分)?\s*([\d０-９]+(?:[.．][\d０-９]+)?)\s*分\s*[)）】\]]\s*$/u

/** Full-width letters and digits as half-width ones; Ⅰ and the like stay, unlike with NFKC. */
export const narrow = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

/** A text as it should have been typed: no line breaks within sentences, no runs of blanks. */
export const tidySentence = (text: string): string =>
  tidyText(text).replace(BREAK_BETWEEN_HAN, '').replace(/\s+/gu, ' ')

export type PointsReading = { readonly points: number | null } | { readonly flaw: Flaw }

/** Points (分值) as people write them: 2, 2分, (2分), ２; at most four decimals, never below zero. */
export function readPoints(cell: string | number): PointsReading {
  const text = typeof cell === 'number' ? String(cell) : halfWidth(cell)
  if (text === '' || /^[-—/]+$/u.test(text)) return { points: null }
  const bare = text.replace(/^[([【]\s*|\s*[)\]】]$/gu, '').replace(/\s*分$/u, '')
  const reading = parseNumber(bare)
  if ('flaw' in reading) return { flaw: flaw('points-invalid', { value: text.slice(0, 40) }) }
  const { value } = reading
  if (value < 0) return { flaw: flaw('points-negative', { value: text.slice(0, 40) }) }
  if (value > MOST_POINTS) return { flaw: flaw('points-too-many', { value, limit: MOST_POINTS }) }
  const exact = Math.round(value * 10_000) / 10_000
  return exact === value ? { points: value } : { flaw: flaw('points-too-fine', { value }) }
}

/** A text that carries its points at its end, 公共环境（20分）, taken apart. */
export function splitPoints(text: string): { readonly text: string; readonly points: number | null } {
  const found = POINTS_AT_END.exec(text)
  const before = text.slice(0, found?.index ?? text.length)
  if (!found?.[1] || before === '') return { text, points: null }
  return { text: before, points: Number(halfWidth(found[1])) }
}

const booksOfWords = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>()

/** Every word that means a choice; the first to claim a word keeps it. */
function bookOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const standing = booksOfWords.get(choices)
  if (standing) return standing
  const book = new Map<string, string>()
  for (const { value, zh, en, aliases } of choices) {
    for (const word of [zh, value, en, ...(aliases ?? [])]) {
      const key = comparable(word)
      if (!book.has(key)) book.set(key, value)
    }
  }
  booksOfWords.set(choices, book)
  return book
}

/** The value a word stands for, or null. */
export const choiceOf = (text: string, choices: readonly Choice[]): string | null =>
  bookOf(choices).get(comparable(text)) ?? null

export const choiceNames = (choices: readonly Choice[]): string => choices.map(({ zh }) => zh).join('、')

/** The parts of a cell that names several things; what stands in brackets stays together. */
export function splitList(text: string, separators = /[、，,;；\n]/u): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('（(【「'.includes(character)) depth++
    if ('）)】」'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separators.test(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => tidyText(part)).filter((part) => part !== '')
}

/** The known values among the parts of a cell, each once, and the words nobody knows. */
export function readChoices(
  text: string,
  choices: readonly Choice[],
): { readonly values: readonly string[]; readonly unknown: readonly string[] } {
  const values = new Set<string>()
  const unknown: string[] = []
  const whole = choiceOf(text, choices)
  const parts = whole === null ? splitList(text, /[、，,;；\n/／|+＋和及与\s]/u) : [text]
  for (const part of parts) {
    const value = choiceOf(part.replace(/^\d+[.．、]/u, ''), choices)
    if (value === null) unknown.push(part)
    else values.add(value)
  }
  return { values: [...values], unknown }
}
