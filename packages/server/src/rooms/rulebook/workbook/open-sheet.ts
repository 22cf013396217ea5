import {
  headerNames,
  headerSignature,
  LEVEL_WORDS,
  normalizeHeader,
  Problem,
  SHEET_COLUMNS,
  type SheetColumns,
  suggestSheetColumns,
} from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { readTable, type Table } from '../../../platform/tabular/index.ts'
import type { ImportFile } from '../../files/index.ts'
import { findMapping, type NamedColumns } from '../../imports/index.ts'

export const MAPPING_KIND = 'Framework'
const NUMBERED_LEVELS = ['一级', '二级', '三级', '四级', '五级', '六级', '七级'].flatMap((level) => [
  level,
  `${level}指标`,
])

/** A sheet of a workbook, and which of its columns feeds which field. */
export type OpenedSheet = {
  readonly table: Table
  readonly sheet: string | null
  readonly columns: SheetColumns
  readonly named: NamedColumns
  readonly signature: string
  /** titles, sheet and file: where a year may stand */
  readonly titles: readonly string[]
}

const placesOf = (headers: readonly string[], named: NamedColumns): SheetColumns =>
  Object.fromEntries(
    Object.entries(named).map(([field, header]) => {
      const at = header === null ? -1 : headers.indexOf(header)
      return [field, at < 0 ? null : at]
    }),
  )

/**
 * Open a sheet: its columns as ordered, as last time for such headers, or as the headers suggest.
 * @throws Problem import.* when it cannot be read as a table
 */
export async function openSheet(
  reader: Reader,
  file: ImportFile,
  order: { readonly sheet?: string | undefined; readonly columns?: NamedColumns | undefined },
  levelNames: readonly string[],
): Promise<OpenedSheet> {
  const knownHeaders = headerNames(SHEET_COLUMNS)
  for (const name of [...LEVEL_WORDS, ...NUMBERED_LEVELS, ...levelNames])
    knownHeaders.add(normalizeHeader(name))
  const { sheet: wanted } = order
  const table = await readTable(file.path, {
    fileName: file.name,
    knownHeaders,
    ...(wanted === undefined ? {} : { sheet: wanted }),
  })
  if (table.rows.length === 0) throw new Problem('import.empty', { file: file.name })
  const { headers } = table
  const signature = headerSignature(headers)
  const chosen = order.columns ?? (await findMapping(reader, MAPPING_KIND, signature))?.columns
  const columns = chosen ? placesOf(headers, chosen) : suggestSheetColumns(headers, levelNames)
  const named = Object.fromEntries(
    Object.entries(columns).map(([field, at]) => [field, at === null ? null : (headers[at] ?? null)]),
  )
  const sheet = wanted ?? table.sheets?.[0] ?? null
  const titles = [...(table.titles ?? []), ...(sheet === null ? [] : [sheet]), file.name]
  return { table, sheet, columns, named, signature, titles }
}
