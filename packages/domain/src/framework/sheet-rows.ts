import { isBroken, type Row } from '../import/cell.ts'
import { type Finding, flaw } from '../import/finding.ts'
import { headerNames, normalizeHeader } from '../import/header.ts'
import { comparable, tidyText } from '../import/plain-text.ts'
import type { SheetColumns } from './sheet-columns.ts'
import { LEVEL_WORDS, SHEET_COLUMNS } from './sheet-fields.ts'

/** A sheet as a file holds it. */
export type SheetTable = { readonly headers: readonly string[]; readonly rows: readonly Row[] }

const SUM = /^(?:合\s*计|总\s*计|小\s*计|总\s*分|共\s*计|分值合计|累\s*计)\s*(?:[:：(（\d０-９]|$)/u
const FOOTNOTE =
  /^(?:※|\*\s*注|(?:备\s*注|附\s*注|注|说\s*明|填表说明|注意|制表人?|填报(?:人|单位)|审核人?|联系人|联系电话|资料来源|编制单位)\s*(?:[:：]|\d+[、.．]))/u
/** A row is another header when it holds at least so many words that head columns, and hardly anything else. */
const LEAST_HEADERS = 3
const MOSTLY = 0.6

/** Longer texts are no headers, so they need not be compared with any. */
const LONGEST_HEADER = 40

const KNOWN_HEADERS: ReadonlySet<string> = new Set([...headerNames(SHEET_COLUMNS), ...LEVEL_WORDS])

const isKnownHeader = (text: string): boolean =>
  text.length <= LONGEST_HEADER && KNOWN_HEADERS.has(normalizeHeader(text))

const textsOf = (row: Row): string[] =>
  row.cells.map((cell) =>
    cell === null || isBroken(cell) || cell instanceof Date ? '' : tidyText(String(cell)),
  )

type RowSort = 'content' | 'header' | 'otherHeader' | 'sum' | 'footnote'

/** @param headers as they are compared */
function sortOf(texts: readonly string[], headers: readonly string[]): RowSort {
  const filled = texts.filter((text) => text !== '')
  const first = filled[0] ?? ''
  if (SUM.test(first)) return 'sum'
  if (FOOTNOTE.test(first) && new Set(filled).size <= 2) return 'footnote'
  const repeated = texts.filter(
    (text, at) => text !== '' && text.length <= LONGEST_HEADER && comparable(text) === headers[at],
  )
  if (repeated.length >= 2 && repeated.length === filled.length) return 'header'
  const known = filled.filter(isKnownHeader).length
  return known >= LEAST_HEADERS && known >= filled.length * MOSTLY ? 'otherHeader' : 'content'
}

/** Headers that come again to the right: a second table beside the first. */
function tableBeside({ headers }: SheetTable, columns: SheetColumns): Finding[] {
  const mapped = new Set(Object.values(columns).flatMap((at) => (at === null ? [] : [headers[at] ?? ''])))
  const again = headers.filter((header) => header.endsWith('(2)') && mapped.has(header.slice(0, -3)))
  if (again.length < 2) return []
  const value = again.map((header) => header.slice(0, -3)).join('、')
  return [{ line: 0, column: again[0] ?? null, severity: 'error', ...flaw('table-beside', { value }) }]
}

/**
 * The rows of a sheet that hold content (正文行): without headers that come again on every page, sums and footnotes, each told. A second
 * table with other headers is an error, and what is below it is not read.
 */
export function contentRows(table: SheetTable, columns: SheetColumns): { rows: Row[]; findings: Finding[] } {
  const findings = tableBeside(table, columns)
  const headers = table.headers.map(comparable)
  const rows: Row[] = []
  for (const row of table.rows) {
    const texts = textsOf(row)
    const sort = sortOf(texts, headers)
    const value = texts
      .filter((text) => text !== '')
      .join(' ')
      .slice(0, 40)
    if (sort === 'content') rows.push(row)
    if (sort === 'header') dropTitleAbove(rows, findings)
    if (sort === 'sum' || sort === 'footnote')
      findings.push({ line: row.line, column: null, severity: 'warning', ...flaw('row-skipped', { value }) })
    if (sort === 'otherHeader') {
      findings.push({ line: row.line, column: null, severity: 'error', ...flaw('second-table', { value }) })
      return { rows, findings }
    }
  }
  return { rows, findings }
}

/** Above a header that comes again stands the page's title again, alone in its row. */
function dropTitleAbove(rows: Row[], findings: Finding[]): void {
  const last = rows.at(-1)
  const texts = new Set(last ? textsOf(last).filter((text) => text !== '') : [])
  if (!last || texts.size !== 1) return
  rows.pop()
  const value = [...texts].join('').slice(0, 40)
  findings.push({ line: last.line, column: null, severity: 'warning', ...flaw('row-skipped', { value }) })
}

const YEAR = /(?<!\d)((?:19[9]|20\d)\d)(?!\d)/gu

/** Years named around a table (title, sheet, file) when none of them is the version's; null = nothing to wonder about. */
export function otherYear(titles: readonly string[], year: number): { year: string; where: string } | null {
  const named = titles.flatMap((title) =>
    Array.from(title.normalize('NFKC').matchAll(YEAR), ([said]) => ({
      year: said,
      where: title.slice(0, 60),
    })),
  )
  return named.some((one) => Number(one.year) === year) ? null : (named[0] ?? null)
}
