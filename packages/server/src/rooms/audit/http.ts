import { audit } from '@chuangcheng/contract'
import { mustCoverCity } from '@chuangcheng/domain'
import { type House, reading } from '../../platform/http/serve.ts'
import { listEntries } from './queries.ts'
import { verifyChain } from './verification.ts'

export function auditRoutes(house: House, headsFolder: string): void {
  // Entries have no place: the log is for those who may read it for the whole city.
  reading(house, audit.listAuditEntries, (reader, { actor, query }) => {
    mustCoverCity(actor, 'audit.read')
    return listEntries(reader, query)
  })
  reading(house, audit.verifyAudit, (reader, { actor }) => {
    mustCoverCity(actor, 'audit.read')
    return verifyChain(reader, headsFolder)
  })
}
