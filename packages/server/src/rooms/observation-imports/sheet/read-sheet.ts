import {
  type Finding,
  type Flaw,
  flaw,
  OBSERVATION_COLUMNS,
  type ObservationField,
  type Row,
  readItem,
  readRow,
  type SaidItem,
} from '@chuangcheng/domain'
import type { OpenedTable } from './open-table.ts'
import { deductionReader, type SaidRow, saysNothing } from './said-row.ts'

/** The rows of a sheet as they say it, and what could not be read. */
export type ReadSheet = {
  readonly rows: readonly SaidRow[]
  readonly rowCount: number
  readonly leftOut: readonly number[]
  readonly findings: readonly Finding[]
}

const ORGANIZATIONS = ['organization1', 'organization2', 'organization3'] as const

/** Items as rows say them: each pair of cells is read once. */
function itemReader(): (item: string | null, subItem: string | null) => SaidItem {
  const readings = new Map<string, SaidItem>()
  return (item, subItem) => {
    const key = `${item ?? ''}\n${subItem ?? ''}`
    const known = readings.get(key) ?? readItem(item, subItem)
    readings.set(key, known)
    return known
  }
}

/** Columns without which nothing can be counted. */
function missingColumns({ table, mapping }: OpenedTable, needsDeduction: boolean): Finding[] {
  const needed = OBSERVATION_COLUMNS.filter(
    ({ field }) => field === 'item' || (field === 'deduction' && needsDeduction),
  )
  const headers = table.headers.join('、').slice(0, 200)
  return needed
    .filter(({ field }) => mapping[field] === null)
    .map(({ zh }) => ({
      line: 0,
      column: zh,
      severity: 'error',
      ...flaw('column-missing', { column: zh, headers }),
    }))
}

const isAbout = (finding: Finding, header: string | null | undefined): boolean => finding.column === header

/** A time that nobody can read stops nothing: the row counts all the same. An empty item is told by the row's own finding. */
function softened(findings: readonly Finding[], named: OpenedTable['named']): Finding[] {
  return findings
    .filter(({ code }) => code !== 'required')
    .map((finding) =>
      isAbout(finding, named.observedOn) ? { ...finding, severity: 'warning' as const } : finding,
    )
}

/**
 * Read the rows of an opened sheet (读取外部观测表).
 * @param sheet which of the sheets of the import it is
 */
export function readSheet(opened: OpenedTable, sheet: number, needsDeduction: boolean): ReadSheet {
  const { table, mapping, named } = opened
  const findings: Finding[] = missingColumns(opened, needsDeduction)
  const rows: SaidRow[] = []
  const leftOut: number[] = []
  const itemOf = itemReader()
  const deductionOf = deductionReader()
  const headerOf = (field: ObservationField): string | null => named[field] ?? null
  const refuse = (line: number, field: ObservationField, found: Flaw): void =>
    void findings.push({ line, column: headerOf(field), severity: 'error', ...found })
  for (const row of table.rows) {
    const { values, findings: found } = readRow(row, table.headers, OBSERVATION_COLUMNS, mapping)
    if (saysNothing(values, table.headers, row)) {
      leftOut.push(row.line)
      continue
    }
    findings.push(...softened(found, named))
    const deduction = deductionOf(values.deduction)
    if ('flaw' in deduction) refuse(row.line, 'deduction', deduction.flaw)
    rows.push({
      sheet,
      line: row.line,
      serial: values.serial,
      item: itemOf(values.item, values.subItem),
      district: values.district,
      street: values.street,
      site: values.site,
      siteType: values.siteType,
      organizations: ORGANIZATIONS.flatMap((field) => {
        const cell = values[field]
        return cell === null ? [] : [{ field, cell }]
      }),
      problem: values.problem ?? '',
      deduction: 'flaw' in deduction ? null : deduction.points,
      sharesDeduction: isMerged(row, mapping.deduction),
      day: values.observedOn,
    })
  }
  return { rows, rowCount: table.rows.length, leftOut, findings }
}

const isMerged = ({ mergedColumns }: Row, column: number | null): boolean =>
  column !== null && (mergedColumns?.includes(column) ?? false)
