import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

/** Why something could not be fetched, and a button that tries again. */
export const FetchProblem = ({ error, again }: { error: unknown; again: () => unknown }) => (
  <ProblemNotice
    error={error}
    action={<Button onClick={() => void again()}>{m['office.problem.again']()}</Button>}
  />
)
