import './workbench.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Response } from '../../shared/api/client.ts'
import { useSession } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { HistoryList } from '../../shared/ui/history-list.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { Counts } from './counts.tsx'
import { FirstSteps } from './first-steps.tsx'
import { ShareBars } from './share-bars.tsx'
import { WaitingList } from './waiting-list.tsx'

type Workbench = Response<'getWorkbench'>

function greeting(hour: number): string {
  if (hour < 5) return m['office.workbench.night']()
  if (hour < 12) return m['office.workbench.morning']()
  if (hour < 14) return m['office.workbench.noon']()
  if (hour < 18) return m['office.workbench.afternoon']()
  return m['office.workbench.evening']()
}

/** What there is to do, what the city has, and what changed. */
export function WorkbenchPage() {
  const name = useSession()?.user.name ?? ''
  const [hour] = useState(() => new Date().getHours())
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['workbench'],
    queryFn: ({ signal }) => call('getWorkbench', { signal }),
  })
  return (
    <>
      <PageHeader title={m['office.workbench.greeting']({ greeting: greeting(hour), name })} />
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
      {isPending && (
        <div className="sheet workbench-panel">
          <PlaceholderLines lines={6} />
        </div>
      )}
      {data && (
        <>
          {data.counts.sites === 0 && <FirstSteps workbench={data} />}
          <Counts counts={data.counts} score={data.score} />
          <div className="workbench-grid">
            <div className="workbench-column">
              <WaitingPanel waiting={data.waiting} />
              {data.sitesByType.length > 0 && (
                <Panel title={m['office.workbench.byType']()}>
                  <ShareBars items={data.sitesByType} linkTo={sitesOfType} />
                </Panel>
              )}
            </div>
            <div className="workbench-column">
              <RecentPanel recent={data.recent} />
              {data.sitesByArea.length > 0 && (
                <Panel title={m['office.workbench.byArea']()}>
                  <ShareBars items={data.sitesByArea} linkTo={sitesInArea} />
                </Panel>
              )}
            </div>
          </div>
        </>
      )}
    </>
  )
}

const sitesOfType = (type: string): LinkProps => ({ to: '/sites', search: { type } })
const sitesInArea = (area: string): LinkProps => ({ to: '/sites', search: { area } })

function WaitingPanel({ waiting }: { waiting: Workbench['waiting'] }) {
  const open = waiting.filter((item) => item.count > 0)
  return (
    <Panel title={m['office.workbench.waiting']()} flush>
      {open.length > 0 ? (
        <WaitingList waiting={open} />
      ) : (
        <EmptyState
          title={m['office.workbench.nothingWaiting']()}
          hint={m['office.workbench.nothingWaitingHint']()}
        />
      )}
    </Panel>
  )
}

function RecentPanel({ recent }: { recent: Workbench['recent'] }) {
  return (
    <Panel title={m['office.workbench.recent']()}>
      {recent.length > 0 ? (
        <HistoryList entries={recent} brief />
      ) : (
        <EmptyState title={m['office.workbench.nothingRecent']()} />
      )}
    </Panel>
  )
}
