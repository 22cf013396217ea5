import '../../shared/ui/rows.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { forgetUsers, type Grant, grantText, scopeText, type User } from './user-queries.ts'

/** The roles somebody holds: over what and until when; given and taken back here. */
export function UserGrants({ user, onGrant }: { user: User; onGrant: () => void }) {
  const mayGrant = useMay()('user.grant')
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Grant | null>(null)
  const end = async (grant: Grant) => {
    await call('endGrant', { params: { id: user.id, grantId: grant.id } })
    await forgetUsers(queries)
  }
  return (
    <Panel
      title={m['office.users.grants']()}
      aside={mayGrant && <Button onClick={onGrant}>{m['office.users.grant']()}</Button>}
      flush
    >
      {user.grants.length === 0 ? (
        <EmptyState title={m['office.users.noGrants']()} hint={m['office.users.noGrantsHint']()} />
      ) : (
        <ul className="rows">
          {user.grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} onEnd={mayGrant ? () => setEnding(grant) : undefined} />
          ))}
        </ul>
      )}
      {ending && (
        <ConfirmDialog
          title={m['office.users.endTitle']({ name: user.name })}
          action={m['office.users.end']()}
          danger
          run={() => end(ending)}
          onClose={() => setEnding(null)}
        >
          <p>{m['office.users.endWhat']({ grant: grantText(ending) })}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function GrantLine({ grant, onEnd }: { grant: Grant; onEnd: (() => void) | undefined }) {
  const until =
    grant.validUntil === null
      ? m['office.users.untilOpen']()
      : m['office.users.untilDay']({ day: grant.validUntil })
  return (
    <li className="row">
      <div className="row-text">
        <p>
          <strong>{grant.roleName}</strong>{' '}
          {grant.expired && <StatusTag tone="alarm">{m['office.users.expired']()}</StatusTag>}
        </p>
        <p className="row-detail">
          {scopeText(grant)} · {until}
        </p>
      </div>
      {onEnd && (
        <Button onClick={onEnd} aria-label={m['office.users.endNamed']({ grant: grantText(grant) })}>
          {m['office.users.end']()}
        </Button>
      )}
    </li>
  )
}
