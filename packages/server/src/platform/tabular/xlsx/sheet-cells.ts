import type { BrokenCell, Cell } from '@chuangcheng/domain'
import { serialToDate } from '@chuangcheng/domain'
import { textCell } from '../collect-rows.ts'
import { unescapeText } from './strings-and-styles.ts'

/** What a sheet's numbers refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

/** A cell as its XML says it. */
export interface RawCell {
  readonly column: number
  readonly type: string
  readonly style: number
  /** The formula's text; null where there is none. */
  formula: string | null
  /** The value's text; null where there is none. */
  value: string | null
}

const DAYS_FROM_1900_TO_1904 = 1462

const broken = (kind: BrokenCell['broken'], shown: string): BrokenCell => ({
  broken: kind,
  shown: shown.slice(0, 60),
})

function numberCell(text: string, style: number, context: CellContext): Cell {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) return textCell(text)
  if (!context.dateStyles[style]) return value
  // A serial that is no day, such as 0 or the 29th of February 1900, stays a number: the rules for dates refuse it by name.
  return serialToDate(context.from1904 ? value + DAYS_FROM_1900_TO_1904 : value) ?? value
}

function isoDate(text: string): Cell {
  const at = new Date(/[zZ]|[+-]\d\d:\d\d$/u.test(text) || text.length <= 10 ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? textCell(text) : at
}

/** The value of a cell (ECMA-376 part 1, 18.18.11): the last calculated one where there is a formula. */
export function cellValue(raw: RawCell, context: CellContext): Cell {
  const { value } = raw
  if (value === null) return raw.formula === null ? null : broken('formula-without-value', raw.formula)
  switch (raw.type) {
    case 's':
      return textCell(context.strings[Number(value)] ?? '')
    case 'inlineStr':
      return textCell(value)
    case 'str':
      return textCell(unescapeText(value))
    case 'e':
      return broken('error-value', value)
    case 'b':
      return value.trim() === '1' || value.trim() === 'true'
    case 'd':
      return isoDate(value.trim())
    default:
      return numberCell(value, raw.style, context)
  }
}

/** Column of a reference such as `AB12`, from 0; -1 when it names none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
