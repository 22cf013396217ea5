import type { BrokenCell, Cell } from './cell.ts'
import { isBroken, LONGEST_CELL } from './cell.ts'
import type { Column, ColumnKind } from './column.ts'
import { parseDate } from './date.ts'
import type { Flaw } from './finding.ts'
import { flaw } from './finding.ts'
import { parseNumber } from './number.ts'
import { comparable, halfWidth, tidyText } from './plain-text.ts'

/** What a column of this kind yields: numbers for `number`, text (dates as YYYY-MM-DD) for all others. */
export type ValueOf<Kind extends ColumnKind> = Kind extends 'number' ? number : string

export type CellReading = { readonly value: string | number | null } | { readonly flaw: Flaw }

/** Excel keeps 15 digits of a number; a longer code typed as a number has already lost its last digits. */
const LARGEST_EXACT = 1e15

const readers: Record<ColumnKind, (cell: Exclude<Cell, null | BrokenCell>, column: Column) => CellReading> = {
  text: (cell) => ({ value: textOf(cell) }),
  code: (cell) =>
    typeof cell === 'number' && Math.abs(cell) >= LARGEST_EXACT
      ? { flaw: flaw('code-lost-digits', { value: String(cell) }) }
      : { value: halfWidth(textOf(cell)) },
  number: (cell) => (typeof cell === 'number' ? finite(cell) : parseNumber(textOf(cell))),
  date: (cell) => (typeof cell === 'boolean' ? parseDate(String(cell)) : parseDate(cell)),
  choice: (cell, column) => readChoice(textOf(cell), column),
}

function textOf(cell: string | number | boolean | Date): string {
  if (cell instanceof Date) {
    const reading = parseDate(cell)
    return 'value' in reading ? reading.value : cell.toISOString()
  }
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return tidyText(String(cell))
}

const finite = (value: number): CellReading =>
  Number.isFinite(value) ? { value } : { flaw: flaw('number-invalid', { value: String(value) }) }

function readChoice(text: string, column: Column): CellReading {
  const wanted = comparable(text)
  const choices = column.choices ?? []
  const match = choices.find((choice) =>
    [choice.zh, choice.en, choice.value, ...(choice.aliases ?? [])].some(
      (name) => comparable(name) === wanted,
    ),
  )
  if (match) return { value: match.value }
  const known = choices.map((choice) => choice.zh).join('、')
  return { flaw: flaw('choice-unknown', { value: text.slice(0, 40), choices: known }) }
}

function brokenReading(cell: BrokenCell, column: Column): CellReading {
  if (cell.length === undefined) return { flaw: flaw(cell.broken, { value: cell.shown }) }
  const limit = column.maxLength ?? LONGEST_CELL
  return { flaw: flaw(cell.broken, { value: cell.shown, length: cell.length, limit }) }
}

const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && tidyText(cell) === '')

/**
 * Reads one cell under the rules of its column (读取单元格). An empty cell is null, or the flaw `required`.
 * @returns the value to store (see {@link ValueOf}), or why there is none.
 */
export function readCell(cell: Cell, column: Column): CellReading {
  if (isBlank(cell) || cell === null) {
    return column.required ? { flaw: flaw('required', { column: column.zh }) } : { value: null }
  }
  if (isBroken(cell)) return brokenReading(cell, column)
  const reading = readers[column.kind](cell, column)
  if (!('value' in reading) || typeof reading.value !== 'string' || column.maxLength === undefined)
    return reading
  const length = Array.from(reading.value).length // code points
  return length > column.maxLength
    ? { flaw: flaw('too-long', { length, limit: column.maxLength, value: reading.value.slice(0, 20) }) }
    : reading
}
