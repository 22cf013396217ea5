import { Type } from 'typebox'
import { ById, endpoint, Id, Name, Nullable, oneOf } from './endpoint.ts'
import { FrameworkVersionPage } from './frameworks.ts'
import { ImportFields, ImportFinding, tableProblems } from './imports.ts'

/** What a version as a whole needs of tree, duties and mappings together: import, export, publication, succession. */

const FrameworkFile = {
  fileId: Id,
  sheet: Type.Optional(Type.String({ maxLength: 64 })),
}
/** field (`level1`, `level1Points`, `text`, `points`, `lead` …) → header of the file; null = not in the file */
const Columns = Type.Record(Type.String(), Nullable(Type.String()))
const importProblems = [
  'not-found',
  'framework.not-a-draft',
  'access.out-of-scope',
  ...tableProblems,
] as const

export const previewFrameworkImport = endpoint({
  operationId: 'previewFrameworkImport',
  method: 'POST',
  path: '/api/framework-versions/:id/import/preview',
  gate: 'framework.edit',
  summary:
    'Look at a workbook before importing it as a tree: headers, sample rows, suggested columns and levels',
  params: ById,
  body: Type.Object(FrameworkFile),
  response: Type.Object({
    fileName: Type.String(),
    sheets: Type.Array(Type.String()),
    sheet: Nullable(Type.String()),
    headers: Type.Array(Type.String()),
    sample: Type.Array(Type.Array(Type.String())),
    rowCount: Type.Integer(),
    fields: ImportFields,
    columns: Columns,
    levelNames: Type.Array(Type.String()),
  }),
  problems: importProblems,
})

export const importFramework = endpoint({
  operationId: 'importFramework',
  method: 'POST',
  path: '/api/framework-versions/:id/import',
  gate: 'framework.edit',
  summary:
    'Replace a draft’s tree by a workbook, duties included, all or nothing; with dryRun only say what would happen',
  params: ById,
  body: Type.Object({ ...FrameworkFile, columns: Type.Optional(Columns), dryRun: Type.Boolean() }),
  response: Type.Object({
    fileName: Type.String(),
    dryRun: Type.Boolean(),
    imported: Type.Boolean(),
    rowCount: Type.Integer(),
    levelNames: Type.Array(Type.String()),
    levelCounts: Type.Array(Type.Integer()),
    criterionCount: Type.Integer(),
    raisedCount: Type.Integer(),
    dutyCount: Type.Integer(),
    pointsSum: Type.Number(),
    errorCount: Type.Integer(),
    warningCount: Type.Integer(),
    findings: Type.Array(ImportFinding, { description: 'the first 500' }),
  }),
  problems: importProblems,
})

export const getFrameworkTemplate = endpoint({
  operationId: 'getFrameworkTemplate',
  method: 'GET',
  path: '/api/framework-template',
  gate: 'framework.read',
  summary: 'The documented template workbook for frameworks',
  response: 'bytes',
})

export const exportFramework = endpoint({
  operationId: 'exportFramework',
  method: 'GET',
  path: '/api/framework-versions/:id/export',
  gate: 'framework.read',
  summary: 'A version as an Excel workbook that imports back equal',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})

/** What keeps a draft from being published, with the place to mend it. */
export const FrameworkFlaw = Type.Object({
  severity: oneOf(['error', 'warning']),
  code: Type.String(),
  text: Type.String(),
  nodeId: Nullable(Id),
  nodeCode: Nullable(Type.String()),
  field: Nullable(Type.String({ description: 'points · rule · text · duties · siteTypes · mappings' })),
})

export const listFrameworkFlaws = endpoint({
  operationId: 'listFrameworkFlaws',
  method: 'GET',
  path: '/api/framework-versions/:id/flaws',
  gate: 'framework.read',
  summary: 'What keeps a draft from being published (errors) and what should be looked at (warnings)',
  params: ById,
  response: Type.Object({
    errorCount: Type.Integer(),
    warningCount: Type.Integer(),
    items: Type.Array(FrameworkFlaw, { description: 'errors first; the first 1,000' }),
  }),
  problems: ['not-found'],
})

export const publishFrameworkVersion = endpoint({
  operationId: 'publishFrameworkVersion',
  method: 'POST',
  path: '/api/framework-versions/:id/publication',
  gate: 'framework.edit',
  summary: 'Publish a draft: it never changes again. Refused while it has flaws',
  params: ById,
  body: Type.Object({ basedOn: Type.Integer({ minimum: 1 }) }),
  response: FrameworkVersionPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'framework.not-a-draft',
    'framework.flawed',
    'access.out-of-scope',
  ],
})

export const succeedFrameworkVersion = endpoint({
  operationId: 'succeedFrameworkVersion',
  method: 'POST',
  path: '/api/framework-versions/:id/successor',
  gate: 'framework.edit',
  summary: 'A new draft from this version: tree with its codes, duties and confirmed mappings carried over',
  params: ById,
  body: Type.Object({
    id: Id,
    label: Name(60),
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  }),
  response: FrameworkVersionPage,
  problems: ['not-found', 'duplicate', 'access.out-of-scope'],
})

export const listFrameworkDecisions = endpoint({
  operationId: 'listFrameworkDecisions',
  method: 'GET',
  path: '/api/framework-versions/:id/decisions',
  gate: 'framework.read',
  summary: 'What must be decided again in a draft made from another version: added and re-worded criteria',
  params: ById,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        nodeId: Id,
        code: Type.String(),
        text: Type.String(),
        previousText: Nullable(Type.String()),
        why: oneOf(['added', 'reworded']),
        dutyCount: Type.Integer(),
        mappingCount: Type.Integer(),
      }),
    ),
  }),
  problems: ['not-found'],
})
