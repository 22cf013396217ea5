import '../../shared/ui/panel.css'
import './users.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../../shared/session/session.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { PageHeader, type Step } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { RecordHistory } from '../../shared/ui/record-history.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { GrantDrawer } from './grant-drawer.tsx'
import { PasswordLinkDialog } from './password-link-dialog.tsx'
import { StateDialog } from './state-dialog.tsx'
import { UserDrawer } from './user-drawer.tsx'
import { UserGrants } from './user-grants.tsx'
import { type User, useUser } from './user-queries.ts'
import { UserSessions } from './user-sessions.tsx'

type Opened = 'edit' | 'link' | 'state' | 'grant' | null

const trail = (): Step[] => [{ label: m['office.users.title'](), link: { to: '/users' } }]

export function UserPage() {
  const { id } = getRouteApi('/frame/users/$id').useParams()
  const { data: user, error, isPending } = useUser(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!user) {
    return (
      <>
        <PageHeader title={m['office.users.title']()} />
        <ProblemNotice error={error} action={<Link to="/users">{m['office.users.back']()}</Link>} />
      </>
    )
  }
  return <UserSheets key={id} user={user} />
}

function UserSheets({ user }: { user: User }) {
  const may = useMay()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  return (
    <>
      <PageHeader
        title={user.name}
        trail={trail()}
        aside={
          user.state === 'active' ? (
            <StatusTag tone="good">{m['office.users.active']()}</StatusTag>
          ) : (
            <StatusTag>{m['office.users.disabled']()}</StatusTag>
          )
        }
        actions={may('user.edit') && <EditButtons user={user} onOpen={setOpened} />}
      />
      <div className="panels">
        <NextSteps user={user} onOpen={setOpened} />
        <Panel title={m['office.users.facts']()}>
          <Facts facts={factsOf(user)} />
        </Panel>
        <UserGrants user={user} onGrant={() => setOpened('grant')} />
        {may('user.edit') && <UserSessions user={user} />}
        {may('audit.read') && <RecordHistory subjectId={user.id} />}
      </div>
      {opened === 'edit' && <UserDrawer user={user} onClose={close} />}
      {opened === 'link' && <PasswordLinkDialog user={user} onClose={close} />}
      {opened === 'state' && <StateDialog user={user} onClose={close} />}
      {opened === 'grant' && <GrantDrawer user={user} onClose={close} />}
    </>
  )
}

type ButtonsProps = { user: User; onOpen: (what: Opened) => void }

function EditButtons({ user, onOpen }: ButtonsProps) {
  const me = useSession()?.user.id === user.id
  const active = user.state === 'active'
  return (
    <>
      {!(me && active) && (
        <Button danger={active} onClick={() => onOpen('state')}>
          {active ? m['office.users.disable']() : m['office.users.enable']()}
        </Button>
      )}
      {active && <Button onClick={() => onOpen('link')}>{m['office.users.makeLink']()}</Button>}
      <Button type="primary" onClick={() => onOpen('edit')}>
        {m['office.users.edit']()}
      </Button>
    </>
  )
}

/** What still stands between a new user and their work. */
function NextSteps({ user, onOpen }: ButtonsProps) {
  const may = useMay()
  if (user.state === 'disabled') return null
  const powerless = user.grants.every(({ expired }) => expired)
  return (
    <>
      {powerless && (
        <div className="notice notice-hint">
          <p className="notice-title">{m['office.users.powerless']()}</p>
          <p>{m['office.users.powerlessHint']({ name: user.name })}</p>
          {may('user.grant') && (
            <div className="notice-action">
              <Button onClick={() => onOpen('grant')}>{m['office.users.grant']()}</Button>
            </div>
          )}
        </div>
      )}
      {!user.hasPassword && (
        <div className="notice notice-hint">
          <p className="notice-title">{m['office.users.locked']()}</p>
          <p>{m['office.users.lockedHint']({ name: user.name })}</p>
          {may('user.edit') && (
            <div className="notice-action">
              <Button onClick={() => onOpen('link')}>{m['office.users.makeLink']()}</Button>
            </div>
          )}
        </div>
      )}
    </>
  )
}

const factsOf = (user: User) => [
  { term: m['office.field.userName'](), value: user.userName },
  {
    term: m['office.users.organization'](),
    value: user.organizationId && (
      <Link to="/organizations/$id" params={{ id: user.organizationId }}>
        {user.organizationName}
      </Link>
    ),
  },
  { term: m['office.field.phone'](), value: user.phone },
  {
    term: m['office.users.password'](),
    value: user.hasPassword ? m['office.users.passwordSet']() : m['office.users.noPassword'](),
  },
]
