import './tree.css'
import '../../shared/ui/data-table.css'
import '../../shared/ui/rows.css'
import '../../shared/ui/notice.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type Flaw, forgetFrameworks, useFlaws, useVersion, type Version } from './framework-queries.ts'
import { grouped } from './grouped.ts'
import type { GuideStep } from './guide/guide-progress.ts'

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
  if (!flaws.data) return <ProblemNotice error={flaws.error} />
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
          {ready ? m['office.frameworks.flaws.readyHint']() : m['office.frameworks.flaws.openHint']()}{' '}
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

/** Flaws of one kind stand together, so that they are mended one after another. */
function FlawGroups({ versionId, flaws }: { versionId: string; flaws: readonly Flaw[] }) {
  const groups = grouped(flaws, ({ field, severity }) => `${severity} ${field ?? ''}`)
  return [...groups].map(([key, group]) => (
    <section key={key} className="flaw-group">
      <h3>
        {fieldTitle(group[0]?.field ?? null)}
        <span className="flaw-count">{formatCount(group.length)}</span>
        <GuideLink versionId={versionId} field={group[0]?.field ?? null} />
      </h3>
      <ul>
        {group.map((flaw) => (
          <FlawLine key={`${flaw.nodeId} ${flaw.code} ${flaw.text}`} versionId={versionId} flaw={flaw} />
        ))}
      </ul>
    </section>
  ))
}

const GUIDED: Readonly<Record<string, GuideStep>> = { points: 'points', rule: 'rules', duties: 'leads' }

/** Many flaws of one kind are mended quicker in the guide than one by one. */
function GuideLink({ versionId, field }: { versionId: string; field: string | null }) {
  const step = GUIDED[field ?? '']
  if (!step) return null
  return (
    <Link
      to="/frameworks/$versionId/guide"
      params={{ versionId }}
      search={{ step }}
      className="flaw-group-link"
      aria-label={m['office.frameworks.flaws.guideOf']({ field: fieldTitle(field) })}
    >
      {m['office.frameworks.flaws.guide']()}
    </Link>
  )
}

function fieldTitle(field: string | null): string {
  switch (field) {
    case 'points':
      return m['office.frameworks.field.points']()
    case 'rule':
      return m['office.frameworks.field.rule']()
    case 'duties':
      return m['office.frameworks.field.lead']()
    case 'text':
      return m['office.frameworks.field.text']()
    case 'siteTypes':
      return m['office.frameworks.field.siteTypes']()
    case 'mappings':
      return m['office.frameworks.field.mappings']()
    default:
      return m['office.frameworks.flaws.whole']()
  }
}

function FlawLine({ versionId, flaw }: { versionId: string; flaw: Flaw }) {
  return (
    <li className="row">
      {flaw.severity === 'error' ? (
        <StatusTag tone="alarm">{m['office.findings.error']()}</StatusTag>
      ) : (
        <StatusTag tone="caution">{m['office.findings.warning']()}</StatusTag>
      )}
      <p className="row-text">
        {flaw.nodeCode && <strong className="flaw-code">{flaw.nodeCode}</strong>} {flaw.text}
      </p>
      {flaw.nodeId && (
        <Link
          to="/frameworks/$versionId"
          params={{ versionId }}
          search={{ node: flaw.nodeId, ...(flaw.field && { field: flaw.field }) }}
          className="flaw-link"
          aria-label={m['office.frameworks.flaws.goTo']({ code: flaw.nodeCode ?? '' })}
        >
          {m['office.frameworks.flaws.go']()}
        </Link>
      )}
    </li>
  )
}
