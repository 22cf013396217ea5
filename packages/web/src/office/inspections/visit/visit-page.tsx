import './visit.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useSession } from '../../../shared/session/session.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkTabs } from '../../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { Already } from './already.tsx'
import { Answering } from './answering.tsx'
import { type AskedChecklist, type Assignment, useAssignment, useVisit } from './assignment-queries.ts'
import type { DraftPlace } from './stored-draft.ts'
import { VisitHead } from './visit-head.tsx'

const route = getRouteApi('/frame/rounds/$id/sites/$siteId/visit')

/** Recording a visit (现场督查) at one site of a round: the page an inspector works on. */
export function VisitPage() {
  const { id, siteId } = route.useParams()
  const { data, error, isPending, refetch } = useAssignment(id, siteId)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.visit.title']()}
          trail={[{ label: m['office.nav.myRounds'](), link: { to: '/my-rounds' } }]}
        />
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </>
    )
  }
  return (
    <div className="visit">
      <AtSite assignment={data} />
    </div>
  )
}

function AtSite({ assignment }: { assignment: Assignment }) {
  const { checklist } = route.useSearch()
  const asked =
    assignment.checklists.find((each) => each.checklist.id === checklist) ?? assignment.checklists[0]
  if (!asked) {
    return (
      <>
        <VisitHead assignment={assignment} />
        <div className="sheet">
          <EmptyState
            title={m['office.visit.noChecklist']({ type: assignment.site.type.name })}
            hint={m['office.visit.noChecklistHint']()}
            action={<Link to="/my-rounds">{m['office.visit.back']()}</Link>}
          />
        </div>
      </>
    )
  }
  return (
    <ByChecklist key={`${assignment.site.id} ${asked.checklist.id}`} assignment={assignment} asked={asked} />
  )
}

/** Several checklists for one type of site: each is a visit of its own. */
function Choice({ assignment, asked }: { assignment: Assignment; asked: AskedChecklist }) {
  const { round, site, checklists } = assignment
  if (checklists.length < 2) return null
  return (
    <LinkTabs
      label={m['office.visit.checklists']()}
      tabs={checklists.map(({ checklist, visit }) => ({
        label: visit ? `${checklist.name} ✓` : checklist.name,
        link: {
          to: '/rounds/$id/sites/$siteId/visit',
          params: { id: round.id, siteId: site.id },
          search: { checklist: checklist.id },
        },
        current: checklist.id === asked.checklist.id,
      }))}
    />
  )
}

function ByChecklist({ assignment, asked }: { assignment: Assignment; asked: AskedChecklist }) {
  const { corrects } = route.useSearch()
  const userId = useSession()?.user.id ?? ''
  const { round, site } = assignment
  const { id: checklistId } = asked.checklist
  const place = useMemo(
    (): DraftPlace => ({
      userId,
      roundId: round.id,
      siteId: site.id,
      checklistId,
      correctsId: corrects ?? null,
    }),
    [userId, round.id, site.id, checklistId, corrects],
  )
  const corrected = useVisit(corrects)
  if (asked.visit !== null && asked.visit.id !== corrects) {
    return (
      <>
        <VisitHead assignment={assignment} asked={asked} />
        <Choice assignment={assignment} asked={asked} />
        <Already assignment={assignment} asked={asked} visit={asked.visit} place={place} />
      </>
    )
  }
  if (corrects !== undefined && !corrected.data) {
    return corrected.error ? <ProblemNotice error={corrected.error} /> : <PlaceholderLines lines={8} />
  }
  if (!assignment.mayRecord) {
    return (
      <>
        <VisitHead assignment={assignment} asked={asked} />
        <div className="sheet">
          <EmptyState
            title={m[`office.visit.mayNot.${round.state}`]()}
            hint={m['office.visit.mayNotHint']()}
            action={
              <Link to="/rounds/$id" params={{ id: round.id }}>
                {round.name}
              </Link>
            }
          />
        </div>
      </>
    )
  }
  return (
    <>
      <Choice assignment={assignment} asked={asked} />
      <Answering
        key={corrects ?? ''}
        assignment={assignment}
        asked={asked}
        place={place}
        corrected={corrected.data}
      />
    </>
  )
}
