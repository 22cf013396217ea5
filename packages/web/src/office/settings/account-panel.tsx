import { m } from '@chuangcheng/messages'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { useSession } from '../../shared/session/session.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { NewPasswordFields } from '../../shared/ui/new-password-fields.tsx'
import { Panel } from '../../shared/ui/panel.tsx'

/** Who I am here, my password, and where I am signed in. The language is chosen at the top of every page. */
export function AccountPanel() {
  const session = useSession()
  const [changing, setChanging] = useState(false)
  const [changed, setChanged] = useState(false)
  if (!session) return null
  const { user, grants } = session
  return (
    <Panel
      title={m['office.settings.account']()}
      aside={
        <span className="settings-buttons">
          <LinkButton to="/my-sessions">{m['office.shell.mySessions']()}</LinkButton>
          <Button onClick={() => setChanging(true)}>{m['office.settings.changePassword']()}</Button>
        </span>
      }
    >
      <Facts
        facts={[
          { term: m['office.users.name'](), value: user.name },
          { term: m['office.field.userName'](), value: user.userName },
          { term: m['office.users.organization'](), value: user.organization?.name ?? null },
          {
            term: m['office.field.role'](),
            value: grants
              .filter(({ expired }) => !expired)
              .map(({ roleName }) => roleName)
              .join(m['office.history.listComma']()),
          },
        ]}
      />
      <p role="status" className="settings-said">
        {changed && m['office.settings.passwordChanged']()}
      </p>
      {changing && <PasswordDrawer onDone={() => setChanged(true)} onClose={() => setChanging(false)} />}
    </Panel>
  )
}

type Passwords = { currentPassword: string; newPassword: string }

function PasswordDrawer({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const save = async ({ currentPassword, newPassword }: Passwords) => {
    await call('changeMyPassword', { body: { currentPassword, newPassword } })
    onDone()
  }
  return (
    <FormDrawer<Passwords>
      title={m['office.settings.changePassword']()}
      lead={m['office.settings.changePasswordLead']()}
      values={{ currentPassword: '', newPassword: '' }}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="currentPassword"
        label={m['office.settings.currentPassword']()}
        rules={[{ required: true, message: m['office.settings.currentMissing']() }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields name="newPassword" />
    </FormDrawer>
  )
}
