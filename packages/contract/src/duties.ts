import { DUTY_ROLES, DUTY_TARGETS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  Day,
  Done,
  endpoint,
  Id,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'
import { importEndpoints } from './imports.ts'
import { Points } from './rules.ts'

/** What a duty is for: exactly the fields of its target are set. */
const targetFields = {
  target: oneOf(DUTY_TARGETS),
  siteId: Nullable(Id),
  areaId: Nullable(Id),
  siteTypeId: Nullable(Id),
  category: Nullable(Name(60)),
  criterionId: Nullable(Id),
}
const dutyFields = {
  ...targetFields,
  organizationId: Id,
  role: oneOf(DUTY_ROLES),
  share: Nullable(Points),
  validFrom: Day,
  validTo: Nullable(Day),
}

export const DutyRow = Type.Object({
  id: Id,
  ...dutyFields,
  organization: Reference,
  /** the target in words: site, 区域·类型, category or criterion with its code */
  targetName: Type.String(),
  revision: Type.Integer(),
})

export const listDuties = endpoint({
  operationId: 'listDuties',
  method: 'GET',
  path: '/api/duties',
  gate: 'duty.read',
  summary:
    'Duties (责任): of an organization, of a framework version, of one sort of target, holding on a day',
  query: Type.Object({
    ...paging,
    organizationId: Type.Optional(Id),
    versionId: Type.Optional(Id),
    target: Type.Optional(oneOf(DUTY_TARGETS)),
    criterionId: Type.Optional(Id),
    siteId: Type.Optional(Id),
    areaId: Type.Optional(Id),
    role: Type.Optional(oneOf(DUTY_ROLES)),
    day: Type.Optional(Day),
  }),
  response: Page(DutyRow),
  problems: ['cursor.invalid'],
})

/** The matrix: who does what for every criterion of a version, on a day. */
export const getDutyMatrix = endpoint({
  operationId: 'getDutyMatrix',
  method: 'GET',
  path: '/api/framework-versions/:id/duties',
  gate: 'duty.read',
  summary: 'For every criterion of a version who leads, is competent and supports',
  params: ById,
  query: Type.Object({ day: Type.Optional(Day) }),
  response: Type.Object({
    organizations: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        shortName: Nullable(Type.String()),
        leadCount: Type.Integer(),
      }),
    ),
    items: Type.Array(
      Type.Object({
        criterionId: Id,
        duties: Type.Array(
          Type.Object({
            id: Id,
            organizationId: Id,
            role: oneOf(DUTY_ROLES),
            share: Nullable(Points),
            validFrom: Day,
            validTo: Nullable(Day),
            revision: Type.Integer(),
          }),
        ),
      }),
    ),
  }),
  problems: ['not-found'],
})

const dutyProblems = [
  'not-found',
  'duty.target-incomplete',
  'duty.organization-ended',
  'validity.reversed',
  'access.out-of-scope',
] as const

export const addDuty = endpoint({
  operationId: 'addDuty',
  method: 'POST',
  path: '/api/duties',
  gate: 'duty.edit',
  summary: 'Give an organization a duty',
  body: Type.Object({ id: Id, ...dutyFields }),
  response: DutyRow,
  problems: [...dutyProblems, 'duplicate', 'duty.twice'],
})

export const changeDuty = endpoint({
  operationId: 'changeDuty',
  method: 'PATCH',
  path: '/api/duties/:id',
  gate: 'duty.edit',
  summary: 'Change a duty’s role, share or validity; to end it, say its last day',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    role: Type.Optional(oneOf(DUTY_ROLES)),
    share: Type.Optional(Nullable(Points)),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Nullable(Day)),
  }),
  response: DutyRow,
  problems: [...dutyProblems, 'changed-meanwhile', 'duty.twice'],
})

export const removeDuty = endpoint({
  operationId: 'removeDuty',
  method: 'DELETE',
  path: '/api/duties/:id',
  gate: 'duty.edit',
  summary: 'Take back a duty that was given by mistake; one that held is ended instead',
  params: ById,
  query: Type.Object({ basedOn: BasedOn }),
  response: Done,
  problems: ['not-found', 'changed-meanwhile', 'access.out-of-scope'],
})

export const assignDuties = endpoint({
  operationId: 'assignDuties',
  method: 'POST',
  path: '/api/framework-versions/:id/duties',
  gate: 'duty.edit',
  summary:
    'Assign in bulk: the chosen criteria, or all below chosen indicators, get these organizations in this role; `replace` ends those who had the role',
  params: ById,
  body: Type.Object({
    nodeIds: Type.Array(Id, { minItems: 1, maxItems: 3000 }),
    organizations: Type.Array(Type.Object({ id: Id, share: Nullable(Points) }), { maxItems: 50 }),
    role: oneOf(DUTY_ROLES),
    replace: Type.Boolean(),
    validFrom: Day,
    validTo: Nullable(Day),
  }),
  response: Type.Object({ addedCount: Type.Integer(), endedCount: Type.Integer() }),
  problems: dutyProblems,
})

export const DutyFlaw = Type.Object({
  code: oneOf([
    'no-lead',
    'several-leads',
    'shares-exceed',
    'organization-ended',
    'category-unowned',
    'type-unowned',
  ]),
  text: Type.String(),
  criterionId: Nullable(Id),
  targetName: Type.String(),
  organizations: Type.Array(Reference),
})

export const listDutyFlaws = endpoint({
  operationId: 'listDutyFlaws',
  method: 'GET',
  path: '/api/framework-versions/:id/duty-flaws',
  gate: 'duty.read',
  summary:
    'Gaps (nobody leads) and overlaps (several lead, shares above the whole, organizations that ended)',
  params: ById,
  query: Type.Object({ day: Type.Optional(Day) }),
  response: Type.Object({ items: Type.Array(DutyFlaw) }),
  problems: ['not-found'],
})

/** Who is responsible, and why. */
export const Responsibility = Type.Object({
  /** which sort of duty decided; `none`: nobody is named, it goes to the inbox of the unassigned */
  because: oneOf([...DUTY_TARGETS, 'none']),
  text: Type.String({ description: 'why, in the language of the request' }),
  organizations: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      role: oneOf(DUTY_ROLES),
      share: Nullable(Points),
      dutyId: Id,
    }),
  ),
  holder: Nullable(Reference),
  supervisor: Nullable(Reference),
  /** duties that also apply but stand behind the one that decided */
  behind: Type.Array(
    Type.Object({ target: oneOf(DUTY_TARGETS), organization: Reference, role: oneOf(DUTY_ROLES) }),
  ),
})

export const findResponsible = endpoint({
  operationId: 'findResponsible',
  method: 'GET',
  path: '/api/responsible',
  gate: 'duty.read',
  summary: 'Who is responsible for this site and item (or criterion) on this day, and why',
  query: Type.Object({
    siteId: Type.Optional(Id),
    itemId: Type.Optional(Id),
    criterionId: Type.Optional(Id),
    category: Type.Optional(Name(60)),
    versionId: Type.Optional(Id),
    day: Type.Optional(Day),
  }),
  response: Responsibility,
  problems: ['not-found', 'duty.nothing-asked'],
})

export const TaskSheet = Type.Object({
  organization: Reference,
  version: Type.Object({ id: Id, label: Type.String(), frameworkName: Type.String() }),
  day: Day,
  leadPoints: Points,
  tasks: Type.Array(
    Type.Object({
      criterionId: Id,
      code: Type.String(),
      text: Type.String(),
      path: Type.Array(Type.String()),
      points: Nullable(Points),
      methods: Type.Array(Type.String()),
      ruleText: Type.String(),
      role: oneOf(DUTY_ROLES),
      share: Nullable(Points),
      others: Type.Array(Type.Object({ organization: Reference, role: oneOf(DUTY_ROLES) })),
    }),
  ),
  sites: Type.Array(
    Type.Object({
      target: oneOf(DUTY_TARGETS),
      targetName: Type.String(),
      role: oneOf(DUTY_ROLES),
      siteCount: Type.Integer(),
    }),
  ),
})

const documentQuery = {
  versionId: Id,
  day: Type.Optional(Day),
  form: Type.Optional(oneOf(['xlsx', 'docx'])),
}

export const getTaskSheet = endpoint({
  operationId: 'getTaskSheet',
  method: 'GET',
  path: '/api/organizations/:id/task-sheet',
  gate: 'duty.read',
  summary: 'What an organization has to do under a version (任务清单)',
  params: ById,
  query: Type.Object({ versionId: Id, day: Type.Optional(Day) }),
  response: TaskSheet,
  problems: ['not-found'],
})

export const printTaskSheet = endpoint({
  operationId: 'printTaskSheet',
  method: 'GET',
  path: '/api/organizations/:id/task-sheet/document',
  gate: 'duty.read',
  summary: 'The task sheet as an Excel workbook or a printable document',
  params: ById,
  query: Type.Object(documentQuery),
  response: 'bytes',
  problems: ['not-found'],
})

export const printDecomposition = endpoint({
  operationId: 'printDecomposition',
  method: 'GET',
  path: '/api/decomposition/document',
  gate: 'duty.read',
  summary:
    'The city’s decomposition table (责任分解表): every criterion with who leads, is competent and supports',
  query: Type.Object(documentQuery),
  response: 'bytes',
  problems: ['not-found'],
})

const duties = importEndpoints('Duties', '/api/duties', 'duty.edit')
export const previewDutiesImport = duties.preview
export const importDuties = duties.run
