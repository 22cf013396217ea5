import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import type { Cell } from '@chuangcheng/domain'
import { isBroken, LONGEST_CELL } from '@chuangcheng/domain'
import type exceljs from 'exceljs'
import { columnLetters } from './header-row.ts'

/** A sheet to write; rows may come from a cursor and are not kept. */
export interface SheetToWrite {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** choices a spreadsheet offers in a column, by its place; what is typed beside them is taken too */
  readonly choices?: ReadonlyMap<number, readonly string[]>
}

/** Down to this row a spreadsheet offers the choices of a column. */
const LAST_ROW_WITH_CHOICES = 5_000
/** Excel takes a list of choices only up to this length. */
const LONGEST_LIST = 255

/** Text a spreadsheet would take for a formula when it opens a CSV file; also text that is guarded already. */
const executable = /^'*[=+\-@\t\r]/u
const BYTE_ORDER_MARK = '\uFEFF'
/** Lines are handed on in pieces: one at a time, a stream costs more than the line. */
const PIECE_LENGTH = 32_768

const withoutTime = (at: Date): boolean => at.getTime() % 86_400_000 === 0

function plain(cell: Cell): string | number | boolean | Date | null {
  if (cell !== null && isBroken(cell)) return cell.shown
  return typeof cell === 'string' ? cell.slice(0, LONGEST_CELL) : cell
}

function csvField(cell: Cell): string {
  const value = plain(cell)
  if (value === null) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, withoutTime(value) ? 10 : 19)
      .replace('T', ' ')
  const text = typeof value === 'string' && executable.test(value) ? `'${value}` : String(value)
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`

/**
 * Writes CSV in UTF-8 with a byte order mark, so that Excel reads Chinese. Text that looks like a formula gets a leading `'`,
 * which {@link readTable} takes off again.
 */
export function writeCsv(sheet: Pick<SheetToWrite, 'headers' | 'rows'>): Readable {
  async function* pieces(): AsyncGenerator<string> {
    let piece = BYTE_ORDER_MARK + csvLine(sheet.headers)
    for await (const row of sheet.rows) {
      piece += csvLine(row)
      if (piece.length < PIECE_LENGTH) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  return Readable.from(pieces(), { objectMode: false })
}

/** A name Excel accepts: at most 31 characters, none of []:*?/\ and no quote at its ends. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/gu, ' ')
    .replace(/^'+|'+$/gu, '')
    .slice(0, 31)
    .trim() || 'Sheet'

/** Half-width columns a header needs, within reason. */
const columnWidth = (header: string): number =>
  Math.min(
    40,
    Math.max(
      10,
      Array.from(header).reduce((sum, character) => sum + (character > '\u00FF' ? 2 : 1), 2),
    ),
  )

/** exceljs's writer of streams has this list, its types forgot it. */
type WithValidations = {
  readonly dataValidations: { add(range: string, validation: exceljs.DataValidation): void }
}

function offerChoices(sheet: exceljs.Worksheet, choices: SheetToWrite['choices']): void {
  for (const [column, values] of choices ?? []) {
    const list = values.join(',')
    if (list === '' || list.length > LONGEST_LIST) continue
    const letters = columnLetters(column)
    const { dataValidations } = sheet as unknown as WithValidations // see above
    dataValidations.add(`${letters}2:${letters}${LAST_ROW_WITH_CHOICES}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`"${list}"`],
    })
  }
}

const STYLES = {
  text: {},
  number: {},
  day: { numFmt: 'yyyy-mm-dd' },
  moment: { numFmt: 'yyyy-mm-dd hh:mm:ss' },
} as const

/**
 * The style of a cell, always the same object: exceljs works each object out once. Only dates need a format; a string is written as text,
 * whatever it begins with, because exceljs makes formulas of objects only.
 */
function styleOf(value: exceljs.CellValue): Partial<exceljs.Style> {
  if (value instanceof Date) return withoutTime(value) ? STYLES.day : STYLES.moment
  return typeof value === 'number' ? STYLES.number : STYLES.text
}

async function fillWorkbook(sheets: readonly SheetToWrite[], to: PassThrough): Promise<void> {
  // Brought in by the first workbook that is written: it is large, and a start does not need it.
  const { default: writer } = await import('exceljs')
  const workbook = new writer.stream.xlsx.WorkbookWriter({
    stream: to,
    useStyles: true,
    useSharedStrings: false,
  })
  for (const { name, headers, rows, choices } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = headers.map((header) => ({ width: columnWidth(header) }))
    const head = sheet.addRow([...headers])
    head.font = { bold: true }
    head.commit()
    offerChoices(sheet, choices)
    for await (const cells of rows) {
      const row = sheet.addRow(cells.map(plain))
      row.eachCell((cell) => {
        cell.style = styleOf(cell.value)
      })
      row.commit()
      if (to.writableNeedDrain) await once(to, 'drain')
    }
    sheet.commit()
  }
  await workbook.commit()
}

/** Writes a workbook (.xlsx): bold frozen headers, dates as dates, text always as text. Errors of the rows end the stream. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Readable {
  const stream = new PassThrough()
  fillWorkbook(sheets, stream).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return stream
}
