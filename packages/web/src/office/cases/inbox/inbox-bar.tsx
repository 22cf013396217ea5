import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { dayFromNow } from '../case-words.ts'
import { DeadlineField } from '../steps/deadline-field.tsx'

type Props = {
  /** how many have somebody to go to, and for how many somebody is likely */
  chosen: number
  likely: number
  isGiving: boolean
  error: unknown
  onChooseLikeliest: () => void
  onClear: () => void
  onGive: (day: string) => void
}

const USUAL_DAYS = 3

/** Stays in sight: how many are ready to go, until when, and go. */
export function InboxBar({ chosen, likely, isGiving, error, onChooseLikeliest, onClear, onGive }: Props) {
  const [day, setDay] = useState<string | null>(() => dayFromNow(USUAL_DAYS, new Date()))
  return (
    <div className="sheet inbox-bar">
      <div className="inbox-bar-choice">
        {chosen === 0 ? (
          <span>{m['office.inbox.nothingChosen']()}</span>
        ) : (
          <strong>{m['office.inbox.chosen']({ count: formatCount(chosen) })}</strong>
        )}
        {chosen === 0 && likely > 0 && (
          <Button onClick={onChooseLikeliest}>{m['office.inbox.chooseLikeliest']()}</Button>
        )}
        {chosen > 0 && (
          <Button type="text" onClick={onClear}>
            {m['office.inbox.clear']()}
          </Button>
        )}
      </div>
      <div className="inbox-bar-day">
        <label htmlFor="inbox-day">{m['office.cases.dueAt']()}</label>
        <DeadlineField id="inbox-day" value={day} onChange={setDay} />
      </div>
      <Button
        type="primary"
        size="large"
        disabled={chosen === 0 || day === null}
        loading={isGiving}
        onClick={() => day && onGive(day)}
      >
        {m['office.inbox.give']()}
      </Button>
      <ProblemNotice error={error} />
    </div>
  )
}
