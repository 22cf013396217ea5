import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '../../../shared/form/confirm-dialog.tsx'
import { DayInput } from '../../../shared/form/day-input.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { dayFromNow, endOfDay } from '../case-words.ts'
import { ReasonField } from './reason-field.tsx'
import type { StepProps } from './step-props.ts'
import { useSteps } from './use-steps.ts'

/** The verifier compares and decides: closed, or back with a reason. */
export function VerifyPanel({ one, onDone }: StepProps) {
  const [asks, setAsks] = useState<'close' | 'return' | null>(null)
  const close = () => setAsks(null)
  const report = one.steps.findLast(({ step }) => step === 'rectify' || step === 'fixOnSpot')
  return (
    <Panel title={m['office.cases.verify']()}>
      <div className="case-step">
        {report && report.reason !== '' && (
          <p className="timeline-reason">{m['office.cases.reportSays']({ reason: report.reason })}</p>
        )}
        <p className="case-step-lead">{m['office.cases.verifyLead']()}</p>
        <div className="case-step-buttons">
          <Button type="primary" size="large" onClick={() => setAsks('close')}>
            {m['office.cases.close']()}
          </Button>
          <Button size="large" onClick={() => setAsks('return')}>
            {m['office.cases.return']()}
          </Button>
        </div>
      </div>
      {asks === 'close' && <CloseDialog one={one} onDone={onDone} onClose={close} />}
      {asks === 'return' && <ReturnDialog one={one} onDone={onDone} onClose={close} />}
    </Panel>
  )
}

type DialogProps = StepProps & { onClose: () => void }

function CloseDialog({ one, onDone, onClose }: DialogProps) {
  const [reason, setReason] = useState('')
  const steps = useSteps(one)
  return (
    <ConfirmDialog
      title={m['office.cases.closeTitle']()}
      action={m['office.cases.closeNow']()}
      run={async () => {
        await steps.close(reason.trim() === '' ? {} : { reason })
        onDone(m['office.cases.closed']())
      }}
      onClose={onClose}
    >
      <p>{m['office.cases.closeLead']({ title: one.title })}</p>
      <ReasonField label={m['office.cases.closeNote']()} usual={[]} value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}

const USUAL_DAYS = 2

/** Nothing while the deadline still runs, some days where it has passed. */
const usualDay = (dueAt: string, now: Date): string | null =>
  Date.parse(dueAt) < now.getTime() ? dayFromNow(USUAL_DAYS, now) : null

function ReturnDialog({ one, onDone, onClose }: DialogProps) {
  const [today] = useState(() => dayFromNow(0, new Date()))
  const [reason, setReason] = useState('')
  const [day, setDay] = useState<string | null>(() => usualDay(one.dueAt, new Date()))
  const { sendBack } = useSteps(one)
  return (
    <ConfirmDialog
      title={m['office.cases.returnTitle']()}
      action={m['office.cases.returnNow']()}
      danger
      ready={reason.trim() !== ''}
      run={async () => {
        await sendBack({ reason, ...(day && { dueAt: endOfDay(day) }) })
        onDone(m['office.cases.returned']())
      }}
      onClose={onClose}
    >
      <ReasonField
        label={m['office.cases.returnReason']()}
        usual={[
          m['office.cases.returnUsual.notDone'](),
          m['office.cases.returnUsual.unclear'](),
          m['office.cases.returnUsual.elsewhere'](),
        ]}
        value={reason}
        onChange={setReason}
      />
      <div className="reason-field">
        <label htmlFor="return-day">{m['office.cases.returnDay']()}</label>
        <DayInput id="return-day" value={day} from={today} onChange={setDay} />
      </div>
    </ConfirmDialog>
  )
}
