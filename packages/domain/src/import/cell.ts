/**
 * A cell (单元格) as a file holds it, before any rule looked at it. A formula is its last calculated value; a Date is the
 * wall-clock time written in the sheet, held as UTC. Text that begins with `=` is text.
 */
export type Cell = string | number | boolean | Date | null | BrokenCell

/** A cell without a usable value (无法读取的单元格), and why. */
export interface BrokenCell {
  readonly broken: 'error-value' | 'formula-without-value' | 'too-long' | 'not-a-point'
  /** What the person sees there, shortened: `#N/A`, the formula, the first characters. */
  readonly shown: string
  /** In characters, where that is what is wrong. */
  readonly length?: number
}

/** A row (行) of a table; `line` counts from 1 as the person sees it in the program that made the file. */
export interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
  /** Columns whose value was calculated by a formula; absent when there is none. */
  readonly formulaColumns?: readonly number[]
  /** Columns whose value comes from a merged block that begins in a row above; absent when there is none. */
  readonly mergedColumns?: readonly number[]
}

/** The most characters one cell may hold, as in Excel. */
export const LONGEST_CELL = 32_767

export const isBroken = (cell: Cell): cell is BrokenCell =>
  typeof cell === 'object' && cell !== null && 'broken' in cell
