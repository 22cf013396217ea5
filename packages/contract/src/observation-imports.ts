import { SAID_KINDS, SHEET_LISTS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { ById, Day, endpoint, Id, Instant, Name, Nullable, oneOf, Reference } from './endpoint.ts'
import { ImportFinding, ImportPreview, tableProblems } from './imports.ts'

const Count = (description: string) => Type.Integer({ minimum: 0, description })

const SheetToRead = Type.Object({
  fileId: Id,
  sheet: Type.Optional(Type.String({ maxLength: 64, description: 'of a workbook; else the first' })),
  columns: Type.Optional(
    Type.Record(Type.String(), Nullable(Type.String()), {
      description:
        'field → header of the file; null = not in the file. Without it: as last time for such headers, or as these suggest',
    }),
  ),
})

/** What is to be made of a name that the city does not know, settled once for all rows that have it. */
export const NameDecision = Type.Object({
  kind: oneOf(SAID_KINDS),
  said: Type.String({ maxLength: 2000 }),
  as: oneOf(['known', 'create', 'leave']),
  id: Type.Optional(
    Type.String({ format: 'uuid', description: 'known: the street, organization or criterion' }),
  ),
  districtId: Type.Optional(
    Type.String({ format: 'uuid', description: 'create: the area that the street lies in' }),
  ),
})

export const UnknownName = Type.Object({
  kind: oneOf(SAID_KINDS),
  said: Type.String(),
  rowCount: Count('rows that have it'),
  firstLine: Type.Integer(),
  file: Type.String(),
  ambiguous: Type.Boolean({ description: 'several are called so' }),
  nearest: Type.Array(Reference),
  decision: Nullable(NameDecision),
})

export const ObservationImportResult = Type.Object({
  dryRun: Type.Boolean(),
  imported: Type.Boolean({ description: 'false when there is an error: then nothing was written' }),
  round: Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day, isNew: Type.Boolean() }),
  framework: Type.Object({
    versionId: Id,
    name: Type.String(),
    isNew: Type.Boolean({ description: 'made from the items of the sheet' }),
    itemCount: Count('indicators at the top'),
    subItemCount: Count('criteria'),
  }),
  lists: oneOf(SHEET_LISTS),
  sheets: Type.Array(
    Type.Object({ file: Type.String(), sheet: Nullable(Type.String()), rowCount: Count('rows') }),
  ),
  rowCount: Count('rows that hold something'),
  leftOutCount: Count('rows that say nothing: totals, repeated headers'),
  observationCount: Count('observations these rows become'),
  supersededCount: Count('earlier observations they take the place of'),
  recountedCount: Count(
    'earlier observations that now stand beside others, and are written anew with their count',
  ),
  unresolvedCount: Count('of them without a criterion'),
  unassignedCount: Count('of them without an organization'),
  registeredCount: Count('of them at a site of the register'),
  newStreetCount: Count('streets that are created'),
  newOrganizationCount: Count('organizations that are created'),
  deductedPoints: Type.Number({ description: 'sum of the points deducted' }),
  errorCount: Count('errors'),
  warningCount: Count('warnings'),
  findings: Type.Array(Type.Object({ ...ImportFinding.properties, file: Type.String() }), {
    description: 'the first 500',
  }),
  names: Type.Array(UnknownName, {
    description: 'names that the city does not know, those in most rows first',
  }),
})

const sheetProblems = ['not-found', 'access.out-of-scope', ...tableProblems] as const

export const previewObservationSheet = endpoint({
  operationId: 'previewObservationSheet',
  method: 'POST',
  path: '/api/observation-imports/preview',
  gate: 'observation.import',
  summary: "Look at a third party's sheet before it is imported: headers, sample rows, suggested columns",
  body: Type.Object({ fileId: Id, sheet: Type.Optional(Type.String({ maxLength: 64 })) }),
  response: ImportPreview,
  problems: sheetProblems,
})

export const importObservations = endpoint({
  operationId: 'importObservations',
  method: 'POST',
  path: '/api/observation-imports',
  gate: 'observation.import',
  summary:
    'Take the sheets of a third party into a round, all or nothing; with dryRun only say what would happen and which names are unknown',
  body: Type.Object({
    roundId: Id,
    newRound: Type.Optional(
      Type.Object(
        {
          name: Name(100),
          versionId: Type.Optional(Id),
        },
        { description: 'the round is made under this id, its period from the days of the sheet' },
      ),
    ),
    frameworkFromSheet: Type.Optional(
      Type.Object(
        { name: Name(100), label: Name(60) },
        { description: "only with newRound: a framework is made from the sheet's items, and published" },
      ),
    ),
    sheets: Type.Array(SheetToRead, { minItems: 1, maxItems: 50 }),
    lists: oneOf(SHEET_LISTS),
    series: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'whose serial numbers these are; numbers of another series are others',
      }),
    ),
    pointsPerSubItem: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1000,
        multipleOf: 0.0001,
        description: 'where no criterion says so; else 1',
      }),
    ),
    acceptUnknownItems: Type.Optional(
      Type.Boolean({ description: 'import although most rows name items that the framework does not have' }),
    ),
    decisions: Type.Optional(Type.Array(NameDecision, { maxItems: 5000 })),
    dryRun: Type.Boolean(),
  }),
  response: ObservationImportResult,
  problems: [
    ...sheetProblems,
    'observation-import.other-framework',
    'observation-import.framework-decided',
    'observation-import.framework-missing',
    'framework.not-published',
    'duplicate',
    'changed-meanwhile',
  ],
})

export const listObservationSheets = endpoint({
  operationId: 'listObservationSheets',
  method: 'GET',
  path: '/api/rounds/:id/observation-sheets',
  gate: 'observation.import',
  summary: 'What was imported into a round, the latest first',
  params: ById,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        file: Type.String(),
        sheet: Nullable(Type.String()),
        lists: oneOf(SHEET_LISTS),
        series: Type.String(),
        observationCount: Count('observations it brought'),
        currentCount: Count('of them not superseded since'),
        importedByName: Nullable(Type.String()),
        importedAt: Instant,
      }),
    ),
  }),
  problems: ['not-found', 'access.out-of-scope'],
})
