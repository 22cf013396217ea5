import { DATUMS, type Permission } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { endpoint, Id, Nullable, oneOf } from './endpoint.ts'

/** What an import (导入) needs to know beside the file: where each field stands, and the datum of its coordinates. */
const ImportOrder = Type.Object({
  fileId: Id,
  sheet: Type.Optional(Type.String({ maxLength: 64 })),
  /** field → header of the file; null = not in the file */
  columns: Type.Optional(Type.Record(Type.String(), Nullable(Type.String()))),
  datum: Type.Optional(oneOf(DATUMS)),
  dryRun: Type.Boolean(),
})

export const ImportFinding = Type.Object({
  line: Type.Integer({ description: 'row number as the person sees it in the file; 0 = the whole file' }),
  column: Nullable(Type.String()),
  severity: oneOf(['error', 'warning']),
  code: Type.String(),
  text: Type.String({ description: 'what is wrong and what to do, in the language of the request' }),
})

export const ImportResult = Type.Object({
  fileName: Type.String(),
  dryRun: Type.Boolean(),
  imported: Type.Boolean({ description: 'false when there is an error: then nothing was written' }),
  rowCount: Type.Integer(),
  createdCount: Type.Integer(),
  changedCount: Type.Integer(),
  unchangedCount: Type.Integer(),
  errorCount: Type.Integer(),
  warningCount: Type.Integer(),
  findings: Type.Array(ImportFinding, { description: 'the first 500' }),
})

/** What a file may say, for the person who matches its columns. */
export const ImportFields = Type.Array(
  Type.Object({ field: Type.String(), name: Type.String(), required: Type.Boolean(), note: Type.String() }),
)

export const ImportPreview = Type.Object({
  fileName: Type.String(),
  encoding: Nullable(Type.String()),
  sheets: Type.Array(Type.String()),
  headers: Type.Array(Type.String()),
  sample: Type.Array(Type.Array(Type.String())),
  rowCount: Type.Integer(),
  fields: ImportFields,
  columns: Type.Record(Type.String(), Nullable(Type.String())),
  remembered: Type.Boolean({ description: 'the columns were used for such a file before' }),
  needsDatum: Type.Boolean(),
  datum: Nullable(oneOf(DATUMS)),
})

/** What can be wrong with a file that should be a table, whatever it is imported as. */
export const tableProblems = [
  'import.not-a-table',
  'import.save-as-xlsx',
  'import.password-protected',
  'import.damaged',
  'import.file-too-large',
  'import.unpacks-too-large',
  'import.too-many-rows',
  'import.too-many-columns',
  'import.empty',
  'import.sheet-missing',
  'import.encoding-unknown',
  'import.encoding-damaged',
  'import.quote-open',
] as const
const importProblems = [
  'not-found',
  ...tableProblems,
  'import.geojson-invalid',
  'import.geojson-not-features',
] as const

/** Every kind of import has the same two endpoints: look at the file, then import it (or try: dry run). */
export function importEndpoints<const Kind extends string, const Path extends string>(
  kind: Kind,
  path: Path,
  gate: Permission,
) {
  return {
    preview: endpoint({
      operationId: `preview${kind}Import`,
      method: 'POST',
      path: `${path}/import/preview`,
      gate,
      summary: `Look at a file before importing it: headers, sample rows, suggested columns (${kind})`,
      body: Type.Object({ fileId: Id, sheet: Type.Optional(Type.String({ maxLength: 64 })) }),
      response: ImportPreview,
      problems: importProblems,
    }),
    run: endpoint({
      operationId: `import${kind}`,
      method: 'POST',
      path: `${path}/import`,
      gate,
      summary: `Import a file, all or nothing; with dryRun only say what would happen (${kind})`,
      body: ImportOrder,
      response: ImportResult,
      problems: importProblems,
    }),
  }
}

export type ImportEndpoints = ReturnType<typeof importEndpoints>
