import { ORGANIZATION_KINDS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  Code,
  Day,
  endpoint,
  Id,
  Name,
  Nullable,
  oneOf,
  Page,
  paging,
  Reference,
} from './endpoint.ts'
import { importEndpoints } from './imports.ts'

const organizationFields = {
  code: Code,
  name: Name(100),
  shortName: Nullable(Name(40)),
  kind: oneOf(ORGANIZATION_KINDS),
  parentId: Nullable(Id),
  areaId: Nullable(Id),
  validFrom: Day,
  validTo: Nullable(Day),
}

export const OrganizationRow = Type.Object({
  id: Id,
  ...organizationFields,
  areaName: Nullable(Type.String()),
  childCount: Type.Integer(),
  revision: Type.Integer(),
})

export const OrganizationPage = Type.Object({
  ...OrganizationRow.properties,
  ancestors: Type.Array(Reference),
  heldSiteCount: Type.Integer({ description: '属地' }),
  supervisedSiteCount: Type.Integer({ description: '主管' }),
  userCount: Type.Integer(),
})

export const listOrganizations = endpoint({
  operationId: 'listOrganizations',
  method: 'GET',
  path: '/api/organizations',
  gate: 'organization.read',
  summary: 'Organizations by code; under one parent, of one kind, holding on a day',
  query: Type.Object({
    ...paging,
    parentId: Type.Optional(Type.Union([Id, Type.Literal('none')])),
    kind: Type.Optional(oneOf(ORGANIZATION_KINDS)),
    day: Type.Optional(Day),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(OrganizationRow),
  problems: ['cursor.invalid'],
})

export const getOrganization = endpoint({
  operationId: 'getOrganization',
  method: 'GET',
  path: '/api/organizations/:id',
  gate: 'organization.read',
  summary: 'One organization with its ancestors and what it answers for',
  params: ById,
  response: OrganizationPage,
  problems: ['not-found'],
})

export const addOrganization = endpoint({
  operationId: 'addOrganization',
  method: 'POST',
  path: '/api/organizations',
  gate: 'organization.edit',
  summary: 'Add an organization',
  body: Type.Object({ id: Id, ...organizationFields }),
  response: OrganizationPage,
  problems: ['duplicate', 'validity.reversed', 'access.out-of-scope', 'not-found'],
})

export const changeOrganization = endpoint({
  operationId: 'changeOrganization',
  method: 'PATCH',
  path: '/api/organizations/:id',
  gate: 'organization.edit',
  summary: 'Change an organization',
  params: ById,
  body: Type.Object({ basedOn: BasedOn, ...Type.Partial(Type.Object(organizationFields)).properties }),
  response: OrganizationPage,
  problems: ['not-found', 'changed-meanwhile', 'organization.cycle', 'validity.reversed', 'duplicate'],
})

const organizations = importEndpoints('Organizations', '/api/organizations', 'organization.import')
export const previewOrganizationsImport = organizations.preview
export const importOrganizations = organizations.run
