import { Problem } from '@chuangcheng/domain'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { CONSTRAINT_PROBLEMS } from './constraint-problems.ts'
import type { Database } from './platform/database/database.ts'
import { compileWhenNeeded } from './platform/http/compiling.ts'
import { asksForPage, sendFrontPage, servePages } from './platform/http/pages.ts'
import { replyToFrameworkError, replyWithProblems } from './platform/http/problem-reply.ts'
import { protectAnswers } from './platform/http/protection.ts'
import type { House } from './platform/http/serve.ts'
import { refuseUnstorableText } from './platform/http/well-formed.ts'
import { PersonalData } from './platform/personal-data.ts'
import { FileStore } from './platform/store/file-store.ts'
import { areasRoutes } from './rooms/areas/index.ts'
import { assessmentRoutes } from './rooms/assessments/index.ts'
import { auditRoutes } from './rooms/audit/index.ts'
import { briefingRoutes } from './rooms/briefings/index.ts'
import { caseRoutes } from './rooms/cases/index.ts'
import { checklistRoutes } from './rooms/checklists/index.ts'
import { dutyRoutes } from './rooms/duties/index.ts'
import { filesRoutes } from './rooms/files/index.ts'
import { frameworkRoutes } from './rooms/frameworks/index.ts'
import { authenticate, identityRoutes } from './rooms/identity/index.ts'
import { inspectionRoutes } from './rooms/inspections/index.ts'
import { mappingRoutes } from './rooms/mappings/index.ts'
import { observationImportRoutes } from './rooms/observation-imports/index.ts'
import { organizationRoutes } from './rooms/organizations/index.ts'
import { rulebookRoutes } from './rooms/rulebook/index.ts'
import { searchRoutes } from './rooms/search/index.ts'
import { selfCheckRoutes } from './rooms/self-checks/index.ts'
import { setUpRoutes } from './rooms/setup/index.ts'
import { sitesRoutes } from './rooms/sites/index.ts'
import { workbenchRoutes } from './rooms/workbench/index.ts'
import { workOffNotes } from './written-notes.ts'

/** What the house stands on: opened by whoever starts it, closed by them too. */
export type Ground = {
  readonly database: Database
  /** folder of the content-addressed file store */
  readonly filesFolder: string
  /** folder of the audit block heads, outside the database */
  readonly headsFolder: string
  /** folder of the master key under which personal data is sealed */
  readonly keysFolder: string
  /** the one-time token of the set-up link; null once a city stands */
  readonly setUpToken: string | null
  /** how the outside reaches us, for links that are given to people */
  readonly publicUrl: string
  readonly requestsPerMinute: number
  /** how often one address may try a password, a link or a token in a minute */
  readonly guessesPerMinute: number
  /** folder of the built web app; null = API only */
  readonly webFolder: string | null
  readonly server?: FastifyServerOptions
}

const MOST_BODY_BYTES = 1_048_576
const SHORTEST_COMPRESSED_BYTES = 2048

async function plugIn(app: FastifyInstance, ground: Ground): Promise<void> {
  await app.register(cookie)
  await app.register(rateLimit, {
    max: ground.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      new Problem('request.too-many', { seconds: Math.ceil(context.ttl / 1000) }),
  })
  await app.register(compress, { threshold: SHORTEST_COMPRESSED_BYTES, encodings: ['br', 'gzip'] })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '创城 Chuangcheng',
        version: '0.1.0',
        description:
          'Everything the office app does. Refusals are RFC 9457 problems; their codes stand in x-problems.',
      },
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'the token answered by signIn' },
        },
      },
      security: [{ session: [] }],
    },
  })
}

/** The house with all its rooms, listening nowhere yet. The composition root: the one place that knows every room. */
export async function buildApp(ground: Ground): Promise<FastifyInstance> {
  const { database } = ground
  database.writesNotesBy(workOffNotes)
  database.sealsPersonalDataBy(new PersonalData(ground.keysFolder))
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: replyToFrameworkError,
    ...ground.server,
  })
  compileWhenNeeded(app)
  replyWithProblems(app, CONSTRAINT_PROBLEMS)
  protectAnswers(app)
  refuseUnstorableText(app)
  await plugIn(app, ground)
  const house: House = {
    app,
    database,
    guessesPerMinute: ground.guessesPerMinute,
    authenticate: (request) => authenticate(database, request),
  }
  const store = new FileStore(ground.filesFolder)
  auditRoutes(house, ground.headsFolder)
  filesRoutes(house, store)
  areasRoutes(house, store)
  organizationRoutes(house, store)
  identityRoutes(house, store, ground.publicUrl)
  searchRoutes(house)
  sitesRoutes(house, store)
  frameworkRoutes(house)
  rulebookRoutes(house, store)
  checklistRoutes(house, store)
  mappingRoutes(house)
  dutyRoutes(house, store)
  selfCheckRoutes(house)
  caseRoutes(house, store)
  inspectionRoutes(house, store)
  observationImportRoutes(house, store)
  assessmentRoutes(house)
  briefingRoutes(house, store, ground.publicUrl)
  workbenchRoutes(house)
  setUpRoutes(house, store, ground)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => describeApi(app))
  await servePages(app, ground.webFolder)
  app.setNotFoundHandler((request, reply) => {
    if (ground.webFolder !== null && asksForPage(request)) return sendFrontPage(reply)
    throw new Problem('not-found', { what: 'page', path: request.url })
  })
  await app.ready()
  return app
}

/** The API as OpenAPI 3.1, from the routes as they are registered. */
export const describeApi = (app: FastifyInstance) => app.swagger()
