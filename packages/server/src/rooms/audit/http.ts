import { audit } from '@chuangcheng/contract'
import { type House, reading } from '../../platform/http/serve.ts'
import { listEntries } from './queries.ts'
import { verifyChain } from './verification.ts'

export function auditRoutes(house: House, headsFolder: string): void {
  reading(house, audit.listAuditEntries, (reader, { query }) => listEntries(reader, query))
  reading(house, audit.verifyAudit, (reader) => verifyChain(reader, headsFolder))
}
