import '../../../shared/ui/data-table.css'
import './rounds.css'
import { ROUND_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../../shared/form/field-values.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { useMay } from '../../../shared/session/session.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { LinkTabs } from '../../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { ProgressLine } from '../../../shared/ui/progress-line.tsx'
import { AddRoundDrawer } from './round-drawers.tsx'
import { type RoundRow, useRounds } from './round-queries.ts'
import { RoundTags } from './round-tags.tsx'
import { periodWords, spanWords, stateName } from './round-words.ts'

const route = getRouteApi('/frame/rounds')

/** The rounds of inspection (督查批次): what is being walked, what comes, and what was. */
export function RoundsPage() {
  const { state } = route.useSearch()
  const list = useRounds({ state })
  const may = useMay()
  const [mayPlan, mayImport] = [may('round.plan'), may('observation.import')]
  const [isAdding, setIsAdding] = useState(false)
  const add = mayPlan && (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {m['office.rounds.add']()}
    </Button>
  )
  const tabs = [undefined, ...ROUND_STATES].map((each) => ({
    label: each ? stateName(each) : m['office.rounds.all'](),
    link: { to: '/rounds', search: { state: each } } as const,
    current: state === each,
  }))
  return (
    <>
      <PageHeader
        title={m['office.nav.rounds']()}
        lead={m['office.rounds.lead']()}
        actions={
          <>
            {mayImport && (
              <LinkButton to="/rounds/import">{m['office.observations.import.open']()}</LinkButton>
            )}
            {add}
          </>
        }
      />
      <LinkTabs label={m['office.rounds.states']()} tabs={tabs} />
      <ProblemNotice
        error={list.error}
        action={<Button onClick={list.again}>{m['office.problem.again']()}</Button>}
      />
      {list.isPending && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={6} />
        </div>
      )}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <div className="sheet">
          {state ? (
            <EmptyState title={m['office.rounds.noneOfState']({ state: stateName(state) })} />
          ) : (
            <EmptyState
              title={m['office.rounds.none']()}
              hint={mayPlan ? m['office.rounds.noneHint']() : m['office.rounds.noneReadHint']()}
              action={add}
            />
          )}
        </div>
      )}
      <ul className="rounds">
        {list.rows.map((round) => (
          <RoundCard key={round.id} round={round} />
        ))}
      </ul>
      {list.hasMore && (
        <p className="rounds-more">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {m['office.ui.more']()}
          </Button>
        </p>
      )}
      {isAdding && <AddRoundDrawer onClose={() => setIsAdding(false)} />}
    </>
  )
}

function RoundCard({ round }: { round: RoundRow }) {
  const [today] = useState(() => localToday(new Date()))
  const { id, name, version, siteCount, visitedCount, findingCount, teamCount, state } = round
  const facts = [
    spanWords(round),
    `${version.frameworkName} ${version.label}`,
    m['office.rounds.teamCount']({ count: formatCount(teamCount) }),
    ...(findingCount > 0 ? [m['office.rounds.findingCount']({ count: formatCount(findingCount) })] : []),
  ]
  return (
    <li className="sheet round-card">
      <div className="round-card-text">
        <p className="round-card-name">
          <Link to="/rounds/$id" params={{ id }}>
            {name}
          </Link>
          <RoundTags round={round} />
        </p>
        <p className="round-card-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <div className="round-card-far">
        <ProgressLine
          done={visitedCount}
          whole={siteCount}
          text={
            siteCount === 0
              ? m['office.rounds.nothingPlanned']()
              : m['office.rounds.visitedOf']({
                  count: formatCount(visitedCount),
                  whole: formatCount(siteCount),
                })
          }
        />
        {state !== 'finished' && <span className="round-card-due">{periodWords(round, today)}</span>}
      </div>
    </li>
  )
}
