import type { BrokenCell, Cell, Row } from '@chuangcheng/domain'
import { LONGEST_CELL, Problem } from '@chuangcheng/domain'
import type { ReadOrder } from './table.ts'

const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** Text as a cell: empty is null, longer than any spreadsheet allows is broken and cut. */
export function textCell(text: string): Cell {
  if (text === '') return null
  if (text.length <= LONGEST_CELL) return text
  const broken: BrokenCell = { broken: 'too-long', shown: text.slice(0, 20), length: text.length }
  return broken
}

/** Keeps the rows that hold something and refuses a table that grows beyond its limits. */
export class RowCollector {
  readonly rows: Row[] = []
  private readonly order: ReadOrder
  constructor(order: ReadOrder) {
    this.order = order
  }

  add(line: number, cells: Cell[], formulaColumns: readonly number[] = []): void {
    while (cells.length > 0 && isEmpty(cells.at(-1) ?? null)) cells.pop()
    if (cells.length === 0) return
    const { fileName: file, maxColumns, maxRows } = this.order
    if (cells.length > maxColumns)
      throw new Problem('import.too-many-columns', { file, line, limit: maxColumns })
    // One more than rows of content: the headers are collected too.
    if (this.rows.length > maxRows) throw new Problem('import.too-many-rows', { file, limit: maxRows })
    this.rows.push(formulaColumns.length > 0 ? { line, cells, formulaColumns } : { line, cells })
  }
}
