import { isBroken, type Row } from '../import/cell.ts'
import { type Finding, type Flaw, flaw } from '../import/finding.ts'
import { tidyText } from '../import/plain-text.ts'
import type { SheetColumns } from './sheet-columns.ts'
import { SHEET_COLUMNS } from './sheet-fields.ts'
import { narrow, readPoints, tidySentence } from './sheet-values.ts'

const MOST_TEXT = 2_000
const MOST_CODE = 40

/** What every row of a sheet is read with. */
export type SheetFrame = {
  readonly headers: readonly string[]
  readonly columns: SheetColumns
  readonly findings: Finding[]
}

/** One row under the mapping of its sheet (表格的一行): hands out values and notes what is wrong with them, by row and column. */
export class SheetRow {
  readonly line: number
  readonly #row: Row
  readonly #frame: SheetFrame
  readonly #texts = new Map<string, string>()

  constructor(row: Row, frame: SheetFrame) {
    this.line = row.line
    this.#row = row
    this.#frame = frame
  }

  has(field: string): boolean {
    return (this.#frame.columns[field] ?? null) !== null
  }

  #say(severity: Finding['severity'], field: string | null, said: Flaw): void {
    const at = field === null ? null : (this.#frame.columns[field] ?? null)
    const named = SHEET_COLUMNS.find((column) => column.field === field)?.zh ?? field
    const column = at === null ? named : (this.#frame.headers[at] ?? named)
    this.#frame.findings.push({ line: this.line, column, severity, ...said })
  }
  error(field: string | null, said: Flaw): void {
    this.#say('error', field, said)
  }
  warning(field: string | null, said: Flaw): void {
    this.#say('warning', field, said)
  }

  /** The text of a cell as it stands; '' where there is none or none that can be read. */
  raw(field: string): string {
    const known = this.#texts.get(field)
    if (known !== undefined) return known
    const text = this.#read(field)
    this.#texts.set(field, text)
    return text
  }

  #read(field: string): string {
    const at = this.#frame.columns[field] ?? null
    const cell = at === null ? null : (this.#row.cells[at] ?? null)
    if (cell === null) return ''
    if (isBroken(cell)) {
      this.error(field, flaw(cell.broken, { value: cell.shown, length: cell.length ?? 0, limit: MOST_TEXT }))
      return ''
    }
    if (cell instanceof Date) return cell.toISOString().slice(0, 10)
    if (typeof cell === 'boolean') return cell ? '是' : '否'
    return tidyText(String(cell))
  }

  isDate(field: string): boolean {
    return this.#row.cells[this.#frame.columns[field] ?? -1] instanceof Date
  }

  /** A text of at most 2,000 characters; `asItStands` keeps line breaks and runs of blanks. */
  sentence(field: string, asItStands = false): string {
    const raw = this.raw(field)
    const text = asItStands ? raw : tidySentence(raw)
    const length = Array.from(text).length // code points
    if (length <= MOST_TEXT) return text
    this.error(field, flaw('too-long', { length, limit: MOST_TEXT, value: text.slice(0, 20) }))
    return text.slice(0, MOST_TEXT)
  }

  /** A code of at most 40 characters; `asItStands` keeps full-width digits. */
  code(field: string, asItStands = false): string | null {
    if (this.isDate(field)) {
      this.error(field, flaw('code-became-date', { value: this.raw(field) }))
      return null
    }
    const raw = this.raw(field)
    const code = asItStands ? raw : narrow(raw).replace(/\s+/gu, ' ')
    if (code.length > MOST_CODE)
      this.error(field, flaw('too-long', { length: code.length, limit: MOST_CODE, value: code.slice(0, 20) }))
    return code === '' ? null : code.slice(0, MOST_CODE)
  }

  points(field: string): number | null {
    const reading = readPoints(this.raw(field))
    if ('points' in reading) return reading.points
    this.error(field, reading.flaw)
    return null
  }
}
