import { Problem } from '@chuangcheng/domain'
import { RowCollector } from '../collect-rows.ts'
import { splitHeader } from '../header-row.ts'
import type { ReadOrder, Table } from '../table.ts'
import type { PackageParts } from './package-parts.ts'
import { openParts } from './package-parts.ts'
import { readSheet } from './read-sheet.ts'
import { readDateStyles, readSharedStrings } from './strings-and-styles.ts'
import { readWorkbook } from './workbook.ts'

/** Other programs' archives that a person may take for a workbook, by a part only they have. */
const otherKinds: readonly (readonly [part: string, kind: string])[] = [
  ['xl/workbook.bin', '.xlsb'],
  ['content.xml', '.ods'],
]

/**
 * Reads one sheet of a workbook (.xlsx). The archive is checked before anything is unpacked, then the sheet is read piece by piece.
 * exceljs, which writes our workbooks, is not used here: its streaming reader walks the archive without its directory, so that
 * what was checked need not be what is read, and it loses results of formulas that are dates, errors or true/false.
 */
export async function readXlsx(order: ReadOrder): Promise<Table> {
  const parts = await openParts(order)
  try {
    mustBeWorkbook(parts, order)
    const workbook = await readWorkbook(parts, order)
    const sheets = workbook.sheets.map((sheet) => sheet.name)
    const wanted =
      order.sheet === null ? workbook.sheets[0] : workbook.sheets.find((sheet) => sheet.name === order.sheet)
    if (!wanted) {
      const params = { file: order.fileName, sheet: order.sheet ?? '', sheets: sheets.join('、') }
      throw new Problem('import.sheet-missing', params)
    }
    const strings = await readSharedStrings(parts, order, workbook.sharedStringsPart)
    const dateStyles = await readDateStyles(parts, order, workbook.stylesPart)
    const collector = new RowCollector(order)
    const context = { strings, dateStyles, from1904: workbook.from1904 }
    await readSheet(await parts.open(wanted.part), order, context, collector)
    return { format: 'xlsx', sheets, ...splitHeader(collector.rows, order) }
  } finally {
    parts.close()
  }
}

function mustBeWorkbook(parts: PackageParts, order: ReadOrder): void {
  const file = order.fileName
  const other = otherKinds.find(([part]) => parts.has(part))
  if (other) throw new Problem('import.save-as-xlsx', { file, kind: other[1] })
  if (!parts.has('xl/workbook.xml') && !parts.has('_rels/.rels'))
    throw new Problem('import.not-a-table', { file })
  if (parts.has('word/document.xml') || parts.has('ppt/presentation.xml')) {
    throw new Problem('import.not-a-table', { file })
  }
}
