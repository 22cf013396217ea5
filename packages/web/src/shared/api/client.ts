import type { BodyOf, Endpoints, ParamsOf, QueryOf, ResponseOf } from '@chuangcheng/contract'
import { currentLocale } from '../language/locale.ts'
import { offlineProblem, readProblem } from './api-problem.ts'
import { ENDPOINTS } from './endpoints.gen.ts'

export type Operation = keyof Endpoints

/** A part that the contract does not name may not be given; one whose fields are all optional may be left out. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Record<never, never> extends Value
    ? { [Key in Name]?: Value | undefined }
    : { [Key in Name]: Value }

type SentBody<O extends Operation> = BodyOf<Endpoints[O]> extends 'bytes' ? Blob : BodyOf<Endpoints[O]>
type Input<O extends Operation> = Part<'params', ParamsOf<Endpoints[O]>> &
  Part<'query', Loose<QueryOf<Endpoints[O]>>> &
  Part<'body', SentBody<O>> & { signal?: AbortSignal | undefined }

/** Filters that are not set may be passed as undefined: they do not travel. */
type Loose<Value> = Value extends object ? { [Key in keyof Value]: Value[Key] | undefined } : Value

/** What an operation answers. */
export type Response<O extends Operation> = ResponseOf<Endpoints[O]>
export type Query<O extends Operation> = Loose<QueryOf<Endpoints[O]>>
export type Body<O extends Operation> = BodyOf<Endpoints[O]>

type Arguments<O extends Operation> =
  Record<never, never> extends Input<O> ? [input?: Input<O>] : [input: Input<O>]

type LooseInput = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: unknown
  signal?: AbortSignal | undefined
}

/**
 * Calls one operation of the API with the session's cookie and the language on the screen.
 * @throws ApiProblem for every refusal, and when the server cannot be reached
 */
export async function call<O extends Operation>(
  operation: O,
  ...[input]: Arguments<O>
): Promise<Response<O>> {
  const [method, path] = ENDPOINTS[operation]
  // The parts are typed by the contract above; here they are only put in their places.
  const { params, query, body, signal } = (input ?? {}) as LooseInput
  const request: RequestInit = {
    method,
    signal: signal ?? null,
    credentials: 'same-origin',
    ...written(body),
  }
  const response = await fetch(filled(path, params, query), request).catch((error: unknown) => {
    // Whoever aborted wants to know that it was aborted, not that the network is down.
    if (signal?.aborted) throw error
    throw offlineProblem()
  })
  if (!response.ok) throw await readProblem(response)
  // The server's response schema is the same contract these types are made of.
  return (await response.json()) as Response<O>
}

function written(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  const headers = { accept: 'application/json', 'accept-language': currentLocale() }
  if (body === undefined) return { headers }
  if (body instanceof Blob)
    return { headers: { ...headers, 'content-type': 'application/octet-stream' }, body }
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** The address of an operation, for pictures and downloads. */
export function addressOf<O extends Operation>(operation: O, ...[input]: Arguments<O>): string {
  // See `call`.
  const { params, query } = (input ?? {}) as LooseInput
  return filled(ENDPOINTS[operation][1], params, query)
}

function filled(path: string, params: LooseInput['params'] = {}, query: LooseInput['query'] = {}): string {
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`
}
