import {
  ASSESSMENT_METHODS,
  CAMPAIGN_KINDS,
  CRITERION_ORIGINS,
  CRITERION_ROLES,
  GUESSES,
  MOST_LEVELS,
  NODE_KINDS,
  VERSION_CHANGE_KINDS,
  VERSION_STATES,
  WEIGHING_WAYS,
} from '@chuangcheng/domain'
import { Type } from 'typebox'
import { AuditEntryRow } from './audit.ts'
import {
  BasedOn,
  ById,
  Done,
  endpoint,
  Id,
  Instant,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
} from './endpoint.ts'
import { Points, RuleShape } from './rules.ts'

const levelNames = Type.Array(Name(20), { minItems: 1, maxItems: MOST_LEVELS })
const Year = Type.Integer({ minimum: 1990, maximum: 2100 })
const NodeCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S(?:.*\\S)?$' })

/** One version of a framework (测评体系版本). */
export const FrameworkVersionRow = Type.Object({
  id: Id,
  frameworkId: Id,
  label: Type.String(),
  year: Year,
  state: oneOf(VERSION_STATES),
  levelNames: Type.Array(Type.String(), { description: 'what the levels are called, the criterion’s last' }),
  totalPoints: Nullable(Points),
  madeFromId: Nullable(Id),
  publishedAt: Nullable(Instant),
  updatedAt: Instant,
  /** changes with everything inside the version */
  revision: Type.Integer(),
})

export const FrameworkRow = Type.Object({
  id: Id,
  name: Type.String(),
  campaign: oneOf(CAMPAIGN_KINDS),
  revision: Type.Integer(),
  versions: Type.Array(Type.Object({ ...FrameworkVersionRow.properties, criterionCount: Type.Integer() }), {
    description: 'the latest first',
  }),
})

export const listFrameworks = endpoint({
  operationId: 'listFrameworks',
  method: 'GET',
  path: '/api/frameworks',
  gate: 'framework.read',
  summary: 'Assessment frameworks (测评体系) with their versions',
  response: Type.Object({ items: Type.Array(FrameworkRow) }),
})

export const addFramework = endpoint({
  operationId: 'addFramework',
  method: 'POST',
  path: '/api/frameworks',
  gate: 'framework.edit',
  summary:
    'Add a framework with a first draft: empty, or the default framework that ships with the product and names its levels itself',
  body: Type.Object({
    id: Id,
    versionId: Id,
    name: Name(100),
    campaign: oneOf(CAMPAIGN_KINDS),
    label: Name(60),
    year: Year,
    levelNames,
    start: oneOf(['empty', 'default']),
  }),
  response: FrameworkRow,
  problems: ['duplicate', 'access.out-of-scope'],
})

export const changeFramework = endpoint({
  operationId: 'changeFramework',
  method: 'PATCH',
  path: '/api/frameworks/:id',
  gate: 'framework.edit',
  summary: 'Change what a framework is called and what campaign it belongs to',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    name: Type.Optional(Name(100)),
    campaign: Type.Optional(oneOf(CAMPAIGN_KINDS)),
  }),
  response: FrameworkRow,
  problems: ['not-found', 'changed-meanwhile', 'duplicate', 'access.out-of-scope'],
})

export const FrameworkVersionPage = Type.Object({
  ...FrameworkVersionRow.properties,
  frameworkName: Type.String(),
  campaign: oneOf(CAMPAIGN_KINDS),
  publishedByName: Nullable(Type.String()),
  madeFromLabel: Nullable(Type.String()),
  /** how many nodes stand on each level, e.g. 7/24/75/228 */
  levelCounts: Type.Array(Type.Integer()),
  criterionCount: Type.Integer(),
  raisedCount: Type.Integer({ description: '高于国家' }),
  localCount: Type.Integer({ description: '特色' }),
  bonusCount: Type.Integer(),
  gateCount: Type.Integer(),
  vetoCount: Type.Integer(),
  guessCount: Type.Integer({ description: 'criteria with something nobody has confirmed yet' }),
  pointsSum: Points,
})

export const getFrameworkVersion = endpoint({
  operationId: 'getFrameworkVersion',
  method: 'GET',
  path: '/api/framework-versions/:id',
  gate: 'framework.read',
  summary: 'One version with its counts',
  params: ById,
  response: FrameworkVersionPage,
  problems: ['not-found'],
})

export const changeFrameworkVersion = endpoint({
  operationId: 'changeFrameworkVersion',
  method: 'PATCH',
  path: '/api/framework-versions/:id',
  gate: 'framework.edit',
  summary: 'Change a draft’s label, year, level names or total points',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    label: Type.Optional(Name(60)),
    year: Type.Optional(Year),
    levelNames: Type.Optional(levelNames),
    totalPoints: Type.Optional(Nullable(Points)),
  }),
  response: FrameworkVersionPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'duplicate',
    'framework.not-a-draft',
    'framework.levels-in-use',
    'framework.points-decimals',
    'access.out-of-scope',
  ],
})

export const removeFrameworkVersion = endpoint({
  operationId: 'removeFrameworkVersion',
  method: 'DELETE',
  path: '/api/framework-versions/:id',
  gate: 'framework.edit',
  summary: 'Remove a draft with everything in it; its framework goes too when it was the only version',
  params: ById,
  response: Done,
  problems: ['not-found', 'framework.not-a-draft', 'access.out-of-scope', 'in-use'],
})

export const withdrawFrameworkVersion = endpoint({
  operationId: 'withdrawFrameworkVersion',
  method: 'POST',
  path: '/api/framework-versions/:id/withdrawal',
  gate: 'framework.edit',
  summary: 'Take a published version out of use; what was assessed under it stays readable',
  params: ById,
  body: Type.Object({ reason: Name(300) }),
  response: FrameworkVersionPage,
  problems: ['not-found', 'framework.not-published', 'access.out-of-scope'],
})

export const listFrameworkHistory = endpoint({
  operationId: 'listFrameworkHistory',
  method: 'GET',
  path: '/api/framework-versions/:id/history',
  gate: 'framework.read',
  summary: 'What was done to a version, the latest first',
  params: ById,
  query: Type.Object(paging),
  response: Page(AuditEntryRow),
  problems: ['not-found'],
})

const nodeFields = {
  code: NodeCode,
  text: Name(2000),
  points: Nullable(Points),
  role: oneOf(CRITERION_ROLES),
  origin: oneOf(CRITERION_ORIGINS),
  methods: Type.Array(oneOf(ASSESSMENT_METHODS), { maxItems: ASSESSMENT_METHODS.length, uniqueItems: true }),
  rule: Nullable(RuleShape),
  siteTypeIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
  note: Type.String({ maxLength: 2000 }),
}

/** An indicator or a criterion. Of an indicator role, origin, methods, rule and siteTypeIds say nothing. */
export const FrameworkNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  position: Type.Integer({ description: 'order among its siblings, from 0' }),
  kind: oneOf(NODE_KINDS),
  ...nodeFields,
  /** who the shipped draft supposes to lead; words, not an organization */
  leadHint: Type.String(),
  /** fields nobody has confirmed yet */
  guesses: Type.Array(oneOf(GUESSES)),
  /** the node of the version before that this one continues */
  carriedFromId: Nullable(Id),
  /** false: carried over with another text, so duties and mappings must be decided again */
  settled: Type.Boolean(),
  revision: Type.Integer(),
})

export const listFrameworkNodes = endpoint({
  operationId: 'listFrameworkNodes',
  method: 'GET',
  path: '/api/framework-versions/:id/nodes',
  gate: 'framework.read',
  summary: 'The whole tree of a version, parents before children, in order',
  params: ById,
  response: Type.Object({ revision: Type.Integer(), items: Type.Array(FrameworkNode) }),
  problems: ['not-found'],
})

const nodeProblems = [
  'not-found',
  'duplicate',
  'changed-meanwhile',
  'framework.not-a-draft',
  'framework.code-taken',
  'framework.too-deep',
  'framework.criterion-has-children',
  'framework.points-decimals',
  'framework.rule-invalid',
  'access.out-of-scope',
] as const

export const addFrameworkNode = endpoint({
  operationId: 'addFrameworkNode',
  method: 'POST',
  path: '/api/framework-versions/:id/nodes',
  gate: 'framework.edit',
  summary: 'Add an indicator or a criterion to a draft, as the last of its siblings or before one of them',
  params: ById,
  body: Type.Object({
    id: Id,
    parentId: Nullable(Id),
    beforeId: Type.Optional(Nullable(Id)),
    kind: oneOf(NODE_KINDS),
    ...nodeFields,
  }),
  response: FrameworkNode,
  problems: nodeProblems,
})

export const changeFrameworkNode = endpoint({
  operationId: 'changeFrameworkNode',
  method: 'PATCH',
  path: '/api/framework-nodes/:id',
  gate: 'framework.edit',
  summary: 'Change a node of a draft; what is said of a guessed field is no guess any more',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    ...Type.Partial(Type.Object(nodeFields)).properties,
    settled: Type.Optional(Type.Boolean()),
    confirm: Type.Optional(Type.Array(oneOf(GUESSES))),
  }),
  response: FrameworkNode,
  problems: nodeProblems,
})

export const moveFrameworkNode = endpoint({
  operationId: 'moveFrameworkNode',
  method: 'POST',
  path: '/api/framework-nodes/:id/move',
  gate: 'framework.edit',
  summary: 'Move a node with all below it under another parent or among its siblings',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    parentId: Nullable(Id),
    beforeId: Nullable(Id),
  }),
  response: FrameworkNode,
  problems: [...nodeProblems, 'framework.cycle'],
})

export const removeFrameworkNode = endpoint({
  operationId: 'removeFrameworkNode',
  method: 'DELETE',
  path: '/api/framework-nodes/:id',
  gate: 'framework.edit',
  summary: 'Remove a node of a draft with all below it, and the duties and mappings of those',
  params: ById,
  query: Type.Object({ basedOn: BasedOn }),
  response: Done,
  problems: ['not-found', 'changed-meanwhile', 'framework.not-a-draft', 'access.out-of-scope'],
})

export const weighFramework = endpoint({
  operationId: 'weighFramework',
  method: 'POST',
  path: '/api/framework-versions/:id/weighing',
  gate: 'framework.edit',
  summary:
    'Distribute points exactly below a node (or the whole draft), in proportion to what stands or equally; bonus, gate and veto items keep theirs',
  params: ById,
  body: Type.Object({
    nodeId: Nullable(Id),
    points: Points,
    way: oneOf(WEIGHING_WAYS),
    /** how finely, in decimals */
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    basedOn: BasedOn,
  }),
  response: Type.Object({ revision: Type.Integer(), changedCount: Type.Integer() }),
  problems: [
    'not-found',
    'changed-meanwhile',
    'framework.not-a-draft',
    'framework.nothing-to-weigh',
    'framework.points-decimals',
    'access.out-of-scope',
  ],
})

const MOST_CONFIRMED = 5000

export const confirmFrameworkNodes = endpoint({
  operationId: 'confirmFrameworkNodes',
  method: 'POST',
  path: '/api/framework-versions/:id/confirmations',
  gate: 'framework.edit',
  summary: 'Confirm what was only supposed of many nodes of a draft, all or none, each as it was seen',
  params: ById,
  body: Type.Object({
    nodes: Type.Array(Type.Object({ id: Id, basedOn: BasedOn }), { minItems: 1, maxItems: MOST_CONFIRMED }),
    guesses: Type.Array(oneOf(GUESSES), { minItems: 1, maxItems: GUESSES.length, uniqueItems: true }),
  }),
  response: Type.Object({ revision: Type.Integer(), changedCount: Type.Integer() }),
  problems: ['not-found', 'changed-meanwhile', 'framework.not-a-draft', 'access.out-of-scope'],
})

export const VersionChange = Type.Object({
  kind: oneOf(VERSION_CHANGE_KINDS),
  nodeKind: oneOf(NODE_KINDS),
  code: Type.String(),
  beforeId: Nullable(Id),
  afterId: Nullable(Id),
  beforeText: Nullable(Type.String()),
  afterText: Nullable(Type.String()),
  beforePoints: Nullable(Points),
  afterPoints: Nullable(Points),
})

export const compareFrameworkVersions = endpoint({
  operationId: 'compareFrameworkVersions',
  method: 'GET',
  path: '/api/framework-versions/:id/comparison',
  gate: 'framework.read',
  summary: 'What changed from another version (by default the one it was made from) to this one',
  params: ById,
  query: Type.Object({ with: Type.Optional(Id) }),
  response: Type.Object({
    before: Type.Object({ id: Id, label: Type.String() }),
    after: Type.Object({ id: Id, label: Type.String() }),
    unchangedCount: Type.Integer(),
    changes: Type.Array(VersionChange),
  }),
  problems: ['not-found', 'framework.nothing-to-compare'],
})
