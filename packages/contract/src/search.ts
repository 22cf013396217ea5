import { Type } from 'typebox'
import { endpoint, Id, oneOf } from './endpoint.ts'

export const SEARCH_KINDS = ['site', 'organization', 'area', 'user'] as const

export const search = endpoint({
  operationId: 'search',
  method: 'GET',
  path: '/api/search',
  gate: 'signedIn',
  summary: 'Find sites, organizations, areas and users by words; two Chinese characters are enough',
  query: Type.Object({
    text: Type.String({ maxLength: 100 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({ kind: oneOf(SEARCH_KINDS), id: Id, title: Type.String(), detail: Type.String() }),
    ),
  }),
})
