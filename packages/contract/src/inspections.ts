import {
  ANSWER_KINDS,
  CASE_STATES,
  DUTY_ROLES,
  HANDOVER_GROUNDS,
  ROUND_KINDS,
  ROUND_STATES,
  SITE_ORIGINS,
  VISIT_STATES,
} from '@chuangcheng/domain'
import { Type } from 'typebox'
import { ItemShape } from './checklists.ts'
import {
  BasedOn,
  ById,
  Day,
  endpoint,
  Id,
  Instant,
  Latitude,
  Longitude,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'

const Position = Type.Object({ longitude: Longitude, latitude: Latitude })
const Count = (description: string) => Type.Integer({ minimum: 0, description })

// ─── Rounds 督查批次 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const RoundRow = Type.Object({
  id: Id,
  name: Type.String(),
  kind: oneOf(ROUND_KINDS),
  version: Type.Object({ id: Id, label: Type.String(), frameworkName: Type.String() }),
  startsOn: Day,
  endsOn: Day,
  rectifyDays: Type.Integer({ description: 'days from handing over to the deadline, end of that day' }),
  siteTypes: Type.Array(Reference),
  state: oneOf(ROUND_STATES),
  hidden: Type.Boolean({ description: 'covert and not published: only its team and the office see it' }),
  publishedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  createdAt: Instant,
  teamCount: Count('teams'),
  siteCount: Count('planned sites'),
  visitedCount: Count('planned sites with a visit that stands'),
  findingCount: Count('findings of visits that stand'),
  myTeam: Nullable(Reference),
  revision: Type.Integer(),
})

const roundFields = {
  name: Name(100),
  startsOn: Day,
  endsOn: Day,
  rectifyDays: Type.Integer({ minimum: 0, maximum: 365 }),
  siteTypeIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
}

export const listRounds = endpoint({
  operationId: 'listRounds',
  method: 'GET',
  path: '/api/rounds',
  gate: 'round.read',
  summary:
    'Rounds of inspection the caller may see, the latest first; covert ones only for their team and the office',
  query: Type.Object({
    ...paging,
    state: Type.Optional(oneOf(ROUND_STATES)),
    kind: Type.Optional(oneOf(ROUND_KINDS)),
    versionId: Type.Optional(Id),
    mine: Type.Optional(Type.Boolean({ description: 'only those in whose teams the caller is' })),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(RoundRow),
  problems: ['cursor.invalid'],
})

const Progress = {
  plannedCount: Count('planned sites'),
  assignedCount: Count('of them with a team'),
  visitedCount: Count('of them with a visit that stands'),
  findingCount: Count('findings of visits that stand'),
}

/** What keeps a round from being walked as planned (计划缺口). */
export const RoundGap = Type.Object({ code: Type.String(), text: Type.String(), count: Type.Integer() })

export const RoundTeam = Type.Object({
  id: Id,
  name: Type.String(),
  members: Type.Array(Reference),
  siteCount: Count('sites it goes to'),
  visitedCount: Count('of them visited'),
})

export const RoundDraw = Type.Object({
  number: Type.Integer({ description: 'the how-manieth draw of the round' }),
  seed: Type.String(),
  drawnAt: Instant,
  drawnByName: Nullable(Type.String()),
  byType: Type.Array(
    Type.Object({
      siteType: Reference,
      quota: Nullable(Type.Integer({ description: 'null = all' })),
      frameCount: Count('sites it was drawn from'),
      drawnCount: Count('sites that were drawn'),
    }),
  ),
})

export const RoundPage = Type.Object({
  ...RoundRow.properties,
  teams: Type.Array(RoundTeam),
  draw: Nullable(RoundDraw),
  bySiteType: Type.Array(
    Type.Object({
      siteType: Reference,
      checklists: Type.Array(Reference, {
        description: 'published checklists of the type; none = nothing can be answered there',
      }),
      ...Progress,
    }),
  ),
  byArea: Type.Array(
    Type.Object({
      area: Nullable(Reference),
      district: Nullable(Reference),
      ...Progress,
    }),
    { description: 'by street; null = sites in no street' },
  ),
  gaps: Type.Array(RoundGap, {
    description: 'in words: types without checklist, sites without team, teams without members',
  }),
})

export const addRound = endpoint({
  operationId: 'addRound',
  method: 'POST',
  path: '/api/rounds',
  gate: 'round.plan',
  summary:
    'Plan a round under a published framework version; a request that is repeated gets the first answer',
  body: Type.Object({ id: Id, kind: oneOf(ROUND_KINDS), versionId: Id, ...roundFields }),
  response: RoundPage,
  problems: ['not-found', 'duplicate', 'framework.not-published', 'validity.reversed', 'access.out-of-scope'],
})

export const getRound = endpoint({
  operationId: 'getRound',
  method: 'GET',
  path: '/api/rounds/:id',
  gate: 'round.read',
  summary:
    'One round: its plan, teams, draw and how far it is; counts are those of the sites the caller may see',
  params: ById,
  response: RoundPage,
  problems: ['not-found'],
})

export const changeRound = endpoint({
  operationId: 'changeRound',
  method: 'PATCH',
  path: '/api/rounds/:id',
  gate: 'round.plan',
  summary: 'Change name, period, days to rectify or site types; a type with planned sites cannot be left out',
  params: ById,
  body: Type.Object({ basedOn: BasedOn, ...Type.Partial(Type.Object(roundFields)).properties }),
  response: RoundPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'duplicate',
    'validity.reversed',
    'round.finished',
    'round.type-planned',
    'access.out-of-scope',
  ],
})

const Based = Type.Object({ basedOn: BasedOn })

export const publishRound = endpoint({
  operationId: 'publishRound',
  method: 'POST',
  path: '/api/rounds/:id/publication',
  gate: 'round.plan',
  summary: 'Let everybody see a covert round',
  params: ById,
  body: Based,
  response: RoundPage,
  problems: ['not-found', 'changed-meanwhile', 'round.not-covert', 'access.out-of-scope'],
})

export const finishRound = endpoint({
  operationId: 'finishRound',
  method: 'POST',
  path: '/api/rounds/:id/finish',
  gate: 'round.plan',
  summary: 'End a round: no further visits are taken',
  params: ById,
  body: Based,
  response: RoundPage,
  problems: ['not-found', 'changed-meanwhile', 'access.out-of-scope'],
})

export const reopenRound = endpoint({
  operationId: 'reopenRound',
  method: 'POST',
  path: '/api/rounds/:id/reopening',
  gate: 'round.plan',
  summary: 'Take further visits in a round that was finished',
  params: ById,
  body: Based,
  response: RoundPage,
  problems: ['not-found', 'changed-meanwhile', 'access.out-of-scope'],
})

// ─── Planned sites 抽样与点位 ───────────────────────────────────────────────────────────────────────────────────────────────────────

const PlannedSite = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  type: Reference,
  address: Type.String(),
  position: Nullable(Position),
  areaPath: Type.Array(Reference, { description: 'below the city, the nearest last' }),
})

const LastVisit = Type.Object({
  id: Id,
  finishedAt: Instant,
  inspectorName: Type.String(),
  findingCount: Type.Integer(),
})

export const RoundSiteRow = Type.Object({
  site: PlannedSite,
  origin: oneOf(SITE_ORIGINS),
  team: Nullable(Reference),
  visit: Nullable(LastVisit),
})

const siteFilters = {
  siteTypeId: Type.Optional(Id),
  areaId: Type.Optional(Id),
  teamId: Type.Optional(Id),
  unassigned: Type.Optional(Type.Boolean({ description: 'only sites without a team' })),
  visited: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String({ maxLength: 100 })),
}

export const listRoundSites = endpoint({
  operationId: 'listRoundSites',
  method: 'GET',
  path: '/api/rounds/:id/sites',
  gate: 'round.read',
  summary: 'Planned sites of a round that the caller may see, by code, with team and visit',
  params: ById,
  query: Type.Object({ ...paging, ...siteFilters }),
  response: Page(RoundSiteRow),
  problems: ['not-found', 'cursor.invalid'],
})

export const drawRoundSites = endpoint({
  operationId: 'drawRoundSites',
  method: 'POST',
  path: '/api/rounds/:id/draws',
  gate: 'round.plan',
  summary:
    'Draw sites by lot: so many of each type from a seed. A new draw takes the place of the one before; chosen and visited sites stay',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    seed: Type.String({ minLength: 1, maxLength: 64, pattern: '\\S' }),
    quotas: Type.Array(
      Type.Object({
        siteTypeId: Id,
        count: Nullable(Type.Integer({ minimum: 1, maximum: 100_000, description: 'null = all' })),
      }),
      { minItems: 1, maxItems: 200 },
    ),
    areaId: Type.Optional(Type.String({ format: 'uuid', description: 'only sites in this area' })),
    dryRun: Type.Boolean(),
  }),
  response: Type.Object({
    round: RoundPage,
    draw: RoundDraw,
    addedCount: Type.Integer(),
    removedCount: Type.Integer(),
    sites: Type.Array(Reference, { description: 'the first 200 drawn, by code' }),
  }),
  problems: [
    'not-found',
    'changed-meanwhile',
    'round.finished',
    'round.type-elsewhere',
    'access.out-of-scope',
  ],
})

export const replayDraw = endpoint({
  operationId: 'replayDraw',
  method: 'GET',
  path: '/api/rounds/:id/draws/latest',
  gate: 'round.read',
  summary:
    'Draw again from the recorded seed and sites, and say whether the same come out and are still planned',
  params: ById,
  response: Type.Object({
    draw: RoundDraw,
    same: Type.Boolean({ description: 'every drawn site is planned, and none beside them as drawn' }),
    missing: Type.Array(Reference, { description: 'drawn, but no longer planned' }),
    added: Type.Array(Reference, { description: 'planned as drawn, but not drawn' }),
    frame: Type.Array(
      Type.Object({
        siteType: Reference,
        codes: Type.Array(Type.String()),
        drawn: Type.Array(Type.String()),
      }),
      { description: 'codes in the order in which they went into the lot, and those that came out' },
    ),
  }),
  problems: ['not-found'],
})

const SiteIds = Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true })

export const addRoundSites = endpoint({
  operationId: 'addRoundSites',
  method: 'POST',
  path: '/api/rounds/:id/sites',
  gate: 'round.plan',
  summary:
    'Plan chosen sites: these, or all of an area, of the round’s types; those that are planned already stay',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    siteIds: Type.Optional(SiteIds),
    areaId: Type.Optional(Id),
    siteTypeId: Type.Optional(Id),
  }),
  response: Type.Object({ round: RoundPage, addedCount: Type.Integer() }),
  problems: ['not-found', 'changed-meanwhile', 'round.finished', 'round.site-unfit', 'access.out-of-scope'],
})

export const removeRoundSites = endpoint({
  operationId: 'removeRoundSites',
  method: 'POST',
  path: '/api/rounds/:id/sites/removal',
  gate: 'round.plan',
  summary: 'Take sites out of the plan; those that were visited stay',
  params: ById,
  body: Type.Object({ basedOn: BasedOn, siteIds: SiteIds }),
  response: Type.Object({ round: RoundPage, removedCount: Type.Integer(), visitedCount: Type.Integer() }),
  problems: ['not-found', 'changed-meanwhile', 'round.finished', 'access.out-of-scope'],
})

// ─── Teams and assignments 督查组与任务 ─────────────────────────────────────────────────────────────────────────────────────────────

export const listInspectors = endpoint({
  operationId: 'listInspectors',
  method: 'GET',
  path: '/api/inspectors',
  gate: 'round.plan',
  summary: 'Who may record visits today: people to make teams of, by name',
  query: Type.Object({ text: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({ id: Id, name: Type.String(), organizationName: Nullable(Type.String()) }),
    ),
  }),
})

export const setRoundTeams = endpoint({
  operationId: 'setRoundTeams',
  method: 'PUT',
  path: '/api/rounds/:id/teams',
  gate: 'round.plan',
  summary: 'Say which teams there are and who is in them; the sites of a team that goes wait for another',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    teams: Type.Array(
      Type.Object({ id: Id, name: Name(60), memberIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }) }),
      { maxItems: 100 },
    ),
  }),
  response: RoundPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'round.finished',
    'round.team-twice',
    'round.member-twice',
    'round.member-unfit',
    'access.out-of-scope',
  ],
})

export const assignRoundSites = endpoint({
  operationId: 'assignRoundSites',
  method: 'POST',
  path: '/api/rounds/:id/assignments',
  gate: 'round.plan',
  summary:
    'Say who goes where: chosen sites or a whole area to one team (or to none), or what has no team evenly among all, neighbors together',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    to: Type.Union([
      Type.Object({ way: Type.Literal('sites'), siteIds: SiteIds, teamId: Nullable(Id) }),
      Type.Object({ way: Type.Literal('area'), areaId: Id, teamId: Nullable(Id) }),
      Type.Object({ way: Type.Literal('evenly') }),
    ]),
  }),
  response: Type.Object({ round: RoundPage, assignedCount: Type.Integer() }),
  problems: ['not-found', 'changed-meanwhile', 'round.finished', 'round.no-team', 'access.out-of-scope'],
})

const RoundInBrief = Type.Object({
  id: Id,
  name: Type.String(),
  kind: oneOf(ROUND_KINDS),
  startsOn: Day,
  endsOn: Day,
  state: oneOf(ROUND_STATES),
  hidden: Type.Boolean(),
  rectifyDays: Type.Integer(),
})

export const listMyAssignments = endpoint({
  operationId: 'listMyAssignments',
  method: 'GET',
  path: '/api/my-assignments',
  gate: 'visit.record',
  summary:
    'Where the caller’s teams go in rounds that are running or begin soon: rounds with counts, and the sites of one or of all',
  query: Type.Object({
    ...paging,
    roundId: Type.Optional(Id),
    visited: Type.Optional(Type.Boolean()),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Type.Object({
    rounds: Type.Array(
      Type.Object({
        ...RoundInBrief.properties,
        team: Reference,
        siteCount: Type.Integer(),
        visitedCount: Type.Integer(),
      }),
    ),
    items: Type.Array(
      Type.Object({
        roundId: Id,
        site: PlannedSite,
        visit: Nullable(LastVisit),
        checklistReady: Type.Boolean({ description: 'a published checklist of its type stands ready' }),
      }),
      { description: 'by round and code; the device sorts by distance' },
    ),
    next: Nullable(Type.String()),
  }),
  problems: ['cursor.invalid'],
})

// ─── Visits 现场督查 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What was answered to one item, by its kind. */
export const AnswerGiven = Type.Union([
  Type.Object({ kind: Type.Literal('notApplicable') }),
  Type.Object({ kind: Type.Literal('binary'), conforms: Type.Boolean() }),
  Type.Object({
    kind: Type.Literal('countBands'),
    violations: Type.Integer({ minimum: 0, maximum: 100_000 }),
  }),
  Type.Object({ kind: Type.Literal('grade'), grade: Type.String({ minLength: 1, maxLength: 20 }) }),
  Type.Object({
    kind: Type.Literal('number'),
    value: Type.Number({ minimum: -1e12, maximum: 1e12, description: 'at most four decimals' }),
  }),
])

const VisitPosition = Type.Object({
  longitude: Longitude,
  latitude: Latitude,
  accuracy: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'meters' }),
})

export const VisitBody = Type.Object({
  id: Id,
  roundId: Id,
  siteId: Id,
  checklistVersionId: Id,
  startedAt: Instant,
  finishedAt: Instant,
  sentAt: Type.String({
    format: 'date-time',
    description: 'the device’s clock at the moment of sending; by it its other times are corrected',
  }),
  position: Nullable(VisitPosition),
  answers: Type.Array(
    Type.Object({
      itemId: Id,
      answer: AnswerGiven,
      note: Type.String({ maxLength: 1000 }),
      photoIds: Type.Array(Id, { maxItems: 9 }),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  correctsId: Nullable(Id),
  reason: Type.String({ maxLength: 500, description: 'why it corrects the earlier visit; else empty' }),
})

export const FindingRow = Type.Object({
  id: Id,
  itemId: Id,
  itemCode: Type.String(),
  itemText: Type.String(),
  note: Type.String(),
  photoIds: Type.Array(Id),
  because: oneOf(HANDOVER_GROUNDS),
  becauseText: Type.String({ description: 'why it went there, in words' }),
  organizations: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      role: oneOf(DUTY_ROLES),
      share: Nullable(Type.Number({ description: 'percent of the loss; null = not said' })),
    }),
    {
      description:
        'who answers for it, the first is who gets the case; empty = nobody, it waits among the unassigned',
    },
  ),
  case: Nullable(
    Type.Object(
      { id: Id, number: Type.String(), state: oneOf(CASE_STATES) },
      { description: 'null: the item is recorded, not handed over' },
    ),
  ),
  dueAt: Nullable(Instant),
})

export const VisitAccepted = Type.Object({
  id: Id,
  state: oneOf(VISIT_STATES),
  recordedAt: Instant,
  failedCount: Type.Integer(),
  findings: Type.Array(FindingRow),
})

const VISIT_PROBLEMS = [
  'not-found',
  'duplicate',
  'changed-meanwhile',
  'visit.site-not-in-round',
  'visit.round-not-running',
  'visit.checklist-withdrawn',
  'visit.checklist-elsewhere',
  'visit.item-unknown',
  'visit.item-twice',
  'visit.answer-invalid',
  'visit.photo-unknown',
  'visit.photo-needed',
  'visit.already',
  'visit.reason-missing',
  'visit.time-invalid',
  'visit.not-standing',
  'visit.correction-elsewhere',
  'visit.not-yours',
] as const

export const submitVisit = endpoint({
  operationId: 'submitVisit',
  method: 'POST',
  path: '/api/visits',
  gate: 'visit.record',
  summary:
    'Record a visit with everything that follows from it: observations, findings, cases. The same visit again gets the first answer',
  body: VisitBody,
  response: VisitAccepted,
  problems: [...VISIT_PROBLEMS],
})

export const submitVisits = endpoint({
  operationId: 'submitVisits',
  method: 'POST',
  path: '/api/visits/batch',
  gate: 'visit.record',
  summary: 'Record several visits, each for itself: what is wrong with one keeps none of the others out',
  body: Type.Object({ visits: Type.Array(VisitBody, { minItems: 1, maxItems: 50 }) }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        visit: Nullable(VisitAccepted),
        problem: Nullable(Type.Object({ code: Type.String(), status: Type.Integer(), title: Type.String() })),
      }),
      { description: 'in the order of the request; exactly one of visit and problem is set' },
    ),
  }),
  problems: [],
})

export const VisitRow = Type.Object({
  id: Id,
  roundId: Id,
  roundName: Type.String(),
  site: Type.Object({ id: Id, code: Type.String(), name: Type.String(), type: Reference }),
  areaPath: Type.Array(Reference, { description: 'below the city, the nearest last' }),
  checklist: Reference,
  inspectorName: Type.String(),
  startedAt: Instant,
  finishedAt: Instant,
  state: oneOf(VISIT_STATES),
  itemCount: Type.Integer(),
  failedCount: Type.Integer(),
  photoCount: Type.Integer(),
})

export const listVisits = endpoint({
  operationId: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  gate: 'round.read',
  summary: 'Visits the caller may see, the latest first',
  query: Type.Object({
    ...paging,
    roundId: Type.Optional(Id),
    siteId: Type.Optional(Id),
    areaId: Type.Optional(Id),
    siteTypeId: Type.Optional(Id),
    teamId: Type.Optional(Id),
    state: Type.Optional(oneOf(VISIT_STATES)),
    failedOnly: Type.Optional(Type.Boolean()),
    mine: Type.Optional(Type.Boolean()),
  }),
  response: Page(VisitRow),
  problems: ['cursor.invalid', 'not-found'],
})

export const VisitPage = Type.Object({
  ...VisitRow.properties,
  round: RoundInBrief,
  checklistVersion: Type.Object({ id: Id, number: Type.Integer() }),
  recordedAt: Instant,
  clockOffsetSeconds: Type.Number({
    description: 'how far the device’s clock was behind the server’s; its own times are these minus it',
  }),
  position: Nullable(VisitPosition),
  distanceMeters: Nullable(Type.Number({ description: 'from the site in the register' })),
  answers: Type.Array(
    Type.Object({
      item: Type.Object({
        id: Id,
        code: Type.String(),
        text: Type.String(),
        dimension: Type.String(),
        answerKind: oneOf(ANSWER_KINDS),
        unit: Type.String({ description: 'of a number; else empty' }),
        photoPurpose: Type.String(),
      }),
      answer: AnswerGiven,
      failed: Type.Boolean(),
      note: Type.String(),
      photoIds: Type.Array(Id),
    }),
    { description: 'in the order of the checklist' },
  ),
  unanswered: Type.Array(Type.Object({ id: Id, code: Type.String(), text: Type.String() })),
  findings: Type.Array(FindingRow),
  corrects: Nullable(Type.Object({ id: Id, finishedAt: Instant, inspectorName: Type.String() })),
  correctedBy: Nullable(Type.Object({ id: Id, finishedAt: Instant, inspectorName: Type.String() })),
  reason: Type.String(),
  voided: Nullable(Type.Object({ at: Instant, byName: Nullable(Type.String()), reason: Type.String() })),
  mayChange: Type.Boolean({ description: 'the caller may correct or void it' }),
})

export const getVisit = endpoint({
  operationId: 'getVisit',
  method: 'GET',
  path: '/api/visits/:id',
  gate: 'round.read',
  summary: 'One visit: what was answered, what was found and to whom it went',
  params: ById,
  response: VisitPage,
  problems: ['not-found'],
})

export const voidVisit = endpoint({
  operationId: 'voidVisit',
  method: 'POST',
  path: '/api/visits/:id/voiding',
  gate: 'visit.record',
  summary:
    'Take a visit out with a reason: it stays readable, counts no more, and its open cases are withdrawn',
  params: ById,
  body: Type.Object({ reason: Type.String({ maxLength: 500 }) }),
  response: VisitPage,
  problems: [
    'not-found',
    'visit.reason-missing',
    'visit.not-standing',
    'visit.not-yours',
    'visit.round-not-running',
  ],
})

const PhotoOfVisit = Type.Object({ id: Id, photoId: Id })

export const getVisitPhoto = endpoint({
  operationId: 'getVisitPhoto',
  method: 'GET',
  path: '/api/visits/:id/photos/:photoId',
  gate: 'round.read',
  summary: 'A photo of a visit',
  params: PhotoOfVisit,
  response: 'bytes',
  problems: ['not-found'],
})

export const getVisitPhotoThumbnail = endpoint({
  operationId: 'getVisitPhotoThumbnail',
  method: 'GET',
  path: '/api/visits/:id/photos/:photoId/thumbnail',
  gate: 'round.read',
  summary: 'A photo of a visit, small',
  params: PhotoOfVisit,
  response: 'bytes',
  problems: ['not-found'],
})

export const printHandoverSlip = endpoint({
  operationId: 'printHandoverSlip',
  method: 'GET',
  path: '/api/visits/:id/handover-slip',
  gate: 'round.read',
  summary:
    'The handover slip (交办单) of a visit to print, as .docx: all that was handed over, or what went to one organization',
  params: ById,
  query: Type.Object({ organizationId: Type.Optional(Id) }),
  response: 'bytes',
  problems: ['not-found', 'visit.nothing-handed-over'],
})

export const getAssignment = endpoint({
  operationId: 'getAssignment',
  method: 'GET',
  path: '/api/rounds/:id/sites/:siteId',
  gate: 'round.read',
  summary:
    'A site of a round with all an inspector needs there: checklists with protocol and exemptions, who goes, and what was seen before',
  params: Type.Object({ id: Id, siteId: Id }),
  response: Type.Object({
    round: RoundInBrief,
    site: Type.Object({
      ...PlannedSite.properties,
      holder: Nullable(Reference),
      supervisor: Nullable(Reference),
    }),
    team: Nullable(Type.Object({ ...Reference.properties, members: Type.Array(Reference) })),
    mayRecord: Type.Boolean({ description: 'the caller may record a visit here now' }),
    checklists: Type.Array(
      Type.Object({
        checklist: Reference,
        versionId: Id,
        number: Type.Integer(),
        protocol: Type.String(),
        items: Type.Array(ItemShape),
        visit: Nullable(
          Type.Object({
            id: Id,
            finishedAt: Instant,
            inspectorName: Type.String(),
            failedCount: Type.Integer(),
          }),
        ),
      }),
      { description: 'published ones of the site’s type; `visit` is the one that stands in this round' },
    ),
    before: Type.Array(
      Type.Object({
        visitId: Id,
        roundName: Type.String(),
        finishedAt: Instant,
        failedItems: Type.Array(Type.Object({ id: Id, text: Type.String() })),
      }),
      {
        description:
          'what was seen here in earlier rounds the caller may see, the latest first, at most three',
      },
    ),
  }),
  problems: ['not-found'],
})
