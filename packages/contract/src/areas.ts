import { AREA_LEVELS, DATUMS, SUCCESSION_KINDS } from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  Code,
  Day,
  Done,
  endpoint,
  FeatureCollection,
  Id,
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

const areaFields = {
  code: Code,
  name: Name(100),
  level: oneOf(AREA_LEVELS),
  kind: Nullable(Type.String({ maxLength: 20 })),
  parentId: Nullable(Id),
  validFrom: Day,
  validTo: Nullable(Day),
}

export const AreaRow = Type.Object({
  id: Id,
  ...areaFields,
  childCount: Type.Integer(),
  hasBoundary: Type.Boolean(),
  revision: Type.Integer(),
})

export const AreaPage = Type.Object({
  ...AreaRow.properties,
  ancestors: Type.Array(Reference),
  squareMeters: Nullable(Type.Number()),
  /** west, south, east, north; WGS84 degrees */
  bounds: Nullable(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
  organizations: Type.Array(Reference),
  siteCount: Type.Integer(),
  successions: Type.Array(
    Type.Object({ from: Reference, to: Reference, kind: oneOf(SUCCESSION_KINDS), onDay: Day }),
  ),
})

export const listAreas = endpoint({
  operationId: 'listAreas',
  method: 'GET',
  path: '/api/areas',
  gate: 'area.read',
  summary:
    "Areas by code; under one parent ('none': the topmost one may see), of one level, holding on a day",
  query: Type.Object({
    ...paging,
    parentId: Type.Optional(Type.Union([Id, Type.Literal('none')])),
    level: Type.Optional(oneOf(AREA_LEVELS)),
    day: Type.Optional(Day),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(AreaRow),
  problems: ['cursor.invalid'],
})

export const getArea = endpoint({
  operationId: 'getArea',
  method: 'GET',
  path: '/api/areas/:id',
  gate: 'area.read',
  summary: 'One area with its ancestors, organizations and what it came from',
  params: ById,
  response: AreaPage,
  problems: ['not-found'],
})

export const addArea = endpoint({
  operationId: 'addArea',
  method: 'POST',
  path: '/api/areas',
  gate: 'area.edit',
  summary: 'Add an area under a parent',
  body: Type.Object({ id: Id, ...areaFields }),
  response: AreaPage,
  problems: [
    'duplicate',
    'not-found',
    'area.level-order',
    'validity.reversed',
    'access.out-of-scope',
    'request.invalid',
  ],
})

export const changeArea = endpoint({
  operationId: 'changeArea',
  method: 'PATCH',
  path: '/api/areas/:id',
  gate: 'area.edit',
  summary: 'Change an area: name, kind, validity, parent (everything below it moves along)',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    name: Type.Optional(areaFields.name),
    kind: Type.Optional(areaFields.kind),
    parentId: Type.Optional(Id),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Nullable(Day)),
  }),
  response: AreaPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'duplicate',
    'area.level-order',
    'area.cycle',
    'validity.reversed',
    'access.out-of-scope',
  ],
})

export const succeedArea = endpoint({
  operationId: 'succeedArea',
  method: 'POST',
  path: '/api/areas/:id/succession',
  gate: 'area.edit',
  summary:
    'Say that an area was split into, merged into or renamed to others on a day; its validity ends the day before',
  params: ById,
  body: Type.Object({
    kind: oneOf(SUCCESSION_KINDS),
    onDay: Day,
    toAreaIds: Type.Array(Id, { minItems: 1, maxItems: 50 }),
  }),
  response: AreaPage,
  problems: ['not-found', 'validity.reversed', 'access.out-of-scope', 'request.invalid'],
})

export const getAreaAt = endpoint({
  operationId: 'getAreaAt',
  method: 'GET',
  path: '/api/area-at',
  gate: 'area.read',
  summary: 'The areas in which a WGS84 point lies, the smallest first',
  query: Type.Object({ longitude: Longitude, latitude: Latitude }),
  response: Type.Object({
    areas: Type.Array(Type.Object({ id: Id, name: Type.String(), level: oneOf(AREA_LEVELS) })),
  }),
})

export const listAreaBoundaries = endpoint({
  operationId: 'listAreaBoundaries',
  method: 'GET',
  path: '/api/area-boundaries',
  gate: 'area.read',
  summary:
    'Boundaries as GeoJSON with id, code, name and level, of one level or under one parent, holding on a day (today); ' +
    'one area whenever it held',
  query: Type.Object({
    level: Type.Optional(oneOf(AREA_LEVELS)),
    parentId: Type.Optional(Id),
    areaId: Type.Optional(Id),
    day: Type.Optional(Day),
  }),
  response: FeatureCollection,
})

export const getBaseMap = endpoint({
  operationId: 'getBaseMap',
  method: 'GET',
  path: '/api/base-map',
  gate: 'signedIn',
  summary:
    'The own base map (water, parks, roads) as GeoJSON with its attribution; empty while there is none. Has an ETag',
  response: Type.Object({
    attribution: Type.String(),
    approvalNumber: Type.String({ description: '审图号' }),
    bounds: Nullable(
      Type.Array(Type.Number(), {
        minItems: 4,
        maxItems: 4,
        description: 'the box round all boundaries of the city; null while there are none',
      }),
    ),
    map: FeatureCollection,
  }),
})

export const changeBaseMap = endpoint({
  operationId: 'changeBaseMap',
  method: 'PUT',
  path: '/api/base-map',
  gate: 'area.import',
  summary: 'Take an uploaded GeoJSON file as the base map',
  body: Type.Object({
    fileId: Id,
    datum: oneOf(DATUMS),
    attribution: Type.String({ maxLength: 200 }),
    approvalNumber: Type.String({ maxLength: 60 }),
  }),
  response: Done,
  problems: [
    'not-found',
    'access.out-of-scope',
    'import.empty',
    'import.file-too-large',
    'import.too-many-rows',
    'import.too-many-columns',
    'import.encoding-unknown',
    'import.encoding-damaged',
    'import.geojson-invalid',
    'import.geojson-not-features',
  ],
})

const areas = importEndpoints('Areas', '/api/areas', 'area.import')
export const previewAreasImport = areas.preview
export const importAreas = areas.run
const boundaries = importEndpoints('AreaBoundaries', '/api/area-boundaries', 'area.import')
export const previewAreaBoundariesImport = boundaries.preview
export const importAreaBoundaries = boundaries.run
