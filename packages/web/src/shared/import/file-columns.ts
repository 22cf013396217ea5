import type { Response } from '../api/client.ts'

export type Preview = Response<'previewSitesImport'>
export type Datum = NonNullable<Preview['datum']>
export type Columns = Preview['columns']
export type Field = Preview['fields'][number]

/** Required fields that no column of the file was chosen for. */
export const missingFields = (fields: readonly Field[], columns: Columns): Field[] =>
  fields.filter(({ field, required }) => required && !columns[field])

/** Headers that were chosen for more than one field. */
export function headersUsedTwice(columns: Columns): string[] {
  const used = Object.values(columns).filter((header) => header !== null)
  return [...new Set(used.filter((header, place) => used.indexOf(header) !== place))]
}

/** Named headers of the file that no field takes. */
export function unusedHeaders(headers: readonly string[], columns: Columns): string[] {
  const used = new Set(Object.values(columns))
  return [...new Set(headers)].filter((header) => header !== '' && !used.has(header))
}

/** What the first rows say in the column with this header, without repetitions; at most `count` values. */
export function samplesOf(
  { headers, sample }: Pick<Preview, 'headers' | 'sample'>,
  header: string | null | undefined,
  count = 2,
): string[] {
  const place = header ? headers.indexOf(header) : -1
  if (place === -1) return []
  const values = sample.map((row) => row[place] ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, count)
}

/** Coordinates are asked about only when the file brings any: a table without a longitude column brings none. */
export const asksForDatum = ({ needsDatum, fields }: Preview, columns: Columns): boolean =>
  needsDatum && (!fields.some(({ field }) => field === 'longitude') || Boolean(columns.longitude))
