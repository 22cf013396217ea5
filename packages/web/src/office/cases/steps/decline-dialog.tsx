import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import { ConfirmDialog } from '../../../shared/form/confirm-dialog.tsx'
import { ReasonField } from './reason-field.tsx'
import type { StepProps } from './step-props.ts'
import { useSteps } from './use-steps.ts'

/** Says that a case is somebody else's, and why; the office gives it to another. */
export function DeclineDialog({ one, onDone, onClose }: StepProps & { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const { decline } = useSteps(one)
  return (
    <ConfirmDialog
      title={m['office.cases.declineTitle']()}
      action={m['office.cases.declineNow']()}
      ready={reason.trim() !== ''}
      run={async () => {
        await decline({ reason })
        onDone(m['office.cases.declined']())
      }}
      onClose={onClose}
    >
      <p>{m['office.cases.declineLead']()}</p>
      <ReasonField
        label={m['office.cases.declineReason']()}
        usual={[m['office.cases.declineUsual.area'](), m['office.cases.declineUsual.duty']()]}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
