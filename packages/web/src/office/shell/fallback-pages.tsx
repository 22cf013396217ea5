import './door.css'
import { m } from '@chuangcheng/messages'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { ApiProblem } from '../../shared/api/api-problem.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { usePageTitle } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

export function NotFoundPage() {
  usePageTitle(m['office.notFound.title']())
  return (
    <main className="fallback">
      <h1 className="visually-hidden">{m['office.notFound.title']()}</h1>
      <div className="sheet">
        <EmptyState
          title={m['office.notFound.title']()}
          hint={m['office.notFound.hint']()}
          action={
            <Button type="primary" href="/">
              {m['office.notFound.home']()}
            </Button>
          }
        />
      </div>
    </main>
  )
}

/** A page that could not be shown. A program error is worded honestly; a refusal speaks for itself. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  usePageTitle(m['office.problem.page']())
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="fallback">
      <h1>{m['office.problem.page']()}</h1>
      <ProblemNotice
        error={error instanceof ApiProblem ? error : new Error('unexpected')}
        action={
          <Button size="small" onClick={again}>
            {m['office.problem.again']()}
          </Button>
        }
      />
    </div>
  )
}

export function PendingPage() {
  return (
    <div className="fallback">
      <PlaceholderLines lines={6} />
    </div>
  )
}
