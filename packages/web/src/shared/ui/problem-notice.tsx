import './notice.css'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { ApiProblem, type ProblemBody } from '../api/api-problem.ts'

/** What a page says about an error that is not one of ours: honest, and without the machine's words. */
const unexpected = (): ProblemBody => ({
  status: 500,
  code: 'unexpected',
  title: m['office.problem.unexpected.title'](),
  detail: m['office.problem.unexpected.detail'](),
})

type Props = {
  /** Nothing is shown for null. */
  error: unknown
  /** What to do: a button, a link. */
  action?: ReactNode
}

/** A refusal or failure, in place: what happened, why, what to do, and the number to quote when asking for help. */
export function ProblemNotice({ error, action }: Props) {
  if (error === null || error === undefined) return null
  const problem = error instanceof ApiProblem ? error.body : unexpected()
  return (
    <div className="notice notice-problem" role="alert">
      <p className="notice-title">{problem.title}</p>
      {problem.detail && <p>{problem.detail}</p>}
      {action && <div className="notice-action">{action}</div>}
      {problem.traceId && problem.status >= 500 && (
        <p className="notice-trace">{m['office.problem.trace']({ id: problem.traceId })}</p>
      )}
    </div>
  )
}
