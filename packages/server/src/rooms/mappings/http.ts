import { mappings } from '@chuangcheng/contract'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { decideMappings, listMappings, proposeMappings } from './actions.ts'
import { getCoverage } from './coverage.ts'

export function mappingRoutes(house: House): void {
  reading(house, mappings.listMappings, (reader, { params, query }) => listMappings(reader, params.id, query))
  reading(house, mappings.getMappingCoverage, (reader, { params }) => getCoverage(reader, params.id))
  acting(house, mappings.proposeMappings, (tx, { actor, params }) => proposeMappings(tx, actor, params.id))
  acting(house, mappings.decideMappings, (tx, { actor, params, body }) =>
    decideMappings(tx, actor, params.id, body.decisions),
  )
}
