import type { imports } from '@chuangcheng/contract'
import type { Finding } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import { authorOf } from '../../platform/database/author.ts'
import { findText, saidParams } from '../../platform/http/problem-text.ts'
import { type House, open, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { getImportFile } from '../files/index.ts'
import { importFile, mappingFor, tableOf } from './actions.ts'
import { type ImportKind, shownCell } from './import-kind.ts'

const SAMPLE_ROWS = 5
const MOST_FINDINGS = 500

const findingText = (locale: Locale, finding: Finding): string =>
  findText(locale, `finding.${finding.code}`, saidParams(locale, finding.params)) ?? finding.code

/** Findings as an answer says them, the first 500. */
export const shownFindings = (locale: Locale, findings: readonly Finding[]) =>
  findings.slice(0, MOST_FINDINGS).map(({ line, column, severity, code, ...finding }) => ({
    line,
    column,
    severity,
    code,
    text: findingText(locale, { line, column, severity, code, ...finding }),
  }))

/** The two endpoints of a kind of import. */
export function importRoutes(
  house: House,
  store: FileStore,
  endpoints: imports.ImportEndpoints,
  // Rooms declare their kinds with the exact types of their rows; here they are all alike.
  kind: ImportKind,
): void {
  reading(house, endpoints.preview, async (reader, { actor, body, locale }) => {
    const file = await getImportFile(reader, store, actor.userId, body.fileId)
    const table = await tableOf(kind, file, body.sheet)
    const { named, remembered, datum } = await mappingFor(reader, kind, table.headers, undefined)
    return {
      fileName: file.name,
      encoding: table.encoding ?? null,
      sheets: [...(table.sheets ?? [])],
      headers: [...table.headers],
      sample: table.rows
        .slice(0, SAMPLE_ROWS)
        .map((row) => table.headers.map((_, index) => shownCell(row.cells[index]))),
      rowCount: table.rows.length,
      fields: kind.columns.map((column) => ({
        field: column.field,
        name: locale === 'en' ? column.en : column.zh,
        required: column.required,
        note: (column.choices ?? []).map((choice) => (locale === 'en' ? choice.en : choice.zh)).join('、'),
      })),
      columns: { ...named },
      remembered,
      needsDatum: kind.needsDatum,
      datum,
    }
  })
  open(house, endpoints.run, async ({ actor, body, locale }) => {
    const file = await getImportFile(house.database.reader(actor.cityId), store, actor.userId, body.fileId)
    const author = authorOf(actor)
    const { findings, ...outcome } = await importFile(house.database, author, actor, kind, file, body)
    const errorCount = findings.filter(({ severity }) => severity === 'error').length
    return {
      ...outcome,
      errorCount,
      warningCount: findings.length - errorCount,
      findings: shownFindings(locale, findings),
    }
  })
}
