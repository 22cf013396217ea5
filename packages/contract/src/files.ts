import { Type } from 'typebox'
import { ById, endpoint, Id } from './endpoint.ts'

export const StoredFile = Type.Object({
  id: Id,
  hash: Type.String(),
  byteCount: Type.Integer(),
  mediaType: Type.String(),
  name: Type.String(),
})

export const uploadFile = endpoint({
  operationId: 'uploadFile',
  method: 'POST',
  path: '/api/files',
  gate: 'file.add',
  summary:
    'Store a file, streamed; its kind is decided by its content. The same id again answers the first file',
  query: Type.Object({
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    picture: Type.Optional(Type.Boolean({ description: 'it is meant to be one: anything else is refused' })),
  }),
  body: 'bytes',
  response: StoredFile,
  problems: ['file.type-refused', 'file.empty', 'file.too-large'],
})

export const getFile = endpoint({
  operationId: 'getFile',
  method: 'GET',
  path: '/api/files/:id',
  gate: 'signedIn',
  summary: 'A file as it is shown: pictures without EXIF',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})

export const getFileThumbnail = endpoint({
  operationId: 'getFileThumbnail',
  method: 'GET',
  path: '/api/files/:id/thumbnail',
  gate: 'signedIn',
  summary: 'A small picture of a picture (WebP, at most 480 px)',
  params: ById,
  response: 'bytes',
  problems: ['not-found'],
})
