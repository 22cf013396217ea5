import type { StandingSaid } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { DayInput } from '../../shared/form/day-input.tsx'
import { localToday } from '../../shared/form/field-values.ts'
import type { Task } from './self-check-queries.ts'

/** An answer that is being written. */
export type Draft = Pick<StandingSaid, 'standing' | 'reason' | 'plan' | 'planOn'>

/** What was said before is what one changes. */
export const draftOf = ({ standing, reason, plan, planOn }: Task): Draft => ({
  standing: standing ?? 'met',
  reason,
  plan,
  planOn,
})

/** Less than met needs a reason; not met also a plan and a day. */
export function isReady({ standing, reason, plan, planOn }: Draft): boolean {
  if (standing === 'met') return true
  if (reason.trim() === '') return false
  return standing === 'mostlyMet' || (plan.trim() !== '' && planOn !== null)
}

type Props = { draft: Draft; onChange: (draft: Draft) => void }

const LONGEST = 1000

export function AnswerFields({ draft, onChange }: Props) {
  const id = useId()
  const [today] = useState(() => localToday(new Date()))
  if (draft.standing === 'met') return null
  return (
    <>
      <div>
        <label htmlFor={`${id}-reason`}>{m['office.selfChecks.reason']()}</label>
        <Input.TextArea
          id={`${id}-reason`}
          autoFocus
          maxLength={LONGEST}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={draft.reason}
          onChange={(event) => onChange({ ...draft, reason: event.target.value })}
        />
      </div>
      {draft.standing === 'unmet' && (
        <>
          <div>
            <label htmlFor={`${id}-plan`}>{m['office.selfChecks.plan']()}</label>
            <Input.TextArea
              id={`${id}-plan`}
              maxLength={LONGEST}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={draft.plan}
              onChange={(event) => onChange({ ...draft, plan: event.target.value })}
            />
          </div>
          <div>
            <label htmlFor={`${id}-day`}>{m['office.selfChecks.planOn']()}</label>
            <DayInput
              id={`${id}-day`}
              from={today}
              value={draft.planOn}
              onChange={(planOn) => onChange({ ...draft, planOn })}
            />
          </div>
        </>
      )}
    </>
  )
}
