import { organizations } from '@chuangcheng/contract'
import { scopeOf } from '@chuangcheng/domain'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { importRoutes } from '../imports/index.ts'
import { addOrganization, changeOrganization, getOrganizationPage } from './actions.ts'
import { organizationImport } from './import.ts'
import { listOrganizations } from './queries.ts'

export function organizationRoutes(house: House, store: FileStore): void {
  reading(house, organizations.listOrganizations, (reader, { actor, query }) =>
    listOrganizations(reader, scopeOf(actor, 'organization.read'), query),
  )
  reading(house, organizations.getOrganization, (reader, { actor, params }) =>
    getOrganizationPage(reader, actor, params.id),
  )
  acting(house, organizations.addOrganization, (tx, { actor, body }) => addOrganization(tx, actor, body))
  acting(house, organizations.changeOrganization, (tx, { actor, params, body }) =>
    changeOrganization(tx, actor, params.id, body),
  )
  const imported = {
    preview: organizations.previewOrganizationsImport,
    run: organizations.importOrganizations,
  }
  importRoutes(house, store, imported, organizationImport)
}
