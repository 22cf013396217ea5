export { addNamedOrganizations } from './add-named.ts'
export { organizationRoutes } from './http.ts'
export { organizationImport } from './import.ts'
export { listAllOrganizations } from './queries.ts'
