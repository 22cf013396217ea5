import '../../shared/ui/data-table.css'
import '../../shared/ui/panel.css'
import '../../shared/ui/rows.css'
import './frameworks.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../shared/api/client.ts'
import { formatCount, formatDay } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { FetchProblem } from './fetch-problem.tsx'
import { AddFrameworkDrawer, EditFrameworkDrawer, type Start } from './framework-drawer.tsx'
import { type Framework, useFrameworks, useVersion, type VersionRow } from './framework-queries.ts'
import { campaignName, STATE_TONES, shapeText, stateName } from './framework-words.ts'
import { SuccessorDrawer } from './successor-drawer.tsx'

/** The assessment frameworks of the city, each with its versions. */
export function FrameworksPage() {
  const { data, error, isPending, refetch } = useFrameworks()
  const may = useMay()
  const [start, setStart] = useState<Start | null>(null)
  const mayEdit = may('framework.edit')
  return (
    <>
      <PageHeader
        title={m['office.frameworks.title']()}
        lead={m['office.frameworks.lead']()}
        actions={
          mayEdit && (
            <>
              <Button href={addressOf('getFrameworkTemplate')} download>
                {m['office.frameworks.template']()}
              </Button>
              <Button type="primary" onClick={() => setStart('default')}>
                {m['office.frameworks.add']()}
              </Button>
            </>
          )
        }
      />
      {isPending && (
        <div className="sheet">
          <div className="data-table-pending">
            <PlaceholderLines lines={6} />
          </div>
        </div>
      )}
      <FetchProblem error={error} again={refetch} />
      {data && data.items.length === 0 && <NoFrameworks mayEdit={mayEdit} onStart={setStart} />}
      {data && data.items.length > 0 && (
        <div className="panels">
          {data.items.map((framework) => (
            <FrameworkPanel key={framework.id} framework={framework} mayEdit={mayEdit} />
          ))}
        </div>
      )}
      {start && <AddFrameworkDrawer start={start} onClose={() => setStart(null)} />}
    </>
  )
}

function NoFrameworks({ mayEdit, onStart }: { mayEdit: boolean; onStart: (start: Start) => void }) {
  if (!mayEdit) {
    return (
      <div className="sheet">
        <EmptyState title={m['office.frameworks.none']()} hint={m['office.frameworks.noneHint']()} />
      </div>
    )
  }
  const ways: readonly { start: Start; title: string; hint: string; action: string }[] = [
    {
      start: 'default',
      title: m['office.frameworks.start.default'](),
      hint: m['office.frameworks.start.defaultHint'](),
      action: m['office.frameworks.start.defaultAction'](),
    },
    {
      start: 'workbook',
      title: m['office.frameworks.start.workbook'](),
      hint: m['office.frameworks.start.workbookHint'](),
      action: m['office.frameworks.start.workbookAction'](),
    },
    {
      start: 'empty',
      title: m['office.frameworks.start.empty'](),
      hint: m['office.frameworks.start.emptyHint'](),
      action: m['office.frameworks.start.emptyAction'](),
    },
  ]
  return (
    <div className="sheet">
      <EmptyState title={m['office.frameworks.none']()} hint={m['office.frameworks.noneLead']()} />
      <ul className="framework-ways">
        {ways.map(({ start, title, hint, action }) => (
          <li key={start}>
            <h2>{title}</h2>
            <p>{hint}</p>
            <Button type={start === 'default' ? 'primary' : 'default'} onClick={() => onStart(start)}>
              {action}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PanelProps = { framework: Framework; mayEdit: boolean }

function FrameworkPanel({ framework, mayEdit }: PanelProps) {
  const [opened, setOpened] = useState<'edit' | 'succeed' | null>(null)
  const close = () => setOpened(null)
  const latest = framework.versions[0]
  return (
    <Panel
      title={framework.name}
      flush
      aside={
        <div className="framework-aside">
          <StatusTag tone="active">{campaignName(framework.campaign)}</StatusTag>
          {mayEdit && (
            <>
              <Button size="small" onClick={() => setOpened('edit')}>
                {m['office.frameworks.rename']()}
              </Button>
              {latest && (
                <Button size="small" onClick={() => setOpened('succeed')}>
                  {m['office.frameworks.succeed']()}
                </Button>
              )}
            </>
          )}
        </div>
      }
    >
      <ul>
        {framework.versions.map((version) => (
          <VersionLine key={version.id} version={version} mayEdit={mayEdit} />
        ))}
      </ul>
      {opened === 'edit' && <EditFrameworkDrawer framework={framework} onClose={close} />}
      {opened === 'succeed' && latest && <SuccessorDrawer version={latest} onClose={close} />}
    </Panel>
  )
}

function VersionLine({ version, mayEdit }: { version: VersionRow; mayEdit: boolean }) {
  const { id, label, year, state } = version
  const day = formatDay(version.publishedAt ?? version.updatedAt)
  return (
    <li className="row">
      <div className="row-text">
        <div className="framework-line">
          <Link to="/frameworks/$versionId" params={{ versionId: id }} className="framework-link">
            {label}
          </Link>
          <StatusTag tone={STATE_TONES[state]}>{stateName(state)}</StatusTag>
        </div>
        <p className="row-detail">
          {m['office.frameworks.yearOf']({ year })} ·{' '}
          {version.publishedAt
            ? m['office.frameworks.publishedOn']({ day })
            : m['office.frameworks.changedOn']({ day })}
        </p>
      </div>
      <VersionShape version={version} />
      {state === 'draft' && mayEdit && (
        <LinkButton to="/frameworks/$versionId/guide" params={{ versionId: id }}>
          {m['office.frameworks.guide.open']()}
        </LinkButton>
      )}
    </li>
  )
}

/** “7 / 24 / 75 / 228”, with what each number counts, and how many stand above the nation. */
function VersionShape({ version }: { version: VersionRow }) {
  const { data } = useVersion(version.id)
  if (!data) {
    return (
      <p className="framework-shape">
        {m['office.frameworks.criteria']({ count: formatCount(version.criterionCount) })}
      </p>
    )
  }
  return (
    <div className="framework-shape">
      <p className="framework-numbers">{shapeText(data)}</p>
      <p className="row-detail">
        {data.levelNames.join(' / ')}
        {data.raisedCount > 0 &&
          ` · ${m['office.frameworks.raised']({ count: formatCount(data.raisedCount) })}`}
        {data.localCount > 0 && ` · ${m['office.frameworks.local']({ count: formatCount(data.localCount) })}`}
      </p>
    </div>
  )
}
