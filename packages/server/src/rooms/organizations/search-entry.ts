import type { SearchEntry } from '../search/index.ts'
import type { Organization } from './queries.ts'

/** How an organization is found: by its name, short name and code. */
export const searchEntryOf = (organization: Organization): SearchEntry => ({
  id: organization.id,
  title: organization.name,
  detail: organization.code,
  alsoUnder: organization.shortName === null ? [] : [organization.shortName],
  areaId: organization.areaId,
  organizationIds: [organization.id],
})
