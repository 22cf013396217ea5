import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { percentOf } from '../../../shared/language/percent.ts'
import type { VisitProgress } from './visit-draft.ts'

type Props = {
  progress: VisitProgress
  itemCount: number
  isSending: boolean
  /** what is wrong, or what was just done */
  notice: ReactNode
  onRest: () => void
  onSubmit: () => void
}

function standingWords({ answered, failed }: VisitProgress): string {
  if (answered === 0) return m['office.visit.nothingYet']()
  return failed > 0
    ? m['office.visit.failedCount']({ count: formatCount(failed) })
    : m['office.visit.nothingFailed']()
}

/** Always under the thumb: how far it is, and what comes next. */
export function VisitFoot({ progress, itemCount, isSending, notice, onRest, onSubmit }: Props) {
  const { answered, failed, open } = progress
  const isDone = open.length === 0
  return (
    <div className="visit-foot">
      <div className="visit-foot-line" aria-hidden="true">
        <span style={{ width: `${percentOf(answered, itemCount)}%` }} />
      </div>
      {notice && <div className="visit-foot-notice">{notice}</div>}
      <div className="visit-foot-row">
        <p className="visit-foot-count" role="status">
          <strong>
            {m['office.visit.ofAll']({ done: formatCount(answered), count: formatCount(itemCount) })}
          </strong>
          <span className={failed > 0 ? 'visit-foot-failed' : undefined}>{standingWords(progress)}</span>
        </p>
        {!isDone && (
          <Button size="large" onClick={onRest}>
            {m['office.visit.restConforms']()}
          </Button>
        )}
        <Button size="large" type={isDone ? 'primary' : 'default'} loading={isSending} onClick={onSubmit}>
          {m['office.visit.submit']()}
        </Button>
      </div>
    </div>
  )
}
