import '../../shared/ui/rows.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatMoment } from '../../shared/language/format.ts'
import { deviceName } from '../../shared/session/device-name.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { forgetUsers, type User, useUserSessions } from './user-queries.ts'

/** Where somebody is signed in; all of it can be ended at once (a lost phone). */
export function UserSessions({ user }: { user: User }) {
  const { data, error } = useUserSessions(user.id)
  const queries = useQueryClient()
  const [ending, setEnding] = useState(false)
  const rows = data?.items ?? []
  const end = async () => {
    await call('revokeUserSessions', { params: { id: user.id } })
    await forgetUsers(queries)
  }
  return (
    <Panel
      title={m['office.users.sessions']()}
      aside={
        rows.length > 0 && <Button onClick={() => setEnding(true)}>{m['office.users.endSessions']()}</Button>
      }
      flush
    >
      <ProblemNotice error={error} />
      {data && rows.length === 0 && <EmptyState title={m['office.users.noSessions']()} />}
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id} className="row">
            <div className="row-text">
              <p>
                <strong>{deviceName(row.userAgent)}</strong>
              </p>
              <p className="row-detail">
                {m['office.sessions.times']({
                  from: formatMoment(row.createdAt),
                  last: formatMoment(row.lastSeenAt),
                  until: formatMoment(row.expiresAt),
                })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {ending && (
        <ConfirmDialog
          title={m['office.users.endSessionsTitle']({ name: user.name })}
          action={m['office.users.endSessions']()}
          danger
          run={end}
          onClose={() => setEnding(false)}
        >
          <p>{m['office.users.endSessionsWhat']()}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
