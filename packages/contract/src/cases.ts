import { CASE_STATES, CASE_STEPS, DUTY_ROLES, HANDOVER_GROUNDS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { BasedOn, ById, endpoint, Id, Instant, Nullable, oneOf, Page, paging, Reference } from './endpoint.ts'

/** What can wait for somebody: to be dispatched, put right, or verified by them. */
export const CASE_WAITING = ['dispatch', 'handle', 'verify'] as const

/** A case as a row of a list (案卷). */
export const CaseRow = Type.Object({
  id: Id,
  number: Type.String({ description: 'WT-20261122-101205-01, unique in the city' }),
  title: Type.String(),
  category: Type.String(),
  placeName: Type.String(),
  area: Nullable(Reference),
  state: oneOf(CASE_STATES),
  organization: Nullable(Reference),
  openedAt: Instant,
  dueAt: Instant,
  rectifiedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  overdue: Type.Boolean({ description: 'the deadline has passed and it is still to be put right' }),
  returnCount: Type.Integer(),
  photoRequired: Type.Boolean(),
  photoId: Nullable(Id),
  revision: Type.Integer(),
})

const filters = {
  waiting: Type.Optional(oneOf([...CASE_WAITING, 'any'])),
  state: Type.Optional(oneOf(CASE_STATES)),
  organizationId: Type.Optional(Id),
  areaId: Type.Optional(Id),
  roundId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  overdue: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String({ maxLength: 100 })),
}

export const listCases = endpoint({
  operationId: 'listCases',
  method: 'GET',
  path: '/api/cases',
  gate: 'case.read',
  summary: 'Cases: what waits for the caller with the nearest deadline first, otherwise the latest first',
  query: Type.Object({ ...filters, ...paging }),
  response: Page(CaseRow),
  problems: ['cursor.invalid'],
})

export const countCases = endpoint({
  operationId: 'countCases',
  method: 'GET',
  path: '/api/case-counts',
  gate: 'case.read',
  summary: 'How many cases wait for the caller, and how many of what they may see still run or are overdue',
  response: Type.Object({
    dispatch: Type.Integer(),
    handle: Type.Integer(),
    verify: Type.Integer(),
    handleOverdue: Type.Integer({ description: 'of those that wait to be put right' }),
    running: Type.Integer(),
    overdue: Type.Integer(),
  }),
})

export const CaseStepRow = Type.Object({
  number: Type.Integer(),
  step: oneOf(CASE_STEPS),
  at: Instant,
  actorName: Nullable(
    Type.String({ description: 'null: the system, or an inspector whom the caller is not told' }),
  ),
  organization: Nullable(Reference),
  dueAt: Nullable(Instant),
  reason: Type.String(),
  photoIds: Type.Array(Id),
})

export const CaseDetail = Type.Object({
  ...CaseRow.properties,
  description: Type.String(),
  siteId: Nullable(Id),
  roundId: Nullable(Id),
  criterion: Nullable(Type.Object({ id: Id, code: Type.String(), text: Type.String() })),
  because: oneOf(HANDOVER_GROUNDS),
  responsible: Type.Array(
    Type.Object({
      organization: Reference,
      role: oneOf(DUTY_ROLES),
      share: Nullable(Type.Number({ description: 'percent' })),
    }),
  ),
  acceptedAt: Nullable(Instant),
  steps: Type.Array(CaseStepRow),
  mayTake: Type.Array(oneOf(CASE_STEPS), { description: 'the steps that the caller may take now' }),
})

export const getCase = endpoint({
  operationId: 'getCase',
  method: 'GET',
  path: '/api/cases/:id',
  gate: 'case.read',
  summary: 'A case with its history and what the caller may do with it',
  params: ById,
  response: CaseDetail,
  problems: ['not-found'],
})

/** Every step: made by the client, so that the same step sent again gets the first answer; based on what the client saw. */
const stepBody = {
  stepId: Id,
  basedOn: BasedOn,
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
}
const PhotoIds = Type.Array(Id, { maxItems: 9 })
const stepProblems = [
  'not-found',
  'duplicate',
  'changed-meanwhile',
  'case.step-not-possible',
  'access.out-of-scope',
] as const

export const dispatchCase = endpoint({
  operationId: 'dispatchCase',
  method: 'POST',
  path: '/api/cases/:id/dispatch',
  gate: 'case.dispatch',
  summary: 'Give a case to an organization until a deadline, for the first time or to another one',
  params: ById,
  body: Type.Object({ ...stepBody, organizationId: Id, dueAt: Instant }),
  response: CaseDetail,
  problems: [...stepProblems, 'case.due-past', 'case.organization-ended'],
})

export const dispatchCases = endpoint({
  operationId: 'dispatchCases',
  method: 'POST',
  path: '/api/case-dispatches',
  gate: 'case.dispatch',
  summary: 'Give many cases away at once; those that cannot be given are told apart, the others go',
  body: Type.Object({
    dueAt: Instant,
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
    items: Type.Array(Type.Object({ id: Id, stepId: Id, basedOn: BasedOn, organizationId: Id }), {
      minItems: 1,
      maxItems: 200,
    }),
  }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        problem: Nullable(Type.Object({ code: Type.String(), text: Type.String() })),
      }),
    ),
  }),
})

export const acceptCase = endpoint({
  operationId: 'acceptCase',
  method: 'POST',
  path: '/api/cases/:id/acceptance',
  gate: 'case.handle',
  summary: 'Say that the organization has received the case and is at it',
  params: ById,
  body: Type.Object(stepBody),
  response: CaseDetail,
  problems: stepProblems,
})

export const rectifyCase = endpoint({
  operationId: 'rectifyCase',
  method: 'POST',
  path: '/api/cases/:id/rectification',
  gate: 'case.handle',
  summary: 'Report that it is put right, with a photo of how it is now where the case asks for one',
  params: ById,
  body: Type.Object({ ...stepBody, photoIds: PhotoIds }),
  response: CaseDetail,
  problems: [...stepProblems, 'case.photo-needed', 'case.photo-unknown'],
})

export const closeCase = endpoint({
  operationId: 'closeCase',
  method: 'POST',
  path: '/api/cases/:id/closing',
  gate: 'case.verify',
  summary: 'Verify and close; never by whoever handled it',
  params: ById,
  body: Type.Object(stepBody),
  response: CaseDetail,
  problems: [...stepProblems, 'case.verifier-is-handler'],
})

export const returnCase = endpoint({
  operationId: 'returnCase',
  method: 'POST',
  path: '/api/cases/:id/return',
  gate: 'case.verify',
  summary: 'Send what is not put right back with a reason, with another deadline if so wished',
  params: ById,
  body: Type.Object({ ...stepBody, dueAt: Type.Optional(Instant) }),
  response: CaseDetail,
  problems: [...stepProblems, 'case.reason-missing', 'case.verifier-is-handler', 'case.due-past'],
})

export const declineCase = endpoint({
  operationId: 'declineCase',
  method: 'POST',
  path: '/api/cases/:id/decline',
  gate: 'case.handle',
  summary: 'Say with a reason that it is not the organization’s: it goes to the inbox of the unassigned',
  params: ById,
  body: Type.Object(stepBody),
  response: CaseDetail,
  problems: [...stepProblems, 'case.reason-missing'],
})

/** Why an organization is likely to be the right one for a case that nobody owns. */
export const LIKELY_GROUNDS = ['named', 'holder', 'supervisor', 'seated', 'above'] as const
const Likely = Type.Array(Type.Object({ id: Id, name: Type.String(), ground: oneOf(LIKELY_GROUNDS) }), {
  description:
    'named before, holder and supervisor of the site, seated in the area or above it; the likeliest first',
})

export const listUnassignedCases = endpoint({
  operationId: 'listUnassignedCases',
  method: 'GET',
  path: '/api/unassigned-cases',
  gate: 'case.dispatch',
  summary:
    'The inbox of what nobody owns, the nearest deadline first, with the organizations each could go to',
  query: Type.Object(paging),
  response: Page(Type.Object({ ...CaseRow.properties, reason: Type.String(), likely: Likely })),
  problems: ['cursor.invalid'],
})

export const listLikelyOrganizations = endpoint({
  operationId: 'listLikelyOrganizations',
  method: 'GET',
  path: '/api/cases/:id/likely-organizations',
  gate: 'case.dispatch',
  summary: 'The organizations a case could go to',
  params: ById,
  response: Type.Object({ items: Likely }),
  problems: ['not-found'],
})

const Photo = Type.Object({ id: Id, photoId: Id })

export const getCasePhoto = endpoint({
  operationId: 'getCasePhoto',
  method: 'GET',
  path: '/api/cases/:id/photos/:photoId',
  gate: 'case.read',
  summary: 'A photo of a case, without EXIF',
  params: Photo,
  response: 'bytes',
  problems: ['not-found'],
})

export const getCasePhotoThumbnail = endpoint({
  operationId: 'getCasePhotoThumbnail',
  method: 'GET',
  path: '/api/cases/:id/photos/:photoId/thumbnail',
  gate: 'case.read',
  summary: 'A photo of a case, small (WebP, at most 480 px)',
  params: Photo,
  response: 'bytes',
  problems: ['not-found'],
})
