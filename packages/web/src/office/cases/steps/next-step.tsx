import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../../shared/ui/panel.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import type { CaseFile } from '../case-queries.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import { RectifyForm } from './rectify-form.tsx'
import type { StepProps } from './step-props.ts'
import { useSteps } from './use-steps.ts'
import { VerifyPanel } from './verify-panel.tsx'

/** What the reader can do now; nothing for whoever may only look. */
export function NextStep({ one, onDone }: StepProps) {
  const { mayTake } = one
  if (mayTake.includes('close')) return <VerifyPanel one={one} onDone={onDone} />
  if (mayTake.includes('rectify')) return <HandlePanel one={one} onDone={onDone} />
  return null
}

/** Received, a photo, submitted. Who has put it right already reports at once. */
function HandlePanel({ one, onDone }: StepProps) {
  const [reports, setReports] = useState(false)
  const [declines, setDeclines] = useState(false)
  const isNew = one.mayTake.includes('accept') && !reports
  return (
    <Panel
      title={isNew ? m['office.cases.received']() : m['office.cases.report']()}
      aside={
        one.mayTake.includes('decline') && (
          <Button type="text" className="case-decline" onClick={() => setDeclines(true)}>
            {m['office.cases.notOurs']()}
          </Button>
        )
      }
    >
      {isNew ? (
        <Receive one={one} onReport={() => setReports(true)} />
      ) : (
        <RectifyForm one={one} onDone={onDone} />
      )}
      {declines && <DeclineDialog one={one} onDone={onDone} onClose={() => setDeclines(false)} />}
    </Panel>
  )
}

function Receive({ one, onReport }: { one: CaseFile; onReport: () => void }) {
  const { accept } = useSteps(one)
  const accepting = useMutation({ mutationFn: accept })
  return (
    <div className="case-step">
      <p className="case-step-lead">{m['office.cases.receivedLead']()}</p>
      <div className="case-step-buttons">
        <Button type="primary" size="large" loading={accepting.isPending} onClick={() => accepting.mutate()}>
          {m['office.cases.receive']()}
        </Button>
        <Button size="large" onClick={onReport}>
          {m['office.cases.alreadyDone']()}
        </Button>
      </div>
      <ProblemNotice error={accepting.error} />
    </div>
  )
}
