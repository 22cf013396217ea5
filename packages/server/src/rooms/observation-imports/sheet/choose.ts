import {
  headerSignature,
  normalizeHeader,
  OBSERVATION_COLUMNS,
  type ObservationField,
  Problem,
} from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import type { Table } from '../../../platform/tabular/index.ts'
import type { ImportFile } from '../../files/index.ts'
import type { NamedColumns } from '../../imports/index.ts'
import { openTable, placeColumns } from './open-table.ts'

/** A sheet whose columns are settled, as an order names it. */
type Chosen = { readonly sheet: string | undefined; readonly columns: NamedColumns }

type Read = { readonly sheet: string | undefined; readonly table: Table }

/** The field that somebody names, as the list of columns calls it or by its title. */
export function fieldNamed(name: string): ObservationField | null {
  const wanted = normalizeHeader(name)
  const found = OBSERVATION_COLUMNS.find((column) =>
    [column.field, column.zh, column.en].some((known) => normalizeHeader(known) === wanted),
  )
  return found?.field ?? (wanted === 'organization' ? 'organization1' : null)
}

/** @throws Problem command.header-unknown */
function mustHaveHeaders(headers: readonly string[], given: NamedColumns): void {
  const unknown = Object.values(given).find((header) => header !== null && !headers.includes(header))
  if (unknown) throw new Problem('command.header-unknown', { header: unknown, headers: headers.join('、') })
}

/** Null where a further sheet holds no table at all: a cover, a chart. */
async function tableOrNothing(file: ImportFile, sheet: string): Promise<Table | null> {
  try {
    return await openTable(file, sheet)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** The first sheet and those with its very headers; the names of the others. */
async function sheetsAlike(file: ImportFile): Promise<{ alike: Read[]; passedOver: string[] }> {
  const first = await openTable(file, undefined)
  const [name, ...others] = first.sheets ?? []
  const alike: Read[] = [{ sheet: name, table: first }]
  const passedOver: string[] = []
  for (const sheet of others) {
    const table = await tableOrNothing(file, sheet)
    if (table && headerSignature(table.headers) === headerSignature(first.headers))
      alike.push({ sheet, table })
    else passedOver.push(sheet)
  }
  return { alike, passedOver }
}

async function sheetsNamed(file: ImportFile, names: readonly string[]): Promise<Read[]> {
  const read: Read[] = []
  for (const sheet of names) read.push({ sheet, table: await openTable(file, sheet) })
  return read
}

/**
 * The sheets of a file that hold the same table (取同样表头的工作表): the first visible one, and those with its very headers; each with its columns
 * as they would be read, some of them named by the person.
 * @param wanted the only sheets to take, by name
 * @throws Problem command.header-unknown when a sheet has no such header · import.* when the file is no table
 */
export async function chooseSheets(
  reader: Reader,
  file: ImportFile,
  given: NamedColumns,
  wanted: readonly string[],
): Promise<{ readonly chosen: readonly Chosen[]; readonly passedOver: readonly string[] }> {
  const { alike, passedOver } =
    wanted.length > 0 ? { alike: await sheetsNamed(file, wanted), passedOver: [] } : await sheetsAlike(file)
  const chosen: Chosen[] = []
  for (const { sheet, table } of alike) {
    mustHaveHeaders(table.headers, given)
    const { named } = await placeColumns(reader, table, undefined)
    chosen.push({ sheet, columns: { ...named, ...given } })
  }
  return { chosen, passedOver }
}
