import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { call } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

type Props = { versionId: string; onProposed: () => void; onClose: () => void }

/** Has ties proposed from the texts; says before what it does and after how many came. */
export function ProposeDialog({ versionId, onProposed, onClose }: Props) {
  const queries = useQueryClient()
  const proposing = useMutation({
    mutationFn: () => call('proposeMappings', { params: { id: versionId }, body: {} }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['mappings', versionId] })
      onProposed()
    },
  })
  const done = proposing.data
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{m['office.mappings.propose']()}</h2>}
      okText={done ? m['office.mappings.begin']() : m['office.mappings.propose']()}
      cancelText={m['office.form.cancel']()}
      {...(done && { cancelButtonProps: { style: { display: 'none' } } })}
      confirmLoading={proposing.isPending}
      onOk={() => (done ? onClose() : proposing.mutate())}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
    >
      <div className="confirm-text">
        {done ? (
          <p role="status">
            {m['office.mappings.proposed']({
              count: formatCount(done.proposedCount),
              kept: formatCount(done.keptCount),
            })}
          </p>
        ) : (
          <p>{m['office.mappings.proposeWhat']()}</p>
        )}
        <ProblemNotice error={proposing.error} />
      </div>
    </Modal>
  )
}
