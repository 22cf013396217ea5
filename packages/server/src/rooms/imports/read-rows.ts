import { type Column, type ColumnMapping, type Finding, flaw, readRow } from '@chuangcheng/domain'
import type { FeatureTable, Table } from '../../platform/tabular/index.ts'
import type { ImportKind, ImportRow } from './import-kind.ts'

/** A file as a table; of features, each row's geometry stands beside it. */
export type ImportTable = Table & Partial<Pick<FeatureTable, 'geometries'>>

export type RowsRead = {
  readonly rows: readonly ImportRow<readonly Column[]>[]
  readonly findings: readonly Finding[]
}

const missingColumns = ({ columns }: ImportKind, mapping: ColumnMapping): readonly Column[] =>
  columns.filter(({ field, required }) => required && (mapping[field] ?? null) === null)

/** Text that begins with `=` is taken as text, and said: whoever meant a formula wants its result. */
function formulaTexts(row: ImportRow<readonly Column[]>, kind: ImportKind, headerOf: HeaderOf): Finding[] {
  return kind.columns.flatMap((column) => {
    const value = row.values[column.field]
    if (typeof value !== 'string' || !value.startsWith('=')) return []
    const said = flaw('formula-text', { value: value.slice(0, 40) })
    return [{ line: row.line, column: headerOf(column), severity: 'warning' as const, ...said }]
  })
}

type HeaderOf = (column: Column) => string

/**
 * The rows of a file, each cell under the rules of its column. A required column that the file lacks is said once, for the file:
 * a sentence for each row of a long sheet would bury everything else.
 */
export function readRows(kind: ImportKind, table: ImportTable, mapping: ColumnMapping): RowsRead {
  const { headers } = table
  const missing = missingColumns(kind, mapping)
  const missingNames = new Set(missing.map(({ zh }) => zh))
  const headerOf: HeaderOf = ({ field, zh }) => headers[mapping[field] ?? -1] ?? zh
  const findings: Finding[] = missing.map(({ zh }) => ({
    line: 0,
    column: zh,
    severity: 'error',
    ...flaw('column-missing', { column: zh, headers: headers.join('、').slice(0, 200) }),
  }))
  const rows = table.rows.map((cells, at) => {
    const reading = readRow(cells, headers, kind.columns, mapping)
    const row = {
      line: cells.line,
      values: reading.values,
      refused: reading.findings.length > 0,
      geometry: table.geometries?.[at],
    }
    for (const found of reading.findings) {
      if (found.code !== 'required' || !missingNames.has(found.column ?? '')) findings.push(found)
    }
    findings.push(...formulaTexts(row, kind, headerOf))
    return row
  })
  return { rows, findings }
}
