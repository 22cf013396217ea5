import '../../../shared/ui/panel.css'
import '../../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCount } from '../../../shared/language/format.ts'
import { percentOf } from '../../../shared/language/percent.ts'
import { useMay } from '../../../shared/session/session.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { ProgressBar } from '../../../shared/ui/progress-line.tsx'
import { GapNotice } from './gap-notice.tsx'
import { ProgressTable } from './progress-table.tsx'
import { RoundMap } from './round-map.tsx'
import { type Round, useRound } from './round-queries.ts'

const route = getRouteApi('/frame/rounds/$id/')

/** How far a round is: as a whole, by type of site, by street, and on the map. */
export function RoundProgressPage() {
  const { id } = route.useParams()
  const { data: round } = useRound(id)
  if (!round) return null
  return round.siteCount === 0 ? <NothingPlanned round={round} /> : <Progress round={round} />
}

function NothingPlanned({ round }: { round: Round }) {
  const mayPlan = useMay()('round.plan')
  return (
    <div className="sheet">
      <EmptyState
        title={m['office.rounds.nothingPlanned']()}
        hint={mayPlan ? m['office.round.nothingPlannedHint']() : m['office.round.nothingPlannedReadHint']()}
        action={
          mayPlan && (
            <LinkButton prominent to="/rounds/$id/plan" params={{ id: round.id }}>
              {m['office.round.goPlan']()}
            </LinkButton>
          )
        }
      />
    </div>
  )
}

function Progress({ round }: { round: Round }) {
  const { id, bySiteType, byArea } = round
  return (
    <div className="panels">
      <GapNotice round={round} />
      <Figures round={round} />
      <Panel title={m['office.round.map']()} flush>
        <RoundMap round={round} />
      </Panel>
      <div className="panels-pair">
        <Panel title={m['office.round.byType']()} flush>
          <ProgressTable
            label={m['office.round.byType']()}
            head={m['office.field.type']()}
            lines={bySiteType.map(({ siteType, ...counts }) => ({
              key: siteType.id,
              name: siteType.name,
              detail: null,
              link: { to: '/rounds/$id/visits', params: { id }, search: { type: siteType.id } },
              counts,
            }))}
          />
        </Panel>
        <Panel title={m['office.round.byArea']()} flush>
          <ProgressTable
            label={m['office.round.byArea']()}
            head={m['office.field.area']()}
            lines={byArea.map(({ area, district, ...counts }) => ({
              key: area?.id ?? 'none',
              name: area?.name ?? m['office.round.noArea'](),
              detail: district?.name ?? null,
              link: area ? { to: '/rounds/$id/visits', params: { id }, search: { area: area.id } } : null,
              counts,
            }))}
          />
        </Panel>
      </div>
    </div>
  )
}

/** The round in four numbers, each with what lies behind it. */
function Figures({ round }: { round: Round }) {
  const may = useMay()
  const { id, siteCount, visitedCount, findingCount } = round
  const figures = [
    { term: m['office.round.planned'](), value: formatCount(siteCount), detail: null },
    {
      term: m['office.round.visited'](),
      value: formatCount(visitedCount),
      detail: `${percentOf(visitedCount, siteCount)}%`,
    },
    { term: m['office.round.left'](), value: formatCount(siteCount - visitedCount), detail: null },
    { term: m['office.round.found'](), value: formatCount(findingCount), detail: null },
  ]
  return (
    <section className="sheet round-figures" aria-label={m['office.round.progress']()}>
      <dl>
        {figures.map(({ term, value, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <strong>{value}</strong>
              {detail && <span>{detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <ProgressBar done={visitedCount} whole={siteCount} />
      <p className="round-figures-links">
        <Link to="/rounds/$id/visits" params={{ id }}>
          {m['office.round.seeVisits']()}
        </Link>
        {findingCount > 0 && (
          <Link to="/rounds/$id/visits" params={{ id }} search={{ failed: true }}>
            {m['office.round.seeFailed']()}
          </Link>
        )}
        {findingCount > 0 && may('case.read') && (
          <Link to="/cases" search={{ tab: 'all', round: id }}>
            {m['office.round.seeCases']()}
          </Link>
        )}
        {visitedCount > 0 && may('score.read') && (
          <Link to="/scores" search={{ rounds: id }}>
            {m['office.round.seeScore']()}
          </Link>
        )}
      </p>
    </section>
  )
}
