import type { Readable } from 'node:stream'
import { files } from '@chuangcheng/contract'
import { Problem } from '@chuangcheng/domain'
import type { FastifyReply } from 'fastify'
import { authorOf } from '../../platform/database/author.ts'
import type { Reader } from '../../platform/database/database.ts'
import { type House, open, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { addFile, getOwnFile, type StoredFile } from './actions.ts'
import { isPicture } from './kinds.ts'
import { entityTag, originalBytes, shownPicture } from './pictures.ts'
import { findFile } from './queries.ts'

const FOREVER = 'private, max-age=31536000, immutable'

function showPicture(reply: FastifyReply, store: FileStore, file: StoredFile, size: 'full' | 'thumbnail') {
  reply.header('etag', entityTag(file.hash, size)).header('cache-control', FOREVER).type('image/webp')
  return shownPicture(store, file.hash, size).then((picture) => reply.send(picture))
}

/**
 * Show a picture that a record of another room refers to; that room has made sure that the record may be seen.
 * @throws Problem not-found
 */
export async function sendPicture(
  reader: Reader,
  store: FileStore,
  reply: FastifyReply,
  picture: { readonly id: string; readonly size: 'full' | 'thumbnail' },
): Promise<FastifyReply> {
  const file = await findFile(reader, picture.id)
  if (!file || !isPicture(file.mediaType)) throw new Problem('not-found', { what: 'file' })
  return showPicture(reply, store, file, picture.size)
}

export function filesRoutes(house: House, store: FileStore): void {
  house.app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  open(house, files.uploadFile, async ({ actor, query, request }) => {
    // The parser above hands the request's stream on untouched.
    const bytes = request.body as Readable | undefined
    if (!bytes) throw new Problem('file.empty', { file: query.name })
    const author = authorOf(actor)
    const { id, name, picture = false } = query
    return addFile(house.database, store, author, { id, name, bytes }, picture)
  })
  reading(house, files.getFile, async (reader, { actor, params, reply }) => {
    const file = await getOwnFile(reader, actor, params.id)
    if (isPicture(file.mediaType)) return showPicture(reply, store, file, 'full')
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-length', file.byteCount)
      .send(originalBytes(store, file.hash))
  })
  reading(house, files.getFileThumbnail, async (reader, { actor, params, reply }) => {
    const file = await getOwnFile(reader, actor, params.id)
    if (!isPicture(file.mediaType)) throw new Problem('not-found', { what: 'file' })
    return showPicture(reply, store, file, 'thumbnail')
  })
}
