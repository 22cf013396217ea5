import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { useMay } from '../../shared/session/session.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { EditSelfCheckDrawer } from './self-check-drawers.tsx'
import { forgetSelfChecks, type Picture } from './self-check-queries.ts'

/** What can be done with a self-check: export, remind, change, close and open again. */
export function SelfCheckActions({ picture }: { picture: Picture }) {
  const { selfCheck } = picture
  const mayOpen = useMay()('selfCheck.open')
  const [opened, setOpened] = useState<'remind' | 'edit' | 'close' | null>(null)
  const close = () => setOpened(null)
  const isOpen = selfCheck.closedAt === null
  return (
    <>
      <Button href={addressOf('exportSelfCheck', { params: { id: selfCheck.id } })} download>
        {m['office.selfChecks.export']()}
      </Button>
      {mayOpen && (
        <>
          <Button onClick={() => setOpened('edit')}>{m['office.selfChecks.edit']()}</Button>
          <Button onClick={() => setOpened('close')}>
            {isOpen ? m['office.selfChecks.close']() : m['office.selfChecks.reopen']()}
          </Button>
          {isOpen && picture.missingCount > 0 && (
            <Button type="primary" onClick={() => setOpened('remind')}>
              {m['office.selfChecks.remind']()}
            </Button>
          )}
        </>
      )}
      {opened === 'remind' && <RemindDialog picture={picture} onClose={close} />}
      {opened === 'edit' && <EditSelfCheckDrawer selfCheck={selfCheck} onClose={close} />}
      {opened === 'close' && <CloseDialog picture={picture} onClose={close} />}
    </>
  )
}

function CloseDialog({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const queries = useQueryClient()
  const { id, revision, closedAt } = picture.selfCheck
  const isOpen = closedAt === null
  const run = async () => {
    await call('changeSelfCheck', { params: { id }, body: { basedOn: revision, closed: isOpen } })
    await forgetSelfChecks(queries)
  }
  return (
    <ConfirmDialog
      title={isOpen ? m['office.selfChecks.closeTitle']() : m['office.selfChecks.reopenTitle']()}
      action={isOpen ? m['office.selfChecks.close']() : m['office.selfChecks.reopen']()}
      run={run}
      onClose={onClose}
    >
      <p>{isOpen ? m['office.selfChecks.closeText']() : m['office.selfChecks.reopenText']()}</p>
    </ConfirmDialog>
  )
}
