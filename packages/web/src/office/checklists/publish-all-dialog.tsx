import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Modal } from 'antd'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { forgetChecklists } from './checklist-queries.ts'

/** Publishes every draft that can be, and names those that cannot with the reason and the way there. */
export function PublishAllDialog({ draftCount, onClose }: { draftCount: number; onClose: () => void }) {
  const queries = useQueryClient()
  const publishing = useMutation({
    mutationFn: () => call('publishAllChecklists', { body: {} }),
    onSuccess: () => forgetChecklists(queries),
  })
  const done = publishing.data
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{m['office.checklists.publishAll']()}</h2>}
      okText={done ? m['office.checklists.close']() : m['office.checklists.publish']()}
      cancelText={m['office.form.cancel']()}
      {...(done && { cancelButtonProps: { style: { display: 'none' } } })}
      confirmLoading={publishing.isPending}
      onOk={() => (done ? onClose() : publishing.mutate())}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
    >
      <div className="confirm-text">
        {done ? (
          <Published done={done} />
        ) : (
          <>
            <p>{m['office.checklists.publishAllWhat']({ count: formatCount(draftCount) })}</p>
            <p>{m['office.checklists.publishWhat']()}</p>
          </>
        )}
        <ProblemNotice error={publishing.error} />
      </div>
    </Modal>
  )
}

function Published({ done }: { done: Response<'publishAllChecklists'> }) {
  return (
    <div role="status">
      <p>{m['office.checklists.publishedCount']({ count: formatCount(done.publishedCount) })}</p>
      {done.refused.length > 0 && (
        <>
          <p>{m['office.checklists.refused']({ count: formatCount(done.refused.length) })}</p>
          <ul className="refused-list">
            {done.refused.map(({ id, name, text }) => (
              <li key={id}>
                <Link to="/checklists/$id" params={{ id }}>
                  {name}
                </Link>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
