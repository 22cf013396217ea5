import {
  ASSESSMENT_KINDS,
  CRITERION_ROLES,
  DUTY_ROLES,
  NODE_KINDS,
  OBSERVATION_OUTCOMES,
  TALLY_DIMENSIONS,
} from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  endpoint,
  Id,
  Instant,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'
import { Points } from './rules.ts'

const exactFields = {
  fraction: Type.String({ description: 'exact, in lowest terms: 5/3, or 2 where nothing is left over' }),
  decimal: Type.Number({ description: 'the same, rounded half away from zero to six decimals' }),
}
/** An exact number: whoever reckons on takes the fraction, whoever only looks takes the decimal. */
const Exact = Type.Object(exactFields)

const Version = Type.Object({ id: Id, label: Type.String(), frameworkName: Type.String() })
const ScoredRound = Type.Object({ id: Id, name: Type.String(), kind: Type.String() })
const RoundIds = Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })

/** Rounds of one framework version that are scored together (测评). */
const AssessmentRow = Type.Object({
  id: Id,
  name: Type.String(),
  kind: oneOf(ASSESSMENT_KINDS),
  version: Version,
  rounds: Type.Array(ScoredRound),
  createdAt: Instant,
  revision: Type.Integer(),
})

export const listAssessments = endpoint({
  operationId: 'listAssessments',
  method: 'GET',
  path: '/api/assessments',
  gate: 'score.read',
  summary:
    'Assessments, the latest first, and the rounds that can be scored; as far as the caller may see them',
  response: Type.Object({
    items: Type.Array(AssessmentRow),
    rounds: Type.Array(Type.Object({ ...ScoredRound.properties, version: Version })),
  }),
})

export const addAssessment = endpoint({
  operationId: 'addAssessment',
  method: 'POST',
  path: '/api/assessments',
  gate: 'assessment.edit',
  summary: 'Score rounds of one framework version together',
  body: Type.Object({ id: Id, name: Name(100), kind: oneOf(ASSESSMENT_KINDS), roundIds: RoundIds }),
  response: AssessmentRow,
  problems: ['not-found', 'duplicate', 'score.rounds-of-versions', 'access.out-of-scope'],
})

export const changeAssessment = endpoint({
  operationId: 'changeAssessment',
  method: 'PATCH',
  path: '/api/assessments/:id',
  gate: 'assessment.edit',
  summary: 'Change name, kind or rounds of an assessment; it stays with its framework version',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    name: Type.Optional(Name(100)),
    kind: Type.Optional(oneOf(ASSESSMENT_KINDS)),
    roundIds: Type.Optional(RoundIds),
  }),
  response: AssessmentRow,
  problems: [
    'not-found',
    'changed-meanwhile',
    'duplicate',
    'score.rounds-of-versions',
    'access.out-of-scope',
  ],
})

/** What is scored: an assessment, or rounds of one version by their ids. */
const chosen = {
  assessmentId: Type.Optional(Id),
  rounds: Type.Optional(
    Type.String({ maxLength: 4000, description: 'ids of rounds of one framework version, with commas' }),
  ),
}
const chosenProblems = ['not-found', 'score.nothing-chosen', 'score.rounds-of-versions'] as const

const selection = {
  assessment: Nullable(Type.Object({ id: Id, name: Type.String(), kind: oneOf(ASSESSMENT_KINDS) })),
  version: Version,
  rounds: Type.Array(ScoredRound),
}

/** earned + lost + open = points, at every node and in the whole; `fullPoints` counts what does not apply too. */
const parts = { points: Exact, fullPoints: Points, earned: Exact, lost: Exact, open: Exact }

const Coverage = Type.Object({
  observed: Type.Number({ description: 'places that were observed' }),
  applicable: Type.Number({ description: 'places to which it applies: those planned, or those named' }),
})

const Rate = Nullable(
  Type.Object(exactFields, {
    description: 'earned of what was seen, 0–1; null where nothing is known but problems',
  }),
)

const ScoreNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  kind: oneOf(NODE_KINDS),
  role: oneOf(CRITERION_ROLES),
  code: Type.String(),
  text: Type.String(),
  ruleText: Type.String(),
  ...parts,
  rate: Rate,
  basis: Nullable(
    Type.Unsafe<'shares' | 'problems' | 'notObserved' | 'notApplicable'>(
      Type.String({
        enum: ['shares', 'problems', 'notObserved', 'notApplicable'],
        description: 'of an ordinary criterion: what its points come from',
      }),
    ),
  ),
  coverage: Nullable(Coverage),
  observationCount: Type.Integer(),
  violationCount: Type.Integer(),
  problemCount: Type.Integer(),
  passed: Nullable(Type.Boolean({ description: 'of a gate: reached; of a veto item: did not happen' })),
})

export const getScore = endpoint({
  operationId: 'getScore',
  method: 'GET',
  path: '/api/score',
  gate: 'score.read',
  summary: 'The score of chosen rounds, live and exact: the framework tree with earned, lost and open points',
  query: Type.Object(chosen),
  response: Type.Object({
    ...selection,
    total: Type.Object({
      ...parts,
      rate: Rate,
      observationCount: Type.Integer(),
      problemCount: Type.Integer(),
      unresolvedCount: Type.Integer({ description: 'observations whose criterion could not be resolved' }),
      sites: Type.Object({
        planned: Type.Integer({ description: 'sites planned in the rounds' }),
        visited: Type.Integer({ description: 'of these, visited' }),
      }),
    }),
    nodes: Type.Array(ScoreNode),
  }),
  problems: [...chosenProblems],
})

export const getScoreBreakdown = endpoint({
  operationId: 'getScoreBreakdown',
  method: 'GET',
  path: '/api/score/breakdown',
  gate: 'score.read',
  summary:
    'Scores and attributed losses of districts, subdistricts, site types or organizations, as far as the caller may see them',
  query: Type.Object({ ...chosen, by: oneOf(TALLY_DIMENSIONS) }),
  response: Type.Object({
    ...selection,
    by: oneOf(TALLY_DIMENSIONS),
    lost: Type.Object(exactFields, {
      description: 'lost points of the whole; the losses of all rows add up to it',
    }),
    complete: Type.Boolean({ description: 'no row is hidden from the caller' }),
    rows: Type.Array(
      Type.Object({
        id: Nullable(Id),
        name: Type.String({ description: 'empty where nobody answers or the place has none (id null)' }),
        earned: Exact,
        stake: Exact,
        score: Nullable(Type.Object(exactFields, { description: 'earned ÷ at stake, 0–1' })),
        deductions: Exact,
        lost: Exact,
        observationCount: Type.Integer(),
        problemCount: Type.Integer(),
      }),
    ),
  }),
  problems: [...chosenProblems],
})

const ScoreObservation = Type.Object({
  batchId: Id,
  number: Type.Integer(),
  round: Reference,
  criterion: Nullable(Type.Object({ id: Id, code: Type.String(), text: Type.String() })),
  siteId: Nullable(Id),
  placeName: Type.String(),
  siteTypeName: Nullable(Type.String()),
  areaName: Nullable(Type.String()),
  subdistrictName: Nullable(Type.String()),
  outcome: oneOf(OBSERVATION_OUTCOMES),
  share: Nullable(Exact),
  lost: Exact,
  violationCount: Type.Integer(),
  value: Nullable(Type.Number()),
  deductionPoints: Nullable(Points),
  alongside: Type.Integer(),
  responsible: Type.Array(
    Type.Object({
      organization: Reference,
      role: oneOf(DUTY_ROLES),
      share: Nullable(Type.Number({ description: 'stated part of the loss, in percent' })),
    }),
  ),
  note: Type.String(),
  serial: Nullable(Type.String()),
  observedAt: Instant,
  visitId: Nullable(Id),
  photoIds: Type.Array(Id),
})

/** Filters take an id; `none` asks for what has none. */
const OrNone = Type.String({
  pattern: '^(?:none|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
  description: 'an id, or `none`',
})

export const listScoreObservations = endpoint({
  operationId: 'listScoreObservations',
  method: 'GET',
  path: '/api/score/observations',
  gate: 'score.read',
  summary: 'The observations behind a number of a score, as far as the caller may see them, newest first',
  query: Type.Object({
    ...chosen,
    node: Type.Optional(OrNone),
    district: Type.Optional(OrNone),
    subdistrict: Type.Optional(OrNone),
    siteType: Type.Optional(OrNone),
    organization: Type.Optional(OrNone),
    siteId: Type.Optional(Id),
    failedOnly: Type.Optional(Type.Boolean()),
    ...paging,
  }),
  response: Page(ScoreObservation),
  problems: [...chosenProblems, 'cursor.invalid'],
})
