import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Input } from 'antd'
import { useId, useState } from 'react'
import { addressOf, call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { useMay } from '../../shared/session/session.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { forgetFrameworks, type Version } from './framework-queries.ts'
import { SuccessorDrawer } from './successor-drawer.tsx'
import { VersionDrawer } from './version-drawer.tsx'

type Opened = 'edit' | 'succeed' | 'remove' | 'withdraw'

/** What can be done with a version as a whole. */
export function VersionActions({ version }: { version: Version }) {
  const mayEdit = useMay()('framework.edit')
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const navigate = useNavigate()
  const params = { versionId: version.id }
  const draft = version.state === 'draft'
  const rare = [
    ...(draft
      ? [
          { key: 'edit', label: m['office.frameworks.edit']() },
          { key: 'import', label: m['office.frameworks.import.open']() },
          { key: 'remove', label: m['office.frameworks.removeVersion'](), danger: true },
        ]
      : []),
    { key: 'succeed', label: m['office.frameworks.succeed']() },
    ...(version.state === 'published'
      ? [{ key: 'withdraw', label: m['office.frameworks.withdraw'](), danger: true }]
      : []),
  ]
  const choose = (key: string) => {
    if (key === 'import') void navigate({ to: '/frameworks/$versionId/import', params })
    else setOpened(OPENED[key] ?? null)
  }
  return (
    <>
      <Button href={addressOf('exportFramework', { params: { id: version.id } })} download>
        {m['office.frameworks.export']()}
      </Button>
      {mayEdit && (
        <Dropdown trigger={['click']} menu={{ items: rare, onClick: ({ key }) => choose(key) }}>
          <Button>{m['office.frameworks.more']()}</Button>
        </Dropdown>
      )}
      {mayEdit && draft && (
        <LinkButton prominent to="/frameworks/$versionId/guide" params={params}>
          {m['office.frameworks.guide.open']()}
        </LinkButton>
      )}
      {opened === 'edit' && <VersionDrawer version={version} onClose={close} />}
      {opened === 'succeed' && <SuccessorDrawer version={version} onClose={close} />}
      {opened === 'remove' && <RemoveDialog version={version} onClose={close} />}
      {opened === 'withdraw' && <WithdrawDialog version={version} onClose={close} />}
    </>
  )
}

const OPENED: Readonly<Record<string, Opened>> = {
  edit: 'edit',
  succeed: 'succeed',
  remove: 'remove',
  withdraw: 'withdraw',
}

type DialogProps = { version: Version; onClose: () => void }

function RemoveDialog({ version, onClose }: DialogProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const run = async () => {
    await call('removeFrameworkVersion', { params: { id: version.id } })
    await navigate({ to: '/frameworks' })
    await forgetFrameworks(queries)
  }
  return (
    <ConfirmDialog
      title={m['office.frameworks.removeVersionTitle']({ label: version.label })}
      action={m['office.frameworks.removeVersion']()}
      danger
      run={run}
      onClose={onClose}
    >
      <p>{m['office.frameworks.removeVersionText']()}</p>
    </ConfirmDialog>
  )
}

function WithdrawDialog({ version, onClose }: DialogProps) {
  const queries = useQueryClient()
  const id = useId()
  const [reason, setReason] = useState('')
  const run = async () => {
    await call('withdrawFrameworkVersion', { params: { id: version.id }, body: { reason: reason.trim() } })
    await forgetFrameworks(queries)
  }
  return (
    <ConfirmDialog
      title={m['office.frameworks.withdrawTitle']({ label: version.label })}
      action={m['office.frameworks.withdraw']()}
      danger
      ready={reason.trim() !== ''}
      run={run}
      onClose={onClose}
    >
      <p>{m['office.frameworks.withdrawText']()}</p>
      <label htmlFor={id}>{m['office.frameworks.reason']()}</label>
      <Input.TextArea
        id={id}
        maxLength={300}
        rows={3}
        value={reason}
        aria-required
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  )
}
