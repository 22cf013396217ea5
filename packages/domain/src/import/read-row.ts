import type { Row } from './cell.ts'
import type { Column, ColumnMapping } from './column.ts'
import type { Finding } from './finding.ts'
import type { ValueOf } from './read-cell.ts'
import { readCell } from './read-cell.ts'

/** The values of a row, by field; null where the cell is empty, unmapped or refused. */
export type RowValues<Columns extends readonly Column[]> = {
  -readonly [C in Columns[number] as C['field']]: ValueOf<C['kind']> | null
}

export interface RowReading<Columns extends readonly Column[]> {
  readonly values: RowValues<Columns>
  readonly findings: Finding[]
}

/**
 * Reads a whole row under a mapping (读取一行). Declare columns with `as const satisfies readonly Column[]` and the values are typed.
 * @param headers the headers as they stand in the file: findings name them.
 */
export function readRow<const Columns extends readonly Column[]>(
  row: Row,
  headers: readonly string[],
  columns: Columns,
  mapping: ColumnMapping<Columns[number]['field']>,
): RowReading<Columns> {
  const findings: Finding[] = []
  const values: Record<string, string | number | null> = {}
  for (const column of columns) {
    const index = mapping[column.field as Columns[number]['field']] // the loop variable is one of Columns
    const reading = readCell(index === null ? null : (row.cells[index] ?? null), column)
    values[column.field] = 'value' in reading ? reading.value : null
    if ('value' in reading) continue
    // An unmapped required column is named by its own title: the file has no header for it.
    const header = index === null ? column.zh : (headers[index] ?? column.zh)
    findings.push({ line: row.line, column: header, severity: 'error', ...reading.flaw })
  }
  return { values: values as RowValues<Columns>, findings } // filled for every field by the loop above
}
