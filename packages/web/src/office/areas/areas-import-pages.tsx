import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import type { Step } from '../../shared/ui/page-header.tsx'

const back = (): Step => ({ label: m['office.areas.title'](), link: { to: '/areas' } })

/** The table of areas first, then their boundaries: two files, two pages. */
function ImportTabs({ current }: { current: 'areas' | 'boundaries' }) {
  return (
    <LinkTabs
      label={m['office.areas.importTabs']()}
      tabs={[
        {
          label: m['office.areas.importTable'](),
          link: { to: '/areas/import' },
          current: current === 'areas',
        },
        {
          label: m['office.areas.importBoundaries'](),
          link: { to: '/area-boundaries/import' },
          current: current === 'boundaries',
        },
      ]}
    />
  )
}

export function AreasImportPage() {
  return (
    <ImportWizard
      key="areas"
      title={m['office.areas.import']()}
      kind="Areas"
      back={back()}
      invalidates={[['areas']]}
      tabs={<ImportTabs current="areas" />}
      next={[
        { label: m['office.areas.nextBoundaries'](), link: { to: '/area-boundaries/import' } },
        { label: m['office.areas.nextLook'](), link: { to: '/areas' } },
      ]}
    />
  )
}

export function AreaBoundariesImportPage() {
  return (
    <ImportWizard
      key="boundaries"
      title={m['office.areas.import']()}
      kind="AreaBoundaries"
      back={back()}
      invalidates={[['areas'], ['sites'], ['base-map']]}
      tabs={<ImportTabs current="boundaries" />}
      next={[
        { label: m['office.areas.nextOrganizations'](), link: { to: '/organizations/import' } },
        { label: m['office.areas.nextLook'](), link: { to: '/areas' } },
      ]}
    />
  )
}
