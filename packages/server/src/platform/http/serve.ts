import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf, Unchanging } from '@chuangcheng/contract'
import { type Actor, mustHold, Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Settings } from 'typebox/system'
import { authorOf } from '../database/author.ts'
import type { Database, Reader, Tx } from '../database/database.ts'
import { knowing } from './compiling.ts'
import { localeOf } from './problem-text.ts'
import { recorded } from './unrecorded-writes.ts'

/** What a room's http.ts is given: the doors to the network and to the database. */
export type House = {
  readonly app: FastifyInstance
  readonly database: Database
  /** how often one address may call an endpoint at which a secret can be guessed, in a minute */
  readonly guessesPerMinute: number
  /** who sends the request; null = nobody we know */
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | null>
}

type Answer<E extends Endpoint> = Unchanging<ResponseOf<E>>
type ActorOf<E extends Endpoint> = E['gate'] extends 'public' ? null : Actor

/** One request to an endpoint, already validated and let in by the endpoint's gate. */
export type Call<E extends Endpoint> = {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly actor: ActorOf<E>
  readonly locale: Locale
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function letIn(house: House, endpoint: Endpoint, request: FastifyRequest): Promise<Actor | null> {
  if (endpoint.gate === 'public') return null
  const actor = await house.authenticate(request)
  if (!actor) throw new Problem('sign-in.needed')
  if (endpoint.gate !== 'signedIn') mustHold(actor, endpoint.gate)
  return actor
}

const schemaOf = (endpoint: Endpoint) => ({
  operationId: endpoint.operationId,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2] ?? 'api'],
  'x-gate': endpoint.gate,
  'x-problems': endpoint.problems ?? [],
  ...(endpoint.params ? { params: endpoint.params } : {}),
  ...(endpoint.query ? { querystring: endpoint.query } : {}),
  ...(endpoint.body && endpoint.body !== 'bytes' ? { body: endpoint.body } : {}),
  ...(endpoint.response === 'bytes' ? {} : { response: { 200: endpoint.response } }),
})

// The alternatives of our shapes exclude each other, so their order says nothing; sorting them anew for every body took longer than
// everything else that is done with it.
Settings.Set({ unionPrioritySort: false })

/**
 * Open an endpoint whose work needs neither reader nor transaction from us: streams, and what nobody has to sign in for.
 * `reading` and `acting` are the ordinary doors.
 */
export function open<E extends Endpoint>(
  house: House,
  endpoint: E,
  work: (call: Call<E>) => Promise<Answer<E> | FastifyReply>,
): void {
  const knownPartOf = knowing(endpoint.body)
  house.app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    config: endpoint.guessable ? { rateLimit: { max: house.guessesPerMinute, timeWindow: '1 minute' } } : {},
    handler: async (request, reply) => {
      const actor = await letIn(house, endpoint, request)
      // The validator made them what the endpoint's schemas say.
      return work({
        params: request.params,
        query: request.query,
        body: knownPartOf(request.body),
        actor,
        locale: localeOf(request.headers['accept-language']),
        request,
        reply,
      } as unknown as Call<E>)
    },
  })
}

type Guarded = Endpoint & { readonly gate: Exclude<Endpoint['gate'], 'public'> }
type GuardedCall<E extends Endpoint> = Omit<Call<E>, 'actor'> & { readonly actor: Actor }

/** An endpoint that looks: its work gets a Reader of the caller's city. */
export function reading<E extends Guarded>(
  house: House,
  endpoint: E,
  work: (reader: Reader, call: GuardedCall<E>) => Promise<Answer<E> | FastifyReply>,
): void {
  open<E>(house, endpoint, (call) => {
    const guarded = call as unknown as GuardedCall<E> // `gate` is not public, so letIn gave an actor
    return work(house.database.reader(guarded.actor.cityId), guarded)
  })
}

/** An endpoint that writes: its work gets a Tx; what it wrote stands in the audit log or the request fails as a bug. */
export function acting<E extends Guarded>(
  house: House,
  endpoint: E,
  work: (tx: Tx, call: GuardedCall<E>) => Promise<Answer<E>>,
): void {
  open<E>(house, endpoint, (call) => {
    const guarded = call as unknown as GuardedCall<E> // see reading
    const { actor } = guarded
    const author = authorOf(actor)
    return house.database.transact(author, (tx) => recorded(tx, (watched) => work(watched, guarded)))
  })
}
