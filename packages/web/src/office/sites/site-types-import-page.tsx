import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'

export function SiteTypesImportPage() {
  return (
    <ImportWizard
      title={m['office.siteTypes.import']()}
      kind="SiteTypes"
      back={{ label: m['office.siteTypes.title'](), link: { to: '/settings/site-types' } }}
      invalidates={[['site-types'], ['sites']]}
      next={[
        { label: m['office.siteTypes.nextSites'](), link: { to: '/sites/import' } },
        { label: m['office.siteTypes.nextLook'](), link: { to: '/settings/site-types' } },
      ]}
    />
  )
}
