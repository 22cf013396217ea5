import { Type } from 'typebox'
import { AuditEntryRow } from './audit.ts'
import { Day, endpoint, Id, Nullable, oneOf } from './endpoint.ts'

/** What can be waiting (待办). A screen shows only those that count more than nothing. */
export const WAITING = [
  'casesToHandle',
  'casesToVerify',
  'casesToDispatch',
  'sitesToVisit',
  'sitesWithoutArea',
  'sitesWithoutPosition',
  'sitesWithoutHolder',
  'sitesWithoutSupervisor',
  'areasWithoutBoundary',
  'usersWithoutPassword',
  'grantsEndingSoon',
  'selfCheckTasks',
] as const

/** How many sites a type or an area has. */
const Share = Type.Object({ id: Id, name: Type.String(), count: Type.Integer() })

export const getWorkbench = endpoint({
  operationId: 'getWorkbench',
  method: 'GET',
  path: '/api/workbench',
  gate: 'signedIn',
  summary: 'What there is to do and what changed, as far as the user may see it',
  response: Type.Object({
    counts: Type.Object({
      sites: Type.Integer(),
      siteTypes: Type.Integer(),
      areas: Type.Integer(),
      organizations: Type.Integer(),
      users: Type.Integer(),
    }),
    waiting: Type.Array(
      Type.Object({
        kind: oneOf(WAITING),
        count: Type.Integer(),
        /** by when the first of it is due, where it has a day */
        day: Type.Optional(Day),
      }),
    ),
    sitesByType: Type.Array(Share),
    sitesByArea: Type.Array(Share),
    recent: Type.Array(AuditEntryRow),
    score: Nullable(
      Type.Object({
        assessmentId: Nullable(Id),
        roundId: Nullable(Id),
        name: Type.String(),
        mark: Nullable(Type.Number({ description: 'out of a hundred; null where nothing can be said yet' })),
      }),
    ),
  }),
})
