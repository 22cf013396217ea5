import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'
import type { Step } from '../../shared/ui/page-header.tsx'

/** Users from the list that the personnel office keeps. */
export function UsersImportPage() {
  const back: Step = { label: m['office.users.title'](), link: { to: '/users' } }
  return (
    <ImportWizard
      title={m['office.users.importTitle']()}
      kind="Users"
      back={back}
      invalidates={[['users']]}
      next={[{ label: m['office.users.toList'](), link: { to: '/users' } }]}
    />
  )
}
