import { MOST_SHEET_LEVELS, SHEET_COLUMNS, sheetLevelNames } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import type { ImportFile } from '../../files/index.ts'
import type { FrameworkVersion } from '../../frameworks/index.ts'
import { shownCell } from '../../imports/index.ts'
import { openSheet } from './open-sheet.ts'

const SAMPLE_ROWS = 8

type Field = { field: string; name: string; required: boolean; note: string }

const textOf = (locale: Locale, key: string, inputs: Record<string, unknown> = {}): string =>
  findText(locale, key, inputs) ?? key

/** What a column is for, in the template and in the preview. */
export const fieldNote = (locale: Locale, field: string): string => textOf(locale, `frameworkColumn.${field}`)

function levelFields(locale: Locale): Field[] {
  return Array.from({ length: MOST_SHEET_LEVELS }, (_, at) => at + 1).flatMap((level) =>
    (['', 'Code', 'Points'] as const).map((about) => ({
      field: `level${level}${about}`,
      name: textOf(locale, `frameworkColumn.levelName${about}`, { level }),
      required: false,
      note: about === '' ? fieldNote(locale, 'level') : '',
    })),
  )
}

/** Every column an import of a framework understands. */
const allFields = (locale: Locale): Field[] => [
  ...levelFields(locale),
  ...SHEET_COLUMNS.map(({ field, zh, en, required }) => ({
    field,
    name: locale === 'en' ? en : zh,
    required,
    note: fieldNote(locale, field),
  })),
]

/** A workbook before it is imported (导入预览): what it holds and how it would be read. */
export async function previewWorkbook(
  reader: Reader,
  draft: FrameworkVersion,
  file: ImportFile,
  order: { readonly sheet?: string | undefined },
  locale: Locale,
) {
  const { table, sheet, columns, named } = await openSheet(reader, file, order, draft.levelNames)
  return {
    fileName: file.name,
    sheets: [...(table.sheets ?? [])],
    sheet,
    headers: [...table.headers],
    sample: table.rows
      .slice(0, SAMPLE_ROWS)
      .map((row) => table.headers.map((_, index) => shownCell(row.cells[index]))),
    rowCount: table.rows.length,
    fields: allFields(locale),
    columns: { ...named },
    levelNames: sheetLevelNames(table.headers, columns, draft.levelNames),
  }
}
