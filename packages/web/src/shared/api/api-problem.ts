import { m } from '@chuangcheng/messages'

/** The body of a refusal (RFC 9457), already in the reader's language. */
export type ProblemBody = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly traceId?: string | undefined
}

/** Everything that can go wrong between a page and the server, as one kind of error. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`)
    this.body = body
  }
}

/** True for the refusal with this code, so that a page can answer it in its own way. */
export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ApiProblem && error.body.code === code

/** True when the server does not know who is asking. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiProblem && error.body.status === 401

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Reads a refusal; whatever is not one of ours (a proxy's page, a cut connection) becomes an honest general one. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const traceId = response.headers.get('x-request-id') ?? undefined
  // A body that is not JSON is not ours; it tells the reader nothing.
  const sent: unknown = await response.json().catch(() => null)
  const body: Record<string, unknown> = typeof sent === 'object' && sent !== null ? { ...sent } : {}
  const params = body.params
  return new ApiProblem({
    status: response.status,
    code: text(body.code) ?? 'unexpected',
    title: text(body.title) ?? m['office.problem.unexpected.title'](),
    detail: text(body.detail) ?? (text(body.title) ? undefined : m['office.problem.unexpected.detail']()),
    params: typeof params === 'object' && params !== null ? { ...params } : undefined,
    traceId: text(body.traceId) ?? traceId,
  })
}

/** The request never arrived, or its answer never did. */
export const offlineProblem = (): ApiProblem =>
  new ApiProblem({
    status: 0,
    code: 'offline',
    title: m['office.problem.offline.title'](),
    detail: m['office.problem.offline.detail'](),
  })
