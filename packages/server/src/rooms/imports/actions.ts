import {
  type Actor,
  type Column,
  type ColumnMapping,
  type Datum,
  type Finding,
  type Flaw,
  headerNames,
  headerSignature,
  Problem,
  suggestMapping,
} from '@chuangcheng/domain'
import type { Author, Database, Reader, Tx } from '../../platform/database/database.ts'
import { readFeatureTable, readTable } from '../../platform/tabular/index.ts'
import type { ImportFile } from '../files/index.ts'
import type { Decision, ImportContext, ImportKind } from './import-kind.ts'
import { findMapping, insertRun, type NamedColumns, rememberMapping } from './queries.ts'
import { type ImportTable, type RowsRead, readRows } from './read-rows.ts'

/** How a person wants a file imported. What they leave open is remembered from last time, or suggested from the headers. */
export type ImportOrder = {
  readonly sheet?: string | undefined
  readonly columns?: NamedColumns | undefined
  readonly datum?: Datum | undefined
  readonly dryRun: boolean
}

export type ImportOutcome = {
  readonly fileName: string
  readonly dryRun: boolean
  readonly imported: boolean
  readonly rowCount: number
  readonly createdCount: number
  readonly changedCount: number
  readonly unchangedCount: number
  readonly findings: readonly Finding[]
}

const FALLBACK_DATUM: Datum = 'WGS84'

export function tableOf(kind: ImportKind, file: ImportFile, sheet: string | undefined): Promise<ImportTable> {
  const knownHeaders = headerNames(kind.columns)
  if (kind.readsFeatures) return readFeatureTable(file.path, { fileName: file.name, knownHeaders })
  return readTable(file.path, {
    fileName: file.name,
    knownHeaders,
    ...(sheet === undefined ? {} : { sheet }),
  })
}

/** Where each field stands in a file: as ordered, as last time, or as its headers suggest. */
export async function mappingFor(
  reader: Reader,
  kind: ImportKind,
  headers: readonly string[],
  ordered: NamedColumns | undefined,
): Promise<{ mapping: ColumnMapping; named: NamedColumns; remembered: boolean; datum: Datum | null }> {
  const last = await findMapping(reader, kind.kind, headerSignature(headers))
  const wanted = ordered ?? last?.columns
  const suggested: ColumnMapping = suggestMapping(headers, kind.columns)
  const mapping = Object.fromEntries(
    kind.columns.map(({ field }) => {
      const header = wanted?.[field]
      if (wanted === undefined) return [field, suggested[field] ?? null]
      const index = header === null || header === undefined ? -1 : headers.indexOf(header)
      return [field, index === -1 ? null : index]
    }),
  )
  const named = Object.fromEntries(
    Object.entries(mapping).map(([field, index]) => [
      field,
      index === null ? null : (headers[index] ?? null),
    ]),
  )
  return { mapping, named, remembered: last !== null, datum: last?.datum ?? null }
}

/**
 * The columns of a file as they would be read, with some of them named by the person.
 * @throws Problem command.header-unknown when the file has no such header
 */
export async function columnsInFile(
  reader: Reader,
  kind: ImportKind,
  file: ImportFile,
  sheet: string | undefined,
  ordered: NamedColumns,
): Promise<NamedColumns> {
  const { headers } = await tableOf(kind, file, sheet)
  const unknown = Object.values(ordered).find((header) => header !== null && !headers.includes(header))
  if (unknown) throw new Problem('command.header-unknown', { header: unknown, headers: headers.join('、') })
  const { named } = await mappingFor(reader, kind, headers, undefined)
  return { ...named, ...ordered }
}

function contextFor<Columns extends readonly Column[]>(
  kind: ImportKind<Columns>,
  named: NamedColumns,
  actor: Actor | null,
  datum: Datum,
): ImportContext {
  const columnOf = (field: string | null): string | null =>
    field === null
      ? null
      : (named[field] ?? kind.columns.find((column) => column.field === field)?.zh ?? field)
  const say =
    (severity: Finding['severity']) =>
    (line: number, field: string | null, flaw: Flaw): Finding => ({
      line,
      column: columnOf(field),
      severity,
      ...flaw,
    })
  const has = (field: string): boolean => typeof named[field] === 'string'
  return { actor, datum, has, error: say('error'), warning: say('warning') }
}

type Prepared = RowsRead & {
  readonly context: ImportContext
  readonly named: NamedColumns
  readonly signature: string
}

async function prepare(
  reader: Reader,
  kind: ImportKind,
  table: ImportTable,
  order: ImportOrder,
  actor: Actor | null,
): Promise<Prepared> {
  const { mapping, named, datum } = await mappingFor(reader, kind, table.headers, order.columns)
  return {
    ...readRows(kind, table, mapping),
    context: contextFor(kind, named, actor, order.datum ?? datum ?? FALLBACK_DATUM),
    named,
    signature: headerSignature(table.headers),
  }
}

const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

async function write(
  tx: Tx,
  kind: ImportKind,
  file: ImportFile,
  prepared: Prepared,
  decision: Decision<unknown>,
): Promise<void> {
  await kind.apply(tx, decision.plan)
  const datum = kind.needsDatum ? prepared.context.datum : null
  await rememberMapping(tx, {
    kind: kind.kind,
    signature: prepared.signature,
    columns: prepared.named,
    datum,
  })
  const counts = {
    rowCount: prepared.rows.length,
    createdCount: decision.createdCount,
    changedCount: decision.changedCount,
    warningCount: decision.findings.length,
  }
  await insertRun(tx, { kind: kind.kind, fileId: file.id, ...counts })
  tx.record({
    action: `${kind.subjectKind}.import`,
    subjectKind: 'file',
    subjectId: file.id,
    before: null,
    after: { ...counts, fileName: file.name, hash: file.hash, datum },
  })
}

/**
 * Import a file, or try: read it, decide about every row, and write all of it or nothing.
 * @throws Problem import.* when the file cannot be read as a table
 */
export async function importFile(
  database: Database,
  author: Author,
  actor: Actor | null,
  kind: ImportKind,
  file: ImportFile,
  order: ImportOrder,
): Promise<ImportOutcome> {
  const table = await tableOf(kind, file, order.sheet)
  if (table.rows.length === 0) throw new Problem('import.empty', { file: file.name })
  const decideIn = async (reader: Reader) => {
    const prepared = await prepare(reader, kind, table, order, actor)
    const decision = await kind.decide(reader, prepared.rows, prepared.context)
    const findings = [...prepared.findings, ...decision.findings].sort((a, b) => a.line - b.line)
    return { prepared, decision, findings }
  }
  const outcome = async (reader: Reader, tx: Tx | null): Promise<ImportOutcome> => {
    const { prepared, decision, findings } = await decideIn(reader)
    const imported = tx !== null && !hasError(findings)
    if (imported) await write(tx, kind, file, prepared, decision)
    const { createdCount, changedCount, unchangedCount } = decision
    return {
      fileName: file.name,
      dryRun: order.dryRun,
      imported,
      rowCount: prepared.rows.length,
      createdCount,
      changedCount,
      unchangedCount,
      findings,
    }
  }
  if (order.dryRun) return outcome(database.reader(author.cityId), null)
  return database.transact(author, (tx) => outcome(tx, tx))
}
