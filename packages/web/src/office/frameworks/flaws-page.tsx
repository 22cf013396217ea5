import './tree.css'
import '../../shared/ui/data-table.css'
import '../../shared/ui/notice.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { FetchProblem } from './fetch-problem.tsx'
import { FlawGroups } from './flaw-groups.tsx'
import { forgetFrameworks, useFlaws, useVersion, type Version } from './framework-queries.ts'

/** What keeps a draft from being published, each with its place, and the button that publishes. */
export function FlawsPage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const version = useVersion(versionId).data
  const flaws = useFlaws(versionId, version?.state === 'draft')
  if (!version) return null
  if (version.state !== 'draft') {
    return (
      <div className="sheet">
        <EmptyState title={m['office.frameworks.flaws.published']()} />
      </div>
    )
  }
  if (flaws.isPending) {
    return (
      <div className="sheet tree-pending">
        <PlaceholderLines lines={6} />
      </div>
    )
  }
  if (!flaws.data) return <FetchProblem error={flaws.error} again={flaws.refetch} />
  const { items, errorCount, warningCount } = flaws.data
  return (
    <div className="panels">
      <PublishSheet version={version} errorCount={errorCount} warningCount={warningCount} />
      {items.length > 0 && (
        <Panel title={m['office.frameworks.flaws.title']()} flush>
          <FlawGroups versionId={versionId} flaws={items} />
          {items.length < errorCount + warningCount && (
            <p className="data-table-pending">
              {m['office.findings.more']({ shown: items.length, total: errorCount + warningCount })}
            </p>
          )}
        </Panel>
      )}
    </div>
  )
}

type PublishProps = { version: Version; errorCount: number; warningCount: number }

function PublishSheet({ version, errorCount, warningCount }: PublishProps) {
  const mayEdit = useMay()('framework.edit')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const ready = errorCount === 0
  const publish = async () => {
    await call('publishFrameworkVersion', { params: { id: version.id }, body: { basedOn: version.revision } })
    await forgetFrameworks(queries)
    await navigate({ to: '/frameworks/$versionId', params: { versionId: version.id } })
  }
  return (
    <section className={ready ? 'notice notice-done publish' : 'notice publish'}>
      <div className="publish-text">
        <h2 className="notice-title">
          {ready
            ? m['office.frameworks.flaws.ready']()
            : m['office.frameworks.flaws.open']({ count: formatCount(errorCount) })}
        </h2>
        <p>
          {ready
            ? m['office.frameworks.flaws.readyHint']()
            : mayEdit && m['office.frameworks.flaws.openHint']()}{' '}
          {warningCount > 0 && m['office.frameworks.flaws.warnings']({ count: formatCount(warningCount) })}
        </p>
      </div>
      {mayEdit && (
        <Button type="primary" disabled={!ready} onClick={() => setAsked(true)}>
          {m['office.frameworks.publish']()}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          title={m['office.frameworks.publishTitle']({ label: version.label })}
          action={m['office.frameworks.publish']()}
          run={publish}
          onClose={() => setAsked(false)}
        >
          <p>{m['office.frameworks.publishText']()}</p>
          <p>{m['office.frameworks.publishAfter']()}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
