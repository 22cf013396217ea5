import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { forgetUsers, type User } from './user-queries.ts'

/** Disables an account, or enables it again; says before what that means. */
export function StateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const queries = useQueryClient()
  const active = user.state === 'active'
  const { id, name, revision } = user
  const run = async () => {
    try {
      const state = active ? 'disabled' : 'active'
      await call('changeUser', { params: { id }, body: { basedOn: revision, state } })
    } finally {
      // Also when somebody else was faster: the next press is based on what they left.
      await forgetUsers(queries)
    }
  }
  return (
    <ConfirmDialog
      title={active ? m['office.users.disableTitle']({ name }) : m['office.users.enableTitle']({ name })}
      action={active ? m['office.users.disable']() : m['office.users.enable']()}
      danger={active}
      run={run}
      onClose={onClose}
    >
      <p>{active ? m['office.users.disableWhat']() : m['office.users.enableWhat']()}</p>
    </ConfirmDialog>
  )
}
