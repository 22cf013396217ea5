import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'

export function SitesImportPage() {
  return (
    <ImportWizard
      title={m['office.sites.import']()}
      kind="Sites"
      back={{ label: m['office.nav.sites'](), link: { to: '/sites' } }}
      invalidates={[['sites'], ['site-types'], ['organizations'], ['areas']]}
      next={[
        { label: m['office.sites.nextMap'](), link: { to: '/sites', search: { view: 'map' } } },
        { label: m['office.sites.nextTable'](), link: { to: '/sites' } },
        { label: m['office.sites.nextWithoutArea'](), link: { to: '/sites', search: { missing: 'area' } } },
      ]}
    />
  )
}
