import './tasks.css'
import '../../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../../shared/form/field-values.ts'
import { formatCount } from '../../../shared/language/format.ts'
import type { DevicePosition } from '../../../shared/map/use-device-position.ts'
import { useDevicePosition } from '../../../shared/map/use-device-position.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { FilterText } from '../../../shared/ui/filter-bar.tsx'
import { LinkTabs } from '../../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { type MyRound, useMyRounds, useTasks } from './assignment-list.ts'
import { MyRoundCards } from './my-round-cards.tsx'
import { nearestFirst } from './nearest.ts'
import { TaskList } from './task-list.tsx'
import type { AssignmentSearch } from './task-search.ts'

const route = getRouteApi('/frame/my-rounds')

/** Where the reader goes (督查任务): open sites first, one press from each checklist. */
export function MyRoundsPage() {
  const { data: rounds, error, isPending, refetch } = useMyRounds()
  return (
    <>
      <PageHeader title={m['office.nav.myRounds']()} lead={m['office.tasks.lead']()} />
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
      {isPending && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={6} />
        </div>
      )}
      {rounds?.length === 0 && (
        <div className="sheet">
          <EmptyState title={m['office.tasks.none']()} hint={m['office.tasks.noneHint']()} />
        </div>
      )}
      {rounds && rounds.length > 0 && <Tasks rounds={rounds} />}
    </>
  )
}

function Tasks({ rounds }: { rounds: readonly MyRound[] }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [today] = useState(() => localToday(new Date()))
  // With one round there is nothing to choose; among several the first that runs.
  const chosen =
    rounds.find(({ id }) => id === search.round) ??
    rounds.find(({ state }) => state === 'running') ??
    rounds[0]
  const change = (part: Partial<AssignmentSearch>) =>
    void navigate({ to: '/my-rounds', search: { ...search, ...part }, replace: true })
  if (!chosen) return null
  return (
    <div className="tasks">
      <MyRoundCards rounds={rounds} chosen={chosen} today={today} />
      <Sites key={chosen.id} round={chosen} search={search} onChange={change} />
    </div>
  )
}

type SitesProps = {
  round: MyRound
  search: AssignmentSearch
  onChange: (part: Partial<AssignmentSearch>) => void
}

function Sites({ round, search, onChange }: SitesProps) {
  const isDone = search.done === true
  const list = useTasks({ roundId: round.id, visited: isDone, text: search.text })
  const [position, setPosition] = useState<DevicePosition | null>(null)
  const { state, ask } = useDevicePosition(setPosition)
  const openCount = round.siteCount - round.visitedCount
  const tabs = [false, true].map((done) => ({
    label: done
      ? m['office.tasks.done']({ count: formatCount(round.visitedCount) })
      : m['office.tasks.open']({ count: formatCount(openCount) }),
    link: { to: '/my-rounds', search: { ...search, done: done || undefined } } as const,
    current: isDone === done,
  }))
  return (
    <>
      <div className="tasks-tools">
        <LinkTabs label={m['office.tasks.views']()} tabs={tabs} />
        <FilterText
          label={m['office.tasks.find']()}
          value={search.text ?? ''}
          onChange={(text) => onChange({ text: text || undefined })}
        />
        {!isDone && (
          <Button loading={state === 'asking'} onClick={ask} aria-pressed={position !== null}>
            {position ? m['office.tasks.nearestAgain']() : m['office.tasks.nearest']()}
          </Button>
        )}
      </div>
      {(state === 'refused' || state === 'unknown') && (
        <p className="notice notice-hint" role="status">
          {m[`office.visit.position.${state}`]()}
        </p>
      )}
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
          <NoSites round={round} search={search} />
        </div>
      )}
      <TaskList tasks={nearestFirst(list.rows, position)} round={round} />
      {list.hasMore && (
        <p className="tasks-more">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {m['office.ui.more']()}
          </Button>
        </p>
      )}
    </>
  )
}

function NoSites({ round, search }: { round: MyRound; search: AssignmentSearch }) {
  if (search.text)
    return <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
  if (search.done) return <EmptyState title={m['office.tasks.noneDone']()} />
  return round.siteCount === 0 ? (
    <EmptyState title={m['office.tasks.noSites']()} hint={m['office.tasks.noSitesHint']()} />
  ) : (
    <EmptyState title={m['office.tasks.allDone']()} hint={m['office.tasks.allDoneHint']()} />
  )
}
