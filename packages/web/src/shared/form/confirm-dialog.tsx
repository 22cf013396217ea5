import './form-drawer.css'
import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../ui/problem-notice.tsx'

type Props = {
  title: string
  /** What will happen, in plain words. */
  children: ReactNode
  /** The verb on the button: never "OK". */
  action: string
  danger?: boolean
  /** False while something still has to be filled in. */
  ready?: boolean
  run: () => Promise<unknown>
  onClose: () => void
}

/** Asks once before something that others will feel. Mounted while it is open. */
export function ConfirmDialog({
  title,
  children,
  action,
  danger = false,
  ready = true,
  run,
  onClose,
}: Props) {
  const running = useMutation({ mutationFn: run, onSuccess: onClose })
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{title}</h2>}
      okText={action}
      cancelText={m['office.form.cancel']()}
      okButtonProps={{ danger, disabled: !ready }}
      confirmLoading={running.isPending}
      onOk={() => running.mutate()}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
    >
      <div className="confirm-text">
        {children}
        <ProblemNotice error={running.error} />
      </div>
    </Modal>
  )
}
