import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

/** Whoever leaves with unsaved changes is asked what to do with them. */
export function LeaveGuard({ dirty, save }: { dirty: boolean; save: () => Promise<unknown> }) {
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  const saving = useMutation({ mutationFn: save, onSuccess: () => blocker.proceed?.() })
  if (blocker.status !== 'blocked') return null
  const stay = () => {
    saving.reset()
    blocker.reset()
  }
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{m['office.checklists.leave.title']()}</h2>}
      onCancel={stay}
      closable={{ 'aria-label': m['office.form.close']() }}
      footer={
        <div className="leave-buttons">
          <Button onClick={stay}>{m['office.checklists.leave.stay']()}</Button>
          <Button danger onClick={blocker.proceed}>
            {m['office.checklists.leave.discard']()}
          </Button>
          <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
            {m['office.checklists.leave.save']()}
          </Button>
        </div>
      }
    >
      <div className="confirm-text">
        <p>{m['office.checklists.leave.text']()}</p>
        <ProblemNotice error={saving.error} />
      </div>
    </Modal>
  )
}
