import '../../shared/ui/data-table.css'
import './settings.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { useMay } from '../../shared/session/session.ts'
import { PageHeader, type Step } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { PERMISSION_GROUPS } from './permission-groups.ts'
import { isLocked, type Role } from './role.ts'
import { RoleDrawer } from './role-drawer.tsx'

/** What each role may do, as one table of plain words. */
export function RolesPage() {
  const roles = useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => call('listRoles', { signal }) })
  const mayChange = useMay()('user.grant')
  const [opened, setOpened] = useState<Role | 'new' | null>(null)
  const trail: Step[] = [{ label: m['office.settings.title'](), link: { to: '/settings' } }]
  return (
    <>
      <PageHeader
        title={m['office.settings.roles']()}
        trail={trail}
        lead={m['office.settings.rolesLead']()}
        actions={
          mayChange && (
            <Button type="primary" onClick={() => setOpened('new')}>
              {m['office.settings.addRole']()}
            </Button>
          )
        }
      />
      <ProblemNotice error={roles.error} />
      <div className="sheet">
        {roles.isPending && (
          <div className="data-table-pending">
            <PlaceholderLines lines={8} />
          </div>
        )}
        {roles.data && <Matrix roles={roles.data.items} onOpen={mayChange ? setOpened : undefined} />}
      </div>
      {opened && <RoleDrawer role={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </>
  )
}

type MatrixProps = { roles: readonly Role[]; onOpen: ((role: Role) => void) | undefined }

function Matrix({ roles, onOpen }: MatrixProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what it can reach
    <section className="table-scroll" tabIndex={0} aria-label={m['office.settings.roles']()}>
      <table className="plain-table role-matrix">
        <thead>
          <tr>
            <th scope="col">{m['office.settings.may']()}</th>
            {roles.map((role) => (
              <th key={role.key} scope="col">
                {onOpen && !isLocked(role) ? (
                  <button
                    type="button"
                    className="role-name"
                    aria-label={m['office.settings.changeRoleNamed']({ name: role.name })}
                    onClick={() => onOpen(role)}
                  >
                    {role.name}
                  </button>
                ) : (
                  role.name
                )}
              </th>
            ))}
          </tr>
        </thead>
        {PERMISSION_GROUPS.map(({ title, permissions }) => (
          <tbody key={permissions[0]}>
            <tr className="role-group">
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {title()}
              </th>
            </tr>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{m[`permission.${permission}`]()}</th>
                {roles.map((role) => (
                  <td key={role.key}>
                    <Mark held={role.permissions.includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Mark({ held }: { held: boolean }) {
  return held ? (
    <span className="role-may" role="img" aria-label={m['office.settings.held']()}>
      ✓
    </span>
  ) : (
    <span className="role-may-not" role="img" aria-label={m['office.settings.notHeld']()}>
      –
    </span>
  )
}
