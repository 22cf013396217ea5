import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { TableShape } from './catalog.ts'
import { type Measure, measureOf } from './measured.ts'

const { escapeIdentifier } = pg

/** Equal rows become equal text on every engine: nothing here may depend on a server's settings. */
export const plainTextSettings = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'`

const columnList = (table: TableShape): string => table.columns.map(escapeIdentifier).join(', ')
const tableName = (table: TableShape): string => `public.${escapeIdentifier(table.name)}`

export type MeasuredRows = Measure & { readonly rowCount: number }

/** All rows of a table as CSV with a header, in the order of its primary key. `take` reads the stream to its end. */
export async function copyRowsOut(
  client: pg.Client,
  table: TableShape,
  take: (rows: Readable) => Promise<Measure> = measureOf,
): Promise<MeasuredRows> {
  const select = `select ${columnList(table)} from ${tableName(table)} order by ${table.order}`
  const stream = client.query(copyTo(`copy (${select}) to stdout with (format csv, header)`))
  const measure = await take(stream)
  // The count arrives after the last row, perhaps in a later packet: one round trip later it is there.
  await client.query('select')
  return { ...measure, rowCount: stream.rowCount }
}

/** `header match`: the database itself refuses columns in another order. */
export async function copyRowsIn(client: pg.Client, table: TableShape, rows: Readable): Promise<void> {
  const copy = `copy ${tableName(table)} (${columnList(table)}) from stdin with (format csv, header match)`
  await pipeline(rows, client.query(copyFrom(copy)))
}

export async function isEmptyTable(client: pg.Client, table: TableShape): Promise<boolean> {
  const found = await client.query(`select from ${tableName(table)} limit 1`)
  return found.rowCount === 0
}
