import type { Readable } from 'node:stream'
import type { Cell } from '@chuangcheng/domain'
import { Problem } from '@chuangcheng/domain'
import type { RowCollector } from '../collect-rows.ts'
import type { ReadOrder } from '../table.ts'
import type { CellContext, RawCell } from './sheet-cells.ts'
import { cellValue, columnOf } from './sheet-cells.ts'
import { RichText } from './strings-and-styles.ts'
import type { XmlAttributes } from './xml.ts'
import { readXml } from './xml.ts'

/** No spreadsheet has more columns; a file that says so lies. */
const LAST_COLUMN = 16_383

/** A merged block (合并单元格) one column wide; lines from 1, column from 0. */
interface MergedRun {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** Builds rows from the tags of a sheet. Rows without values cost nothing but their tags. */
class SheetListener {
  readonly merged: MergedRun[] = []
  private readonly order: ReadOrder
  private readonly context: CellContext
  private readonly collector: RowCollector
  private readonly inline = new RichText()
  private line = 0
  private column = -1
  private cells: Cell[] = []
  private formulas: number[] = []
  private raw: RawCell | null = null
  private target: 'formula' | 'value' | 'inline' | null = null

  constructor(order: ReadOrder, context: CellContext, collector: RowCollector) {
    this.order = order
    this.context = context
    this.collector = collector
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'mergeCell') this.openMerge(attributes.ref ?? '')
    else if (this.raw) this.openInCell(this.raw, name)
  }

  private openRow(attributes: XmlAttributes): void {
    const said = Number(attributes.r)
    this.line = Number.isInteger(said) && said > 0 ? said : this.line + 1
    this.column = -1
    this.cells = []
    this.formulas = []
  }

  private openCell(attributes: XmlAttributes): void {
    const said = columnOf(attributes.r ?? '')
    this.column = said >= 0 ? said : this.column + 1
    const type = attributes.t ?? 'n'
    this.raw = { column: this.column, type, style: Number(attributes.s ?? 0), formula: null, value: null }
  }

  private openMerge(reference: string): void {
    const [start = '', end = ''] = reference.split(':')
    const [from, to] = [Number(start.replace(/\D/gu, '')), Number(end.replace(/\D/gu, ''))]
    const column = columnOf(start)
    if (column === columnOf(end) && to > from && column >= 0) this.merged.push({ column, from, to })
  }

  private openInCell(raw: RawCell, name: string): void {
    if (name === 'f') {
      this.target = 'formula'
      raw.formula ??= ''
    } else if (name === 'v') {
      this.target = 'value'
      raw.value ??= ''
    } else if (name === 'is') this.target = 'inline'
    else this.inline.open(name)
  }

  text(text: string): void {
    if (!this.raw) return
    if (this.target === 'formula') this.raw.formula += text
    else if (this.target === 'value') this.raw.value += text
    else if (this.target === 'inline') this.inline.add(text)
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'row') this.collector.add(this.line, this.cells, this.formulas)
    else if (name === 'is' && this.raw) this.raw.value = this.inline.take()
    else this.inline.close(name)
    if (name === 'f' || name === 'v' || name === 'is') this.target = null
  }

  private closeCell(): void {
    const raw = this.raw
    this.raw = null
    if (!raw || (raw.value === null && raw.formula === null)) return
    const { fileName: file, maxColumns: limit } = this.order
    if (raw.column > LAST_COLUMN)
      throw new Problem('import.too-many-columns', { file, line: this.line, limit })
    const value = cellValue(raw, this.context)
    if (value === null) return
    while (this.cells.length < raw.column) this.cells.push(null)
    this.cells[raw.column] = value
    if (raw.formula !== null) this.formulas.push(raw.column)
  }
}

/** A value merged over several rows counts for each of them that holds something: that is how the person sees it. */
function fillMerged(collector: RowCollector, merged: readonly MergedRun[]): void {
  if (merged.length === 0) return
  const places = new Map(collector.rows.map((row, at) => [row.line, at]))
  for (const { column, from, to } of merged) {
    const start = places.get(from)
    if (start === undefined) continue
    const value = collector.rows[start]?.cells[column] ?? null
    // Only rows that hold something are walked: a file may claim to merge a million lines.
    for (let at = start + 1; (collector.rows[at]?.line ?? Infinity) <= to; at++)
      fillCell(collector, at, column, value)
  }
}

function fillCell(collector: RowCollector, at: number, column: number, value: Cell): void {
  const row = collector.rows[at]
  if (!row || value === null || (row.cells[column] ?? null) !== null) return
  const mergedColumns = [...(row.mergedColumns ?? []), column]
  collector.rows[at] = { ...row, cells: placed(row.cells, column, value), mergedColumns }
}

function placed(cells: readonly Cell[], column: number, value: Cell): Cell[] {
  const filled = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? null)
  filled[column] = value
  return filled
}

/** Reads a sheet (工作表) into the collector, piece by piece. */
export async function readSheet(
  part: Readable,
  order: ReadOrder,
  context: CellContext,
  collector: RowCollector,
): Promise<void> {
  const listener = new SheetListener(order, context, collector)
  await readXml(part, order, {
    open: (name, attributes) => listener.open(name, attributes),
    text: (text) => listener.text(text),
    close: (name) => listener.close(name),
  })
  fillMerged(collector, listener.merged)
}
