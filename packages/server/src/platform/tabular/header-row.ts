import type { Cell, Row } from '@chuangcheng/domain'
import { countKnownHeaders, isBroken, Problem, tidyText } from '@chuangcheng/domain'
import { pairedHeaders } from './header-pair.ts'
import type { ReadOrder } from './table.ts'

/** Titles, dates and remarks stand above the headers in at most this many rows that hold something. */
const ROWS_TO_LOOK_AT = 20

const headerText = (cell: Cell): string => {
  if (cell === null || isBroken(cell)) return ''
  return cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : tidyText(String(cell)).replace(/\s*\n\s*/gu, ' ')
}

const filledCount = (row: Row): number => row.cells.filter((cell) => headerText(cell) !== '').length

/** The row with most known headers; where none is known, the first that is nearly as wide as the widest. */
function headerRowIndex(rows: readonly Row[], known: ReadonlySet<string>): number {
  const first = rows.slice(0, ROWS_TO_LOOK_AT)
  const hits = first.map((row) => countKnownHeaders(row.cells.map(headerText), known))
  const most = Math.max(...hits)
  if (most >= Math.min(2, known.size) && most > 0) return hits.indexOf(most)
  const widest = Math.max(...first.map(filledCount))
  return first.findIndex((row) => filledCount(row) >= widest * 0.6)
}

/** The letters over a column as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** Every header different, so that a person can tell columns apart. */
export function distinctHeaders(texts: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return texts.map((text, index) => {
    const name = text === '' ? `(${columnLetters(index)})` : text
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}(${count})`
  })
}

/** Headers in one row, or in two: the one found may be the upper or the lower of them. */
function headerOf(
  rows: readonly Row[],
  at: number,
  known: ReadonlySet<string>,
): { texts: string[]; first: number; last: number } {
  const textsOf = (index: number): string[] => (rows[index]?.cells ?? []).map(headerText)
  for (const upper of [at, at - 1]) {
    const lower = rows[upper + 1]
    if (!lower || lower.line !== (rows[upper]?.line ?? Number.NaN) + 1) continue
    const texts = pairedHeaders(textsOf(upper), textsOf(upper + 1), known)
    if (texts) return { texts, first: upper, last: upper + 1 }
  }
  return { texts: textsOf(at), first: at, last: at }
}

/** Splits the rows that hold something into headers and what stands below them; columns empty throughout at the end fall away. */
export function splitHeader(
  rows: readonly Row[],
  order: ReadOrder,
): { titles: string[]; headers: string[]; rows: Row[] } {
  const at = headerRowIndex(rows, order.knownHeaders)
  if (!rows[at]) throw new Problem('import.empty', { file: order.fileName })
  const header = headerOf(rows, at, order.knownHeaders)
  const below = rows.slice(header.last + 1)
  const width = below.reduce((most, row) => Math.max(most, row.cells.length), header.texts.length)
  const texts = Array.from({ length: width }, (_, index) => header.texts[index] ?? '')
  const titles = rows
    .slice(0, header.first)
    .flatMap((row) => row.cells.map(headerText).filter((text) => text !== ''))
  return { titles, headers: distinctHeaders(texts), rows: below }
}
