import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import { useSession } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { TaskSheetView } from './task-sheet-page.tsx'

/** The task sheet of the reader's own organization (我的任务清单). */
export function MyTaskSheetPage() {
  const organization = useSession()?.user.organization
  const [version, setVersion] = useState<string | undefined>()
  if (organization) return <TaskSheetView id={organization.id} version={version} onVersion={setVersion} />
  return (
    <>
      <PageHeader title={m['office.nav.myTasks']()} />
      <div className="sheet">
        <EmptyState
          title={m['office.taskSheet.noOrganization']()}
          hint={m['office.taskSheet.noOrganizationHint']()}
        />
      </div>
    </>
  )
}
