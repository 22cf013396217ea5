import { m } from '@chuangcheng/messages'
import { ImportWizard } from '../../shared/import/import-wizard.tsx'

export function ChecklistsImportPage() {
  return (
    <ImportWizard
      title={m['office.checklists.import']()}
      kind="Checklists"
      back={{ label: m['office.checklists.title'](), link: { to: '/checklists' } }}
      invalidates={[['checklists'], ['mappings']]}
      next={[{ label: m['office.checklists.nextLook'](), link: { to: '/checklists' } }]}
    />
  )
}
