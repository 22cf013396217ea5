import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'

export function DutiesImportPage() {
  return (
    <ImportWizard
      title={m['office.duties.import']()}
      kind="Duties"
      back={{ label: m['office.duties.title'](), link: { to: '/duties' } }}
      invalidates={[['duties'], ['frameworks']]}
      next={[
        { label: m['office.duties.nextMatrix'](), link: { to: '/duties' } },
        { label: m['office.duties.nextOnSite'](), link: { to: '/duties/on-site' } },
      ]}
    />
  )
}
