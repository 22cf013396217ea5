import {
  type ColumnMapping,
  headerNames,
  headerSignature,
  OBSERVATION_COLUMNS,
  type ObservationField,
  Problem,
  suggestMapping,
} from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { readTable, type Table } from '../../../platform/tabular/index.ts'
import type { ImportFile } from '../../files/index.ts'
import { findMapping, type NamedColumns } from '../../imports/index.ts'

/** Under this word it is remembered how the columns of such sheets were understood. */
export const MAPPING_KIND = 'Observations'
const KNOWN_HEADERS = headerNames(OBSERVATION_COLUMNS)

/** A sheet of a file as a table, and which of its columns feeds which field. */
export type OpenedTable = {
  readonly table: Table
  readonly mapping: ColumnMapping<ObservationField>
  readonly named: NamedColumns
  readonly signature: string
  readonly remembered: boolean
}

export async function openTable(file: ImportFile, sheet: string | undefined): Promise<Table> {
  const table = await readTable(file.path, {
    fileName: file.name,
    knownHeaders: KNOWN_HEADERS,
    ...(sheet === undefined ? {} : { sheet }),
  })
  if (table.rows.length === 0) throw new Problem('import.empty', { file: file.name })
  return table
}

/** A column without a header of its own: the reader names it by its letter. */
const NAMELESS = /^\([A-Z]{1,3}\)$/u

/** One header merged over several columns: those beside it without a name belong to it. */
function besideOrganizations(
  headers: readonly string[],
  mapping: ColumnMapping<ObservationField>,
): ColumnMapping<ObservationField> {
  const { organization1: first, organization2, organization3 } = mapping
  if (first === null) return mapping
  const nameless = (at: number): number | null => (NAMELESS.test(headers[at] ?? '') ? at : null)
  const second = organization2 ?? nameless(first + 1)
  const third = organization3 ?? (second === first + 1 ? nameless(first + 2) : null)
  return { ...mapping, organization2: second, organization3: third }
}

/** As the headers suggest. Where only one column names what was assessed, it is the item's, whatever it is called. */
function suggested(headers: readonly string[]): ColumnMapping<ObservationField> {
  const mapping = besideOrganizations(headers, suggestMapping(headers, OBSERVATION_COLUMNS))
  return mapping.item === null ? { ...mapping, item: mapping.subItem, subItem: null } : mapping
}

/** Where each field stands: as ordered, as last time for such headers, or as the headers suggest. */
export async function placeColumns(
  reader: Reader,
  table: Table,
  ordered: NamedColumns | undefined,
): Promise<OpenedTable> {
  const { headers } = table
  const signature = headerSignature(headers)
  const last = ordered === undefined ? await findMapping(reader, MAPPING_KIND, signature) : null
  const wanted = ordered ?? last?.columns
  const mapping = wanted === undefined ? suggested(headers) : placesOf(headers, wanted)
  const named = Object.fromEntries(
    Object.entries(mapping).map(([field, at]) => [field, at === null ? null : (headers[at] ?? null)]),
  )
  return { table, mapping, named, signature, remembered: last !== null }
}

function placesOf(headers: readonly string[], wanted: NamedColumns): ColumnMapping<ObservationField> {
  const places = OBSERVATION_COLUMNS.map(({ field }) => {
    const at = headers.indexOf(wanted[field] ?? '')
    return [field, at === -1 ? null : at]
  })
  return Object.fromEntries(places) as ColumnMapping<ObservationField> // fromEntries forgets the literal keys
}
