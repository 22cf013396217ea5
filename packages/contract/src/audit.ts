import { CHAIN_FAULTS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { endpoint, Id, Instant, Nullable, oneOf, Page, paging } from './endpoint.ts'

export const AuditEntryRow = Type.Object({
  id: Id,
  at: Instant,
  actorId: Nullable(Id),
  actorName: Type.String(),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Nullable(Id),
  before: Type.Unknown(),
  after: Type.Unknown(),
  blockNumber: Nullable(Type.Integer()),
})

export const listAuditEntries = endpoint({
  operationId: 'listAuditEntries',
  method: 'GET',
  path: '/api/audit',
  gate: 'audit.read',
  summary: 'Who did what, the latest first',
  query: Type.Object({
    ...paging,
    subjectId: Type.Optional(Id),
    actorId: Type.Optional(Id),
    action: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  response: Page(AuditEntryRow),
  problems: ['cursor.invalid'],
})

export const verifyAudit = endpoint({
  operationId: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verification',
  gate: 'audit.read',
  summary: 'Check the chain of sealed blocks against the entries and the heads kept outside the database',
  response: Type.Object({
    blockCount: Type.Integer(),
    entryCount: Type.Integer(),
    unsealedCount: Type.Integer(),
    lastSealedAt: Nullable(Instant),
    faults: Type.Array(
      Type.Object({
        fault: oneOf(CHAIN_FAULTS),
        block: Nullable(Type.Integer()),
        entryId: Nullable(Id),
      }),
    ),
  }),
})
