import './users.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { useMay } from '../../shared/session/session.ts'
import { type Column, DataTable } from '../../shared/ui/data-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'
import { UserDrawer } from './user-drawer.tsx'
import { grantText, type User, useRoles } from './user-queries.ts'

type Filters = { text?: string | undefined; organizationId?: string | undefined; role?: string | undefined }

/** Everybody who may sign in, and what they may do. */
export function UsersPage() {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        title={m['office.users.title']()}
        lead={m['office.users.lead']()}
        actions={
          <>
            {may('user.import') && <LinkButton to="/users/import">{m['office.users.import']()}</LinkButton>}
            {may('user.edit') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {m['office.users.add']()}
              </Button>
            )}
          </>
        }
      />
      <UserRegister />
      {adding && <UserDrawer user={null} onClose={() => setAdding(false)} />}
    </>
  )
}

function UserRegister() {
  const filters: Filters = getRouteApi('/frame/users').useSearch()
  const navigate = useNavigate()
  const narrow = useCallback(
    (change: Filters) =>
      void navigate({ to: '/users', search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const list = useKeysetList(['users', 'list', filters], ({ after, signal }) =>
    call('listUsers', { query: { after, ...filters }, signal }),
  )
  const roles = useRoles().data?.items ?? []
  const filtered = Object.values(filters).some(Boolean)
  const clear = () => narrow({ text: undefined, organizationId: undefined, role: undefined })
  return (
    <div className="sheet">
      <FilterBar
        title={filtered ? m['office.users.found']() : m['office.users.all']()}
        onClear={filtered ? clear : undefined}
      >
        <FilterText
          label={m['office.users.filterText']()}
          value={filters.text ?? ''}
          onChange={useCallback((text: string) => narrow({ text: text || undefined }), [narrow])}
        />
        <OrganizationPicker
          className="filter-record"
          label={m['office.users.organization']()}
          value={filters.organizationId ?? null}
          onChange={(id) => narrow({ organizationId: id ?? undefined })}
        />
        <FilterSelect
          label={m['office.field.role']()}
          value={filters.role}
          onChange={(role) => narrow({ role })}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </FilterBar>
      <DataTable
        label={m['office.users.title']()}
        columns={columns()}
        list={list}
        rowId={(user) => user.id}
        rowName={(user) => user.name}
        empty={
          filtered ? (
            <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
          ) : (
            <EmptyState title={m['office.users.empty']()} hint={m['office.users.emptyHint']()} />
          )
        }
      />
    </div>
  )
}

const columns = (): Column<User>[] => [
  {
    key: 'name',
    title: m['office.users.name'](),
    width: 120,
    card: 'title',
    render: ({ id, name }) => (
      <Link to="/users/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { key: 'userName', title: m['office.field.userName'](), width: 160, render: (user) => user.userName },
  {
    key: 'organization',
    title: m['office.users.organization'](),
    width: 180,
    render: (user) => user.organizationName ?? '—',
  },
  { key: 'grants', title: m['office.users.grants'](), width: 300, render: (user) => <Grants user={user} /> },
  { key: 'state', title: m['office.field.state'](), width: 150, render: (user) => <UserState user={user} /> },
]

function Grants({ user }: { user: User }) {
  const held = user.grants.filter(({ expired }) => !expired).map(grantText)
  if (held.length === 0) return <span className="faint">{m['office.users.noGrants']()}</span>
  const text = held.join(m['office.history.listComma']())
  return <span title={text}>{text}</span>
}

/** In use, or why not. */
function UserState({ user }: { user: User }) {
  if (user.state === 'disabled') return <StatusTag>{m['office.users.disabled']()}</StatusTag>
  if (!user.hasPassword) return <StatusTag tone="caution">{m['office.users.noPassword']()}</StatusTag>
  return <StatusTag tone="good">{m['office.users.active']()}</StatusTag>
}
