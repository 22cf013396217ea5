import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../shared/session/session.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { AddOrganizationDrawer, EditOrganizationDrawer } from './organization-drawer.tsx'
import type { OrganizationPage } from './organization-queries.ts'

/** What can be done with an organization, and the drawers behind it. */
export function OrganizationActions({ organization }: { organization: OrganizationPage }) {
  const may = useMay()
  const [opened, setOpened] = useState<'add' | 'edit' | null>(null)
  const close = () => setOpened(null)
  const taskSheet = may('duty.read') && (
    <LinkButton to="/organizations/$id/task-sheet" params={{ id: organization.id }}>
      {m['office.taskSheet.link']()}
    </LinkButton>
  )
  if (!may('organization.edit')) return taskSheet
  return (
    <>
      {taskSheet}
      <Button onClick={() => setOpened('add')}>{m['office.organizations.addChild']()}</Button>
      <Button type="primary" onClick={() => setOpened('edit')}>
        {m['office.organizations.edit']()}
      </Button>
      {opened === 'add' && <AddOrganizationDrawer parent={organization} onClose={close} />}
      {opened === 'edit' && <EditOrganizationDrawer organization={organization} onClose={close} />}
    </>
  )
}

/** Adds one from the register's own page. */
export function AddOrganization() {
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('organization.edit')) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {m['office.organizations.add']()}
      </Button>
      {open && <AddOrganizationDrawer parent={null} onClose={() => setOpen(false)} />}
    </>
  )
}
