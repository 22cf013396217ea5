import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { forgetChecklists } from './checklist-queries.ts'

type Props = { typesWithout: readonly { readonly name: string }[]; onClose: () => void }

/** The shipped checklists: says what will be added before, and what was added after. */
export function AdoptDialog({ typesWithout, onClose }: Props) {
  const queries = useQueryClient()
  const [addTypes, setAddTypes] = useState(typesWithout.length === 0)
  const adopting = useMutation({
    mutationFn: () => call('adoptDefaultChecklists', { body: { addTypes } }),
    onSuccess: () =>
      Promise.all([forgetChecklists(queries), queries.invalidateQueries({ queryKey: ['site-types'] })]),
  })
  const done = adopting.data
  return (
    <Modal
      open
      centered
      title={
        <h2 className="form-drawer-title">
          {done ? m['office.checklists.adopted']() : m['office.checklists.adopt']()}
        </h2>
      }
      okText={done ? m['office.checklists.close']() : m['office.checklists.adoptRun']()}
      cancelText={m['office.form.cancel']()}
      {...(done && { cancelButtonProps: { style: { display: 'none' } } })}
      confirmLoading={adopting.isPending}
      onOk={() => (done ? onClose() : adopting.mutate())}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
    >
      <div className="confirm-text">
        {done ? (
          <Adopted done={done} />
        ) : (
          <>
            <p>{m['office.checklists.adoptWhat']()}</p>
            <p>{m['office.checklists.adoptDrafts']()}</p>
            <Checkbox checked={addTypes} onChange={(event) => setAddTypes(event.target.checked)}>
              {m['office.checklists.adoptTypes']()}
            </Checkbox>
          </>
        )}
        <ProblemNotice error={adopting.error} />
      </div>
    </Modal>
  )
}

function Adopted({ done }: { done: Response<'adoptDefaultChecklists'> }) {
  const lines = [
    m['office.checklists.adoptedCount']({
      count: formatCount(done.addedCount),
      items: formatCount(done.itemCount),
    }),
    done.addedTypeCount > 0 &&
      m['office.checklists.adoptedTypes']({ count: formatCount(done.addedTypeCount) }),
    done.keptCount > 0 && m['office.checklists.adoptedKept']({ count: formatCount(done.keptCount) }),
    done.unmatched.length > 0 &&
      m['office.checklists.adoptedUnmatched']({
        names: done.unmatched.join(m['office.checklists.listMark']()),
      }),
    done.addedCount > 0 && m['office.checklists.adoptedNext'](),
  ]
  return (
    <div role="status">
      {lines
        .filter((line) => line !== false)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
  )
}
