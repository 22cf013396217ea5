import '../../shared/ui/panel.css'
import '../../shared/ui/data-table.css'
import './self-checks.css'
import type { StandingCounts } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../shared/form/field-values.ts'
import { formatCount } from '../../shared/language/format.ts'
import { percentOf } from '../../shared/language/percent.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { SelfCheckActions } from './self-check-actions.tsx'
import { type Picture, usePicture } from './self-check-queries.ts'
import { dueText, filterName } from './self-check-words.ts'
import { PARTS, StandingBar } from './standing-bar.tsx'
import { StandingTable } from './standing-table.tsx'

/** The picture of one self-check: how the city stands, by part of the framework and by organization. */
export function SelfCheckPage() {
  const { id } = getRouteApi('/frame/self-checks/$id').useParams()
  const { data, error, isPending, refetch } = usePicture(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.selfChecks.title']()}
          trail={[{ label: m['office.selfChecks.title'](), link: { to: '/self-checks' } }]}
        />
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </>
    )
  }
  return <PictureSheets picture={data} />
}

function PictureSheets({ picture }: { picture: Picture }) {
  const { selfCheck, parts, organizations } = picture
  const [today] = useState(() => localToday(new Date()))
  const { version } = selfCheck
  return (
    <>
      <PageHeader
        title={selfCheck.name}
        trail={[{ label: m['office.selfChecks.title'](), link: { to: '/self-checks' } }]}
        aside={
          <StatusTag tone={selfCheck.closedAt === null ? 'active' : 'plain'}>
            {dueText(selfCheck, today)}
          </StatusTag>
        }
        lead={m['office.selfChecks.about']({
          version: `${version.frameworkName} ${version.label}`,
          day: selfCheck.dueOn,
        })}
        actions={<SelfCheckActions picture={picture} />}
      />
      {picture.taskCount === 0 ? (
        <div className="sheet">
          <EmptyState title={m['office.selfChecks.noTasks']()} hint={m['office.selfChecks.noTasksHint']()} />
        </div>
      ) : (
        <div className="panels">
          <Whole counts={picture} id={selfCheck.id} />
          <Panel title={m['office.selfChecks.byPart']()} flush>
            <StandingTable
              id={selfCheck.id}
              label={m['office.selfChecks.byPart']()}
              head={m['office.selfChecks.part']()}
              lines={parts.map(({ nodeId, code, text, ...counts }) => ({
                key: nodeId,
                name: `${code} ${text}`,
                search: { nodeId },
                counts,
              }))}
            />
          </Panel>
          <Panel
            title={m['office.selfChecks.byOrganization']()}
            aside={
              <StatusTag>
                {m['office.selfChecks.organizations']({ count: formatCount(organizations.length) })}
              </StatusTag>
            }
            flush
          >
            <StandingTable
              id={selfCheck.id}
              label={m['office.selfChecks.byOrganization']()}
              head={m['office.duties.organization']()}
              lines={organizations.map((counts) => ({
                key: counts.organization.id,
                name: counts.organization.name,
                search: { organizationId: counts.organization.id },
                counts,
              }))}
            />
          </Panel>
        </div>
      )}
    </>
  )
}

/** The city in one line: how much of what was asked is met. */
function Whole({ counts, id }: { counts: StandingCounts; id: string }) {
  const answered = counts.taskCount - counts.missingCount
  return (
    <section className="sheet whole" aria-label={m['office.selfChecks.whole']()}>
      <p className="whole-sentence">
        <strong>{percentOf(counts.metCount, counts.taskCount)}%</strong>
        {m['office.selfChecks.metOf']({
          met: formatCount(counts.metCount),
          whole: formatCount(counts.taskCount),
          answered: formatCount(answered),
        })}
      </p>
      <StandingBar counts={counts} label={m['office.selfChecks.whole']()} />
      <ul className="whole-legend">
        {PARTS.map(([standing, field]) => (
          <li key={standing}>
            <Link to="/self-checks/$id/tasks" params={{ id }} search={{ standing }}>
              <span className={`standing-dot standing-${standing}`} aria-hidden="true" />
              {filterName(standing)} <strong>{formatCount(counts[field])}</strong>
            </Link>
          </li>
        ))}
        {counts.lateCount > 0 && (
          <li>
            <Link
              to="/self-checks/$id/tasks"
              params={{ id }}
              search={{ standing: 'late' }}
              className="whole-late"
            >
              {filterName('late')} <strong>{formatCount(counts.lateCount)}</strong>
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
