import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Box } from '@chuangcheng/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FileStore } from '../../../platform/store/file-store.ts'
import type { BaseMap } from './queries.ts'

const NO_FEATURES = '{"type":"FeatureCollection","features":[]}'

/** The answer in its parts: what is said about the map, the stored file as it is, the closing brace. */
async function* answer(head: string, map: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(head)
  yield* map
  yield Buffer.from('}')
}

/**
 * Send the base map. The megabytes are neither read nor parsed here: the stored file streams through, and a browser that has it
 * already only hears so (the tag names the file and everything said about it).
 */
export function sendBaseMap(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  store: FileStore,
  map: BaseMap | undefined,
  bounds: Box | null,
): FastifyReply {
  const { attribution = '', approvalNumber = '', hash = '' } = map ?? {}
  const said = JSON.stringify({ attribution, approvalNumber, bounds })
  const tag = `"${createHash('sha256').update(hash).update(said).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
  const features: AsyncIterable<Buffer> | Buffer[] = map ? store.read(map.hash) : [Buffer.from(NO_FEATURES)]
  return reply
    .type('application/json; charset=utf-8')
    .send(Readable.from(answer(`${said.slice(0, -1)},"map":`, features), { objectMode: false }))
}
