import '../../shared/ui/panel.css'
import './cases.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatMoment } from '../../shared/language/format.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type CaseFile, useCase, useNextWaiting } from './case-queries.ts'
import { dueOf, groundName, stateName, stateTone } from './case-words.ts'
import { Comparison } from './comparison.tsx'
import { DispatchButton } from './steps/dispatch-drawer.tsx'
import { NextStep } from './steps/next-step.tsx'
import { Timeline } from './timeline.tsx'

export function CasePage() {
  const { id } = getRouteApi('/frame/cases/$id').useParams()
  const { data: one, error, isPending } = useCase(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!one) {
    return (
      <>
        <PageHeader title={m['office.nav.cases']()} />
        <ProblemNotice error={error} action={<Link to="/cases">{m['office.cases.back']()}</Link>} />
      </>
    )
  }
  return <CaseSheets key={id} one={one} />
}

/** One case: what is wrong and what was done about it side by side, what the reader can do now, and how it came here. */
function CaseSheets({ one }: { one: CaseFile }) {
  const [now] = useState(() => Date.now())
  const [done, setDone] = useState<string | null>(null)
  const due = dueOf(one, now)
  return (
    <>
      <PageHeader
        title={one.title}
        trail={[{ label: m['office.nav.cases'](), link: { to: '/cases' } }]}
        aside={
          <>
            <StatusTag tone={stateTone(one.state)}>{stateName(one.state)}</StatusTag>
            {due.text !== '' && due.tone !== 'plain' && <StatusTag tone={due.tone}>{due.text}</StatusTag>}
          </>
        }
        lead={`${one.number} · ${one.placeName}`}
        actions={one.mayTake.includes('dispatch') && <DispatchButton one={one} onDone={setDone} />}
      />
      {done !== null && <Done id={one.id} text={done} />}
      <div className="case-columns">
        <div className="case-main">
          <Comparison one={one} />
          <NextStep one={one} onDone={setDone} />
          <Panel title={m['office.cases.facts']()}>
            {one.description !== '' && <p className="case-description">{one.description}</p>}
            <Facts facts={factsOf(one)} />
          </Panel>
        </div>
        <Panel title={m['office.cases.history']()}>
          <Timeline one={one} />
        </Panel>
      </div>
    </>
  )
}

/** Says that it went through, and offers what waits next. */
function Done({ id, text }: { id: string; text: string }) {
  const next = useNextWaiting(id, true)
  return (
    <div className="notice notice-done case-done" role="status">
      <p className="notice-title">{text}</p>
      {next ? (
        <LinkButton prominent to="/cases/$id" params={{ id: next.id }}>
          {m['office.cases.next']({ title: next.title })}
        </LinkButton>
      ) : (
        <LinkButton to="/cases">{m['office.cases.back']()}</LinkButton>
      )}
    </div>
  )
}

const organizationLink = ({ id, name }: { id: string; name: string }): ReactNode => (
  <Link to="/organizations/$id" params={{ id }}>
    {name}
  </Link>
)

function factsOf(one: CaseFile) {
  const others = one.responsible.filter(({ organization }) => organization.id !== one.organization?.id)
  return [
    {
      term: m['office.cases.organization'](),
      value: one.organization ? organizationLink(one.organization) : m['office.cases.nobody'](),
    },
    { term: m['office.cases.because'](), value: groundName(one.because) },
    ...(others.length > 0
      ? [
          {
            term: m['office.cases.others'](),
            value: others
              .map(({ organization, role }) =>
                m['office.cases.otherAs']({ name: organization.name, role: m[`dutyRole.${role}`]() }),
              )
              .join('、'),
          },
        ]
      : []),
    { term: m['office.cases.dueAt'](), value: formatMoment(one.dueAt) },
    { term: m['office.cases.openedAt'](), value: formatMoment(one.openedAt) },
    {
      term: m['office.cases.place'](),
      value: one.siteId ? (
        <Link to="/sites/$id" params={{ id: one.siteId }}>
          {one.placeName}
        </Link>
      ) : (
        one.placeName
      ),
    },
    {
      term: m['office.field.area'](),
      value: one.area && (
        <Link to="/areas/$id" params={{ id: one.area.id }}>
          {one.area.name}
        </Link>
      ),
    },
    { term: m['office.cases.category'](), value: one.category },
    ...(one.roundId === null
      ? []
      : [
          {
            term: m['term.round'](),
            value: (
              <Link to="/cases" search={{ tab: 'all', round: one.roundId }}>
                {m['office.cases.ofRound']()}
              </Link>
            ),
          },
        ]),
    ...(one.criterion
      ? [{ term: m['term.criterion'](), value: `${one.criterion.code} ${one.criterion.text}` }]
      : []),
    ...(one.returnCount > 0
      ? [
          {
            term: m['office.cases.returnCount'](),
            value: m['office.cases.times']({ count: one.returnCount }),
          },
        ]
      : []),
  ]
}
