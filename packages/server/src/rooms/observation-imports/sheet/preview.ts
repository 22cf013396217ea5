import { OBSERVATION_COLUMNS } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import type { ImportFile } from '../../files/index.ts'
import { shownCell } from '../../imports/index.ts'
import { openTable, placeColumns } from './open-table.ts'

const SAMPLE_ROWS = 8

/** A sheet before it is imported (导入预览): what it holds and how it would be read. */
export async function previewSheet(
  reader: Reader,
  file: ImportFile,
  sheet: string | undefined,
  locale: Locale,
) {
  const { table, named, remembered } = await placeColumns(reader, await openTable(file, sheet), undefined)
  return {
    fileName: file.name,
    encoding: table.encoding ?? null,
    sheets: [...(table.sheets ?? [])],
    headers: [...table.headers],
    sample: table.rows
      .slice(0, SAMPLE_ROWS)
      .map((row) => table.headers.map((_, index) => shownCell(row.cells[index]))),
    rowCount: table.rows.length,
    fields: OBSERVATION_COLUMNS.map(({ field, zh, en, required }) => ({
      field,
      name: locale === 'en' ? en : zh,
      required,
      note: '',
    })),
    columns: { ...named },
    remembered,
    needsDatum: false,
    datum: null,
  }
}
