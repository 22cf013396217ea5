import type { DutyRole } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { call } from '../../shared/api/client.ts'
import { localToday } from '../../shared/form/field-values.ts'
import { OrganizationsField, type Sharer } from '../../shared/form/organizations-field.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { useDismiss } from '../../shared/ui/use-dismiss.ts'
import { usePhone } from '../../shared/ui/use-media.ts'
import { forgetDuties } from './duty-queries.ts'
import { roleName } from './duty-words.ts'
import type { MatrixRow } from './matrix-rows.ts'

type Props = {
  versionId: string
  row: MatrixRow
  role: DutyRole
  anchor: DOMRect
  usual: readonly string[]
  onSaved: () => void
  onClose: () => void
}

const WIDTH = 380
/** What the editor needs below its cell, in pixels. */
const ROOM = 430
const EDGE = 12

/** Below its cell where there is room, else above; never outside the window. */
function placeFor({ left, top, bottom }: DOMRect) {
  const x = Math.max(EDGE, Math.min(left, window.innerWidth - WIDTH - EDGE))
  return window.innerHeight - bottom >= ROOM || top < ROOM
    ? { left: x, top: Math.max(EDGE, Math.min(bottom + 4, window.innerHeight - ROOM)) }
    : { left: x, bottom: window.innerHeight - top + 4 }
}

/** Who has a role for one criterion: chosen beside its cell, saved at once. */
export function CellEditor({ versionId, row, role, anchor, usual, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const [sharers, setSharers] = useState<readonly Sharer[]>(() =>
    row.duties[role].map(({ organizationId, share }) => ({ id: organizationId, share })),
  )
  const saving = useMutation({
    mutationFn: async () => {
      await call('assignDuties', {
        params: { id: versionId },
        body: {
          nodeIds: [row.node.id],
          organizations: sharers.map(({ id, share }) => ({ id, share })),
          role,
          replace: true,
          validFrom: localToday(new Date()),
          validTo: null,
        },
      })
      await forgetDuties(queries)
    },
    onSuccess: onSaved,
  })
  useDismiss(box, !saving.isPending, onClose)
  const title = m['office.duties.editCell']({ code: row.node.code, role: roleName(role) })
  return createPortal(
    <div
      ref={box}
      role="dialog"
      aria-label={title}
      className="cell-editor"
      style={phone ? undefined : { width: WIDTH, ...placeFor(anchor) }}
    >
      <p className="cell-editor-title">{title}</p>
      <p className="cell-editor-text">{row.node.text}</p>
      <OrganizationsField
        autoFocus
        value={sharers}
        onChange={setSharers}
        usual={usual}
        onDone={() => saving.mutate()}
      />
      <ProblemNotice error={saving.error} />
      <div className="cell-editor-foot">
        <span>{m['office.duties.editKeys']()}</span>
        <Button onClick={onClose}>{m['office.form.cancel']()}</Button>
        <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
          {m['office.form.save']()}
        </Button>
      </div>
    </div>,
    document.body,
  )
}
