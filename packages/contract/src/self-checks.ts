import { DUTY_ROLES, STANDINGS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { ById, Day, endpoint, Id, Instant, Name, Nullable, oneOf, Reference } from './endpoint.ts'
import { Points } from './rules.ts'

/** A desk self-check (书面自查): every organization goes through the criteria it leads, before anyone walks. */
export const SelfCheckRow = Type.Object({
  id: Id,
  name: Type.String(),
  version: Type.Object({ id: Id, label: Type.String(), frameworkName: Type.String() }),
  dueOn: Day,
  openedAt: Instant,
  closedAt: Nullable(Instant),
  taskCount: Type.Integer(),
  answeredCount: Type.Integer(),
  revision: Type.Integer(),
})

export const listSelfChecks = endpoint({
  operationId: 'listSelfChecks',
  method: 'GET',
  path: '/api/self-checks',
  gate: 'selfCheck.read',
  summary: 'Desk self-checks, the latest first; counts are those of what the caller may see',
  response: Type.Object({ items: Type.Array(SelfCheckRow) }),
})

export const openSelfCheck = endpoint({
  operationId: 'openSelfCheck',
  method: 'POST',
  path: '/api/self-checks',
  gate: 'selfCheck.open',
  summary: 'Ask every leading organization of a published version to check its criteria until a day',
  body: Type.Object({ id: Id, versionId: Id, name: Name(100), dueOn: Day }),
  response: SelfCheckRow,
  problems: [
    'not-found',
    'duplicate',
    'framework.not-published',
    'self-check.due-past',
    'access.out-of-scope',
  ],
})

export const changeSelfCheck = endpoint({
  operationId: 'changeSelfCheck',
  method: 'PATCH',
  path: '/api/self-checks/:id',
  gate: 'selfCheck.open',
  summary: 'Change name or day of a self-check, close it, or open it again',
  params: ById,
  body: Type.Object({
    basedOn: Type.Integer({ minimum: 1 }),
    name: Type.Optional(Name(100)),
    dueOn: Type.Optional(Day),
    closed: Type.Optional(Type.Boolean()),
  }),
  response: SelfCheckRow,
  problems: ['not-found', 'changed-meanwhile', 'duplicate', 'self-check.due-past', 'access.out-of-scope'],
})

const Counts = {
  taskCount: Type.Integer(),
  metCount: Type.Integer(),
  mostlyMetCount: Type.Integer(),
  unmetCount: Type.Integer(),
  missingCount: Type.Integer({ description: 'not answered yet' }),
  lateCount: Type.Integer({
    description: 'answered after the due day, or missing after it; plans whose day has passed',
  }),
}

export const getSelfCheckPicture = endpoint({
  operationId: 'getSelfCheckPicture',
  method: 'GET',
  path: '/api/self-checks/:id/picture',
  gate: 'selfCheck.read',
  summary:
    'The picture by part of the framework and by organization: met, mostly met, not met, missing, late',
  params: ById,
  response: Type.Object({
    selfCheck: SelfCheckRow,
    ...Counts,
    parts: Type.Array(Type.Object({ nodeId: Id, code: Type.String(), text: Type.String(), ...Counts })),
    organizations: Type.Array(Type.Object({ organization: Reference, ...Counts, lastAt: Nullable(Instant) })),
  }),
  problems: ['not-found'],
})

export const SelfCheckTask = Type.Object({
  criterionId: Id,
  organization: Reference,
  code: Type.String(),
  text: Type.String(),
  path: Type.Array(Type.String()),
  points: Nullable(Points),
  ruleText: Type.String(),
  role: oneOf(DUTY_ROLES),
  standing: Nullable(oneOf(STANDINGS)),
  reason: Type.String(),
  plan: Type.String(),
  planOn: Nullable(Day),
  answeredByName: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  late: Type.Boolean(),
  revision: Type.Integer({ description: '0 = not answered yet' }),
})

export const listSelfCheckTasks = endpoint({
  operationId: 'listSelfCheckTasks',
  method: 'GET',
  path: '/api/self-checks/:id/tasks',
  gate: 'selfCheck.read',
  summary:
    'Criteria to check with what was answered: of one organization (by default the caller’s), one part, or one standing',
  params: ById,
  query: Type.Object({
    organizationId: Type.Optional(Id),
    nodeId: Type.Optional(Id),
    standing: Type.Optional(oneOf([...STANDINGS, 'missing', 'late'])),
  }),
  response: Type.Object({ selfCheck: SelfCheckRow, items: Type.Array(SelfCheckTask) }),
  problems: ['not-found'],
})

export const answerSelfCheck = endpoint({
  operationId: 'answerSelfCheck',
  method: 'PUT',
  path: '/api/self-checks/:id/answers',
  gate: 'selfCheck.answer',
  summary: 'Say how an organization finds its criterion; what is not met needs a reason, a plan and a day',
  params: ById,
  body: Type.Object({
    organizationId: Id,
    criterionId: Id,
    basedOn: Type.Integer({ minimum: 0 }),
    standing: oneOf(STANDINGS),
    reason: Type.String({ maxLength: 1000 }),
    plan: Type.String({ maxLength: 1000 }),
    planOn: Nullable(Day),
  }),
  response: SelfCheckTask,
  problems: [
    'not-found',
    'changed-meanwhile',
    'self-check.closed',
    'self-check.reason-missing',
    'self-check.plan-missing',
    'self-check.plan-day-past',
    'access.out-of-scope',
  ],
})

export const exportSelfCheck = endpoint({
  operationId: 'exportSelfCheck',
  method: 'GET',
  path: '/api/self-checks/:id/export',
  gate: 'selfCheck.read',
  summary: 'The answers as an Excel workbook: summary, by part, by organization, all tasks',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})
