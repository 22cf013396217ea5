import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import type { Outcome } from './order.ts'

/** What came of it, and where to look at it. */
export function DoneStep({ outcome, onAgain }: { outcome: Outcome; onAgain: () => void }) {
  const { round, observationCount, supersededCount } = outcome
  return (
    <StepSheet
      title={m['office.observations.import.done.title']()}
      actions={
        <>
          <Button onClick={onAgain}>{m['office.observations.import.done.again']()}</Button>
          <LinkButton prominent to="/rounds/$id" params={{ id: round.id }}>
            {m['office.observations.import.done.round']()}
          </LinkButton>
        </>
      }
    >
      <p className="notice notice-done" role="status">
        {m['office.observations.import.done.text']({
          round: round.name,
          count: formatCount(observationCount),
          superseded: formatCount(supersededCount),
        })}
      </p>
    </StepSheet>
  )
}
