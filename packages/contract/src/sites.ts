import { DATUMS, SITE_GAPS, SITE_STATES } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { AuditEntryRow } from './audit.ts'
import {
  BasedOn,
  ById,
  Code,
  endpoint,
  FeatureCollection,
  Id,
  Instant,
  Latitude,
  Longitude,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'
import { importEndpoints } from './imports.ts'

const Position = Type.Object({ longitude: Longitude, latitude: Latitude })
const GivenPosition = Type.Object({ longitude: Longitude, latitude: Latitude, datum: oneOf(DATUMS) })

export const SiteRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  type: Reference,
  address: Type.String(),
  position: Nullable(Position),
  area: Nullable(Reference),
  holder: Nullable(Reference),
  supervisor: Nullable(Reference),
  state: oneOf(SITE_STATES),
  updatedAt: Instant,
  revision: Type.Integer(),
})

export const SitePage = Type.Object({
  ...SiteRow.properties,
  areaPath: Type.Array(Reference),
  givenPosition: Nullable(GivenPosition),
  createdAt: Instant,
})

const siteFilters = {
  typeId: Type.Optional(Id),
  areaId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  state: Type.Optional(oneOf(SITE_STATES)),
  missing: Type.Optional(oneOf(SITE_GAPS)),
  text: Type.Optional(Type.String({ maxLength: 100 })),
}

export const listSites = endpoint({
  operationId: 'listSites',
  method: 'GET',
  path: '/api/sites',
  gate: 'site.read',
  summary: 'The register of sites, by code',
  query: Type.Object({ ...paging, ...siteFilters }),
  response: Page(SiteRow),
  problems: ['cursor.invalid'],
})

export const countSites = endpoint({
  operationId: 'countSites',
  method: 'GET',
  path: '/api/site-counts',
  gate: 'site.read',
  summary: 'How many sites the filter finds, and how many of each type',
  query: Type.Object(siteFilters),
  response: Type.Object({
    total: Type.Integer(),
    byType: Type.Array(Type.Object({ id: Id, name: Type.String(), count: Type.Integer() })),
  }),
})

export const listSitePoints = endpoint({
  operationId: 'listSitePoints',
  method: 'GET',
  path: '/api/site-points',
  gate: 'site.read',
  summary: 'The found sites as GeoJSON points for the map (id, name, type)',
  query: Type.Object(siteFilters),
  response: FeatureCollection,
})

export const exportSites = endpoint({
  operationId: 'exportSites',
  method: 'GET',
  path: '/api/sites/export',
  gate: 'site.read',
  summary: 'The found sites as an Excel workbook that can be imported again',
  query: Type.Object(siteFilters),
  response: 'bytes',
})

export const getSite = endpoint({
  operationId: 'getSite',
  method: 'GET',
  path: '/api/sites/:id',
  gate: 'site.read',
  summary: 'One site',
  params: ById,
  response: SitePage,
  problems: ['not-found'],
})

const siteBody = {
  code: Code,
  name: Name(120),
  typeId: Id,
  address: Type.String({ maxLength: 200 }),
  position: Nullable(GivenPosition),
  holderId: Nullable(Id),
  supervisorId: Nullable(Id),
  state: oneOf(SITE_STATES),
}

export const addSite = endpoint({
  operationId: 'addSite',
  method: 'POST',
  path: '/api/sites',
  gate: 'site.edit',
  summary: 'Add a site; its area is found by its position',
  body: Type.Object({ id: Id, ...siteBody }),
  response: SitePage,
  problems: ['duplicate', 'access.out-of-scope', 'not-found'],
})

export const changeSite = endpoint({
  operationId: 'changeSite',
  method: 'PATCH',
  path: '/api/sites/:id',
  gate: 'site.edit',
  summary: 'Change a site, in the table or by moving it on the map',
  params: ById,
  body: Type.Object({ basedOn: BasedOn, ...Type.Partial(Type.Object(siteBody)).properties }),
  response: SitePage,
  problems: ['not-found', 'changed-meanwhile', 'duplicate', 'access.out-of-scope'],
})

export const listSiteHistory = endpoint({
  operationId: 'listSiteHistory',
  method: 'GET',
  path: '/api/sites/:id/history',
  gate: 'site.read',
  summary: 'What was done to a site, the latest first',
  params: ById,
  query: Type.Object(paging),
  response: Page(AuditEntryRow),
  problems: ['not-found'],
})

const siteTypeFields = {
  code: Code,
  name: Name(60),
  category: Type.String({ maxLength: 60 }),
  description: Type.String({ maxLength: 500 }),
}
export const SiteTypeRow = Type.Object({
  id: Id,
  ...siteTypeFields,
  retired: Type.Boolean(),
  siteCount: Type.Integer(),
  revision: Type.Integer(),
})

export const listSiteTypes = endpoint({
  operationId: 'listSiteTypes',
  method: 'GET',
  path: '/api/site-types',
  gate: 'site.read',
  summary: 'Types of sites, by code',
  response: Type.Object({ items: Type.Array(SiteTypeRow) }),
})

export const addSiteType = endpoint({
  operationId: 'addSiteType',
  method: 'POST',
  path: '/api/site-types',
  gate: 'siteType.edit',
  summary: 'Add a type of sites',
  body: Type.Object({ id: Id, ...siteTypeFields }),
  response: SiteTypeRow,
  problems: ['duplicate', 'access.out-of-scope'],
})

export const changeSiteType = endpoint({
  operationId: 'changeSiteType',
  method: 'PATCH',
  path: '/api/site-types/:id',
  gate: 'siteType.edit',
  summary: 'Change or retire a type of sites',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    ...Type.Partial(Type.Object(siteTypeFields)).properties,
    retired: Type.Optional(Type.Boolean()),
  }),
  response: SiteTypeRow,
  problems: ['not-found', 'changed-meanwhile', 'duplicate', 'access.out-of-scope'],
})

const sites = importEndpoints('Sites', '/api/sites', 'site.import')
export const previewSitesImport = sites.preview
export const importSites = sites.run
const siteTypes = importEndpoints('SiteTypes', '/api/site-types', 'siteType.edit')
export const previewSiteTypesImport = siteTypes.preview
export const importSiteTypes = siteTypes.run
