import { CASE_STATES, FIGURE_KEYS, FIGURE_UNITS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { ById, Day, endpoint, Id, Instant, Name, Nullable, oneOf, Reference } from './endpoint.ts'

const Version = Type.Object({ id: Id, label: Type.String(), frameworkName: Type.String() })

/** A briefing (通报): an official document written from the score of rounds, with the source of every figure. */
export const BriefingRow = Type.Object({
  id: Id,
  title: Type.String(),
  documentNumber: Type.String(),
  issuer: Type.String(),
  addressee: Type.String(),
  signedOn: Day,
  assessment: Nullable(Reference),
  version: Version,
  rounds: Type.Array(Reference),
  watermark: Type.Integer({ description: 'how far the ledger of observations had come' }),
  figureCount: Type.Integer(),
  madeAt: Instant,
  madeByName: Nullable(Type.String()),
})

export const listBriefings = endpoint({
  operationId: 'listBriefings',
  method: 'GET',
  path: '/api/briefings',
  gate: 'briefing.read',
  summary:
    'Briefings, the latest first; those about covert rounds that are not published only for the office',
  response: Type.Object({ items: Type.Array(BriefingRow) }),
})

const Source = {
  assessmentId: Type.Optional(Id),
  roundIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
}

/** What is printed at the head and foot of the document. */
const Heading = {
  title: Name(100),
  documentNumber: Type.String({ maxLength: 40 }),
  issuer: Name(60),
  addressee: Type.String({ maxLength: 200 }),
  signedOn: Day,
  nextSteps: Type.String({ maxLength: 4000, description: 'one paragraph a line' }),
}

export const proposeBriefing = endpoint({
  operationId: 'proposeBriefing',
  method: 'POST',
  path: '/api/briefings/proposal',
  gate: 'briefing.make',
  summary:
    'What a briefing from an assessment or rounds would be called: title, number after the last one, issuer, addressee, day, next steps',
  body: Type.Object(Source),
  response: Type.Object({ version: Version, rounds: Type.Array(Reference), ...Heading }),
  problems: ['not-found', 'score.nothing-chosen', 'score.rounds-of-versions', 'access.out-of-scope'],
})

export const makeBriefing = endpoint({
  operationId: 'makeBriefing',
  method: 'POST',
  path: '/api/briefings',
  gate: 'briefing.make',
  summary:
    'Take all figures, write the document and its workbook, and keep them; the same id again answers the first one',
  body: Type.Object({
    id: Id,
    ...Source,
    ...Type.Partial(Type.Object(Heading)).properties,
  }),
  response: BriefingRow,
  problems: [
    'not-found',
    'duplicate',
    'score.nothing-chosen',
    'score.rounds-of-versions',
    'briefing.nothing-observed',
    'access.out-of-scope',
  ],
})

const FigureSummary = Type.Object({
  id: Id,
  number: Type.Integer({ description: 'its number in the source annex' }),
  key: oneOf(FIGURE_KEYS),
  words: Type.String({ description: 'the query in words' }),
  shown: Type.String({ description: 'as printed; empty for a table' }),
  watermark: Type.Integer(),
})

export const getBriefing = endpoint({
  operationId: 'getBriefing',
  method: 'GET',
  path: '/api/briefings/:id',
  gate: 'briefing.read',
  summary: 'A briefing with its figures',
  params: ById,
  response: Type.Object({
    ...BriefingRow.properties,
    nextSteps: Type.String(),
    figures: Type.Array(FigureSummary),
  }),
  problems: ['not-found'],
})

export const getBriefingDocument = endpoint({
  operationId: 'getBriefingDocument',
  method: 'GET',
  path: '/api/briefings/:id/document',
  gate: 'briefing.read',
  summary: 'The document (.docx), as it was made',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})

export const getBriefingDetails = endpoint({
  operationId: 'getBriefingDetails',
  method: 'GET',
  path: '/api/briefings/:id/details',
  gate: 'briefing.read',
  summary: 'The workbook of details (.xlsx), as it was made',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})

const Value = Type.Union([
  Type.Object({
    kind: Type.Literal('number'),
    unit: oneOf(FIGURE_UNITS),
    exact: Nullable(Type.String({ description: 'n or n/d in lowest terms' })),
    shown: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('table'),
    columns: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), unit: oneOf(FIGURE_UNITS) })),
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        cells: Type.Array(Type.Object({ exact: Nullable(Type.String()), shown: Type.String() })),
      }),
    ),
  }),
])

const KeptCase = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  placeName: Type.String(),
  state: oneOf(CASE_STATES),
  openedAt: Instant,
  dueAt: Instant,
  rectifiedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  overdue: Type.Boolean(),
})

export const getFigure = endpoint({
  operationId: 'getFigure',
  method: 'GET',
  path: '/api/figures/:id',
  gate: 'briefing.read',
  summary:
    'A figure as it was printed, the query in words, its watermark, the kept rows the caller may see, and what the same query says now',
  params: ById,
  response: Type.Object({
    ...FigureSummary.properties,
    briefing: Reference,
    rounds: Type.Array(Reference),
    takenAt: Instant,
    value: Value,
    now: Value,
    cases: Nullable(Type.Array(KeptCase)),
    hiddenCaseCount: Type.Integer({ description: 'kept cases outside the scope of the caller' }),
  }),
  problems: ['not-found'],
})

export const retakeFigure = endpoint({
  operationId: 'retakeFigure',
  method: 'GET',
  path: '/api/figures/:id/retaking',
  gate: 'briefing.read',
  summary: 'Take a figure again at its watermark, from the observations or the rows it kept, and compare',
  params: ById,
  response: Type.Object({ same: Type.Boolean(), value: Value, takenAt: Instant }),
  problems: ['not-found'],
})
