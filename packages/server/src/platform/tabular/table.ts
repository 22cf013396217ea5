import type { Row } from '@chuangcheng/domain'

/** A file read as a table (表格): the row of headers, then rows that hold something. */
export interface Table {
  readonly format: 'xlsx' | 'csv' | 'geojson'
  /** Of text files: the encoding found, as the Encoding Standard names it. */
  readonly encoding?: string
  /** Of workbooks: the names of the visible sheets, in order. */
  readonly sheets?: readonly string[]
  /** What stands above the headers: titles, dates, remarks. */
  readonly titles?: readonly string[]
  /** As in the file; repeated ones get `(2)`, missing ones the column's letter in brackets. */
  readonly headers: readonly string[]
  readonly rows: readonly Row[]
}

/** What a file may cost us; beyond it, it is refused with a Problem. */
export interface ReadLimits {
  /** Rows that hold something, without the headers; titles above them count. */
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxBytes: number
  /** Of a workbook, unpacked. */
  readonly maxUnpackedBytes: number
}

export const READ_LIMITS: ReadLimits = {
  maxRows: 200_000,
  maxColumns: 200,
  maxBytes: 64 * 1024 * 1024,
  maxUnpackedBytes: 300 * 1024 * 1024,
}

export interface ReadOptions extends Partial<ReadLimits> {
  /** The name the person knows the file by; Problems name it. */
  readonly fileName?: string
  /** Sheet of a workbook; otherwise the first visible one. */
  readonly sheet?: string
  /** See `headerNames` in domain: helps to tell the header row from titles above it. */
  readonly knownHeaders?: ReadonlySet<string>
}

/** Options with every default filled in, as the readers of this folder pass them on. */
export interface ReadOrder extends ReadLimits {
  readonly path: string
  readonly fileName: string
  readonly sheet: string | null
  readonly knownHeaders: ReadonlySet<string>
}
