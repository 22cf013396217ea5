import * as areas from './areas.ts'
import * as assessments from './assessments.ts'
import * as audit from './audit.ts'
import * as briefings from './briefings.ts'
import * as cases from './cases.ts'
import * as checklists from './checklists.ts'
import * as city from './city.ts'
import * as duties from './duties.ts'
import type { Endpoint } from './endpoint.ts'
import * as files from './files.ts'
import * as frameworks from './frameworks.ts'
import * as identity from './identity.ts'
import * as imports from './imports.ts'
import * as inspections from './inspections.ts'
import * as mappings from './mappings.ts'
import * as observationImports from './observation-imports.ts'
import * as organizations from './organizations.ts'
import * as rulebook from './rulebook.ts'
import * as search from './search.ts'
import * as selfChecks from './self-checks.ts'
import * as sites from './sites.ts'
import * as workbench from './workbench.ts'

export type { BodyOf, Endpoint, Gate, ParamsOf, QueryOf, ResponseOf, Unchanging } from './endpoint.ts'
export {
  areas,
  assessments,
  audit,
  briefings,
  cases,
  checklists,
  city,
  duties,
  files,
  frameworks,
  identity,
  imports,
  inspections,
  mappings,
  observationImports,
  organizations,
  rulebook,
  search,
  selfChecks,
  sites,
  workbench,
}

const rooms = {
  areas,
  assessments,
  audit,
  briefings,
  cases,
  checklists,
  city,
  duties,
  files,
  frameworks,
  identity,
  inspections,
  mappings,
  observationImports,
  organizations,
  rulebook,
  search,
  selfChecks,
  sites,
  workbench,
}
type Rooms = typeof rooms
type Exported = { [R in keyof Rooms]: Rooms[R][keyof Rooms[R]] }[keyof Rooms]

/** Every endpoint by its operationId. */
export type Endpoints = {
  [E in Extract<Exported, Endpoint> as E['operationId']]: E
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'operationId' in value

/** All endpoints of the house, in a steady order: what the tests and generators walk over. */
export const allEndpoints: readonly Endpoint[] = Object.values(rooms)
  .flatMap((room) => Object.values(room).filter(isEndpoint))
  .sort((a, b) => (a.operationId < b.operationId ? -1 : 1))
