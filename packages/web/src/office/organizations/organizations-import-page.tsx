import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'

export function OrganizationsImportPage() {
  return (
    <ImportWizard
      title={m['office.organizations.import']()}
      kind="Organizations"
      back={{ label: m['office.organizations.title'](), link: { to: '/organizations' } }}
      invalidates={[['organizations']]}
      next={[
        { label: m['office.organizations.nextUsers'](), link: { to: '/users/import' } },
        { label: m['office.organizations.nextSites'](), link: { to: '/sites/import' } },
        { label: m['office.organizations.nextLook'](), link: { to: '/organizations' } },
      ]}
    />
  )
}
