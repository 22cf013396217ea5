import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { ConfirmDialog } from '../../../shared/form/confirm-dialog.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import type { VisitRecord } from '../visit/assignment-queries.ts'

/** What can be done with a visit that stands: correct it, or take it out. */
export function RecordActions({ visit }: { visit: VisitRecord }) {
  const [isVoiding, setIsVoiding] = useState(false)
  if (!visit.mayChange) return null
  return (
    <>
      <Button onClick={() => setIsVoiding(true)}>{m['office.record.void']()}</Button>
      <LinkButton
        to="/rounds/$id/sites/$siteId/visit"
        params={{ id: visit.round.id, siteId: visit.site.id }}
        search={{ checklist: visit.checklist.id, corrects: visit.id }}
      >
        {m['office.record.correct']()}
      </LinkButton>
      {isVoiding && <VoidDialog visit={visit} onClose={() => setIsVoiding(false)} />}
    </>
  )
}

function VoidDialog({ visit, onClose }: { visit: VisitRecord; onClose: () => void }) {
  const queries = useQueryClient()
  const id = useId()
  const [reason, setReason] = useState('')
  const run = async () => {
    const voided = await call('voidVisit', { params: { id: visit.id }, body: { reason: reason.trim() } })
    queries.setQueryData(['visits', 'one', visit.id], voided)
    for (const key of ['rounds', 'cases']) void queries.invalidateQueries({ queryKey: [key] })
    void queries.invalidateQueries({ queryKey: ['visits', 'list'] })
  }
  return (
    <ConfirmDialog
      title={m['office.record.voidTitle']()}
      action={m['office.record.void']()}
      danger
      ready={reason.trim() !== ''}
      run={run}
      onClose={onClose}
    >
      <p>{m['office.record.voidText']()}</p>
      <label htmlFor={id}>{m['office.record.voidReason']()}</label>
      <Input.TextArea
        id={id}
        autoFocus
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  )
}
