import { PROBLEMS, Problem, type ProblemCode, type ProblemParams } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import type { TValidationError } from 'typebox/error'
import { Locale as SchemaWords } from 'typebox/system'
import { localeOf, problemText } from './problem-text.ts'

/** Which Problem a violated constraint of the database means; the rooms' constraints are collected beside app.ts. */
export type ConstraintProblems = Readonly<Record<string, { code: ProblemCode; what: string }>>

/** What is wrong with a value, in the words that the schemas' library has for each language. */
const WORDS_OF_SCHEMAS = { 'zh-CN': SchemaWords.zh_Hans, en: SchemaWords.en_US } as const

/** A value its schema refuses. An address whose id cannot be one leads nowhere, like the address of something that is gone. */
function validationProblem(error: FastifyError, locale: Locale): Problem {
  if (error.validationContext === 'params') return new Problem('not-found', { what: 'address' })
  const issues = (error.validation ?? []) as unknown as TValidationError[] // the compiler's, see compiling.ts
  const detail = issues
    .slice(0, 3)
    .map((issue) =>
      `${issue.instancePath || error.validationContext || ''} ${WORDS_OF_SCHEMAS[locale](issue)}`.trim(),
    )
    .join('; ')
  return new Problem('request.invalid', { detail: detail || error.message })
}

/** PostgreSQL keeps no NUL characters: neither in text (22021) nor in JSON (22P05). */
const UNSTORABLE = new Set(['22021', '22P05'])

function constraintProblem(error: pg.DatabaseError, known: ConstraintProblems): Problem | null {
  if (UNSTORABLE.has(error.code ?? '')) return new Problem('request.invalid', { detail: 'U+0000' })
  const meant = known[error.constraint ?? '']
  if (!meant) return null
  const value = /=\([^,]+, (?<value>.*)\) already exists/.exec(error.detail ?? '')?.groups?.value ?? ''
  return new Problem(meant.code, { what: meant.what, value })
}

/** The Problem that an error amounts to; null when it is a bug of ours. */
function asProblem(error: unknown, known: ConstraintProblems, locale: Locale): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof pg.DatabaseError) return constraintProblem(error, known)
  if (!(error instanceof Error)) return null
  const failure = error as FastifyError
  if (failure.code === 'ECONNRESET') return new Problem('request.invalid', { detail: failure.message }) // nobody reads it
  if (failure.validation) return validationProblem(failure, locale)
  if (failure.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('request.too-large', { limit: '1 MB' })
  if (failure.statusCode !== undefined && failure.statusCode >= 400 && failure.statusCode < 500) {
    return new Problem('request.invalid', { detail: failure.message })
  }
  return null
}

function send(request: FastifyRequest, reply: FastifyReply, code: ProblemCode, params: ProblemParams) {
  const status = PROBLEMS[code]
  const locale = localeOf(request.headers['accept-language'])
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      type: `/problems/${code}`,
      title: problemText(locale, code, params),
      status,
      code,
      params,
      instance: request.id,
    })
}

/** What stopped before it reached a route (a path that is no text): answered like any other refusal. */
export function replyToFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.header('x-content-type-options', 'nosniff')
  send(request, reply, 'request.invalid', { detail: error.message })
}

/** Refusals leave as RFC 9457 in the reader's language; every other error is logged with its stack and stays a blank 500. */
export function replyWithProblems(app: FastifyInstance, known: ConstraintProblems): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error, known, localeOf(request.headers['accept-language']))
    if (problem) return send(request, reply, problem.code, problem.params)
    request.log.error({ err: error }, 'unexpected error')
    return reply
      .code(500)
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({
        type: '/problems/internal',
        title:
          localeOf(request.headers['accept-language']) === 'en'
            ? 'Something went wrong on our side. Please try again; if it stays, tell the administrator this number.'
            : '系统出了点问题,请稍后再试。如仍不行,请把这个编号告诉管理员。',
        status: 500,
        code: 'internal',
        params: {},
        instance: request.id,
      })
  })
}
