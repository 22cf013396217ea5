import '../../../shared/ui/panel.css'
import './record.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatMoment } from '../../../shared/language/format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { useVisit, type VisitRecord } from '../visit/assignment-queries.ts'
import { AnswersRead } from './answers-read.tsx'
import { HandoverPanel } from './handover-panel.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordFacts } from './record-facts.tsx'
import { SubmittedBanner } from './submitted-banner.tsx'
import { STATE_TONES, visitStateName } from './visit-words.ts'

const route = getRouteApi('/frame/visits/$id')

/** A visit as it was: what was answered, what was found, and to whom it went. */
export function VisitRecordPage() {
  const { id } = route.useParams()
  const { data, error, isPending, refetch } = useVisit(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.visit.title']()}
          trail={[{ label: m['office.nav.rounds'](), link: { to: '/rounds' } }]}
        />
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </>
    )
  }
  return <Record key={id} visit={data} />
}

function Record({ visit }: { visit: VisitRecord }) {
  const { submitted } = route.useSearch()
  const { site, round, state } = visit
  return (
    <div className="record">
      <PageHeader
        title={site.name}
        trail={[
          { label: m['office.nav.rounds'](), link: { to: '/rounds' } },
          { label: round.name, link: { to: '/rounds/$id', params: { id: round.id } } },
        ]}
        aside={
          <StatusTag tone={STATE_TONES[state]}>
            {m['office.record.title']({ state: visitStateName(state) })}
          </StatusTag>
        }
        lead={`${site.type.name} · ${site.code} · ${formatMoment(visit.finishedAt)} · ${visit.inspectorName}`}
        actions={!submitted && <RecordActions visit={visit} />}
      />
      <Versions visit={visit} />
      {submitted && <SubmittedBanner visit={visit} />}
      <div className="record-columns">
        <div className="panels">
          <HandoverPanel visit={visit} />
          <AnswersRead visit={visit} />
        </div>
        <div className="panels">
          {submitted && visit.mayChange && (
            <section className="sheet record-mend" aria-label={m['office.record.mistaken']()}>
              <p>{m['office.record.mistaken']()}</p>
              <RecordActions visit={visit} />
            </section>
          )}
          <RecordFacts visit={visit} />
        </div>
      </div>
    </div>
  )
}

/** What came before and after this version, and why: a corrected or voided visit stays readable, and says what it is. */
function Versions({ visit }: { visit: VisitRecord }) {
  const { corrects, correctedBy, voided, reason } = visit
  return (
    <>
      {correctedBy && (
        <p className="notice notice-hint record-version">
          {m['office.record.correctedBy']({
            name: correctedBy.inspectorName,
            moment: formatMoment(correctedBy.finishedAt),
          })}{' '}
          <Link to="/visits/$id" params={{ id: correctedBy.id }}>
            {m['office.record.seeNow']()}
          </Link>
        </p>
      )}
      {voided && (
        <div className="notice notice-problem record-version">
          <p className="notice-title">
            {m['office.record.voidedBy']({ name: voided.byName ?? '—', moment: formatMoment(voided.at) })}
          </p>
          <p>{m['office.record.because']({ reason: voided.reason })}</p>
        </div>
      )}
      {corrects && (
        <p className="notice record-version">
          {m['office.record.corrects']({
            name: corrects.inspectorName,
            moment: formatMoment(corrects.finishedAt),
            reason,
          })}{' '}
          <Link to="/visits/$id" params={{ id: corrects.id }}>
            {m['office.record.seeBefore']()}
          </Link>
        </p>
      )}
    </>
  )
}
