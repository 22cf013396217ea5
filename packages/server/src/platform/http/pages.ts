import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const FRONT_PAGE = 'office.html'
const YEAR_SECONDS = 31_536_000

/** The web app's files, where it has been built; every path that is no file and no API is a page of the app. */
export async function servePages(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(join(folder, FRONT_PAGE))) return
  await app.register(fastifyStatic, {
    root: folder,
    index: [FRONT_PAGE],
    cacheControl: false, // ours follows
    setHeaders(response, path) {
      // Built files carry a hash in their name; pages do not.
      const lasting = path.includes('/assets/')
      response.setHeader('cache-control', lasting ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
}

/** True when a person's browser asks for a page of the app. */
export const asksForPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  !request.url.startsWith('/api/') &&
  (request.headers.accept ?? '').includes('text/html')

export const sendFrontPage = (reply: FastifyReply): FastifyReply => reply.sendFile(FRONT_PAGE)
