import './round.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../../shared/form/field-values.ts'
import { useMay } from '../../../shared/session/session.ts'
import { LinkTabs } from '../../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { RoundActions } from './round-actions.tsx'
import { type Round, useRound } from './round-queries.ts'
import { RoundTags } from './round-tags.tsx'
import { periodWords, spanWords } from './round-words.ts'

const route = getRouteApi('/frame/rounds/$id')

/** What stands around every page of a round: its name, where it stands, and its views. */
export function RoundFrame() {
  const { id } = route.useParams()
  const { data, error, isPending, refetch } = useRound(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.nav.rounds']()}
          trail={[{ label: m['office.nav.rounds'](), link: { to: '/rounds' } }]}
        />
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </>
    )
  }
  return (
    <>
      <Head round={data} />
      <Outlet />
    </>
  )
}

function Head({ round }: { round: Round }) {
  const [today] = useState(() => localToday(new Date()))
  const mayPlan = useMay()('round.plan')
  const { pathname } = useLocation()
  const { id, name, version, rectifyDays } = round
  const params = { id }
  const tabs = [
    {
      label: m['office.round.progress'](),
      link: { to: '/rounds/$id', params } as const,
      path: `/rounds/${id}`,
    },
    ...(mayPlan
      ? [
          {
            label: m['office.round.plan'](),
            link: { to: '/rounds/$id/plan', params } as const,
            path: `/rounds/${id}/plan`,
          },
        ]
      : []),
    {
      label: m['office.round.visits'](),
      link: { to: '/rounds/$id/visits', params } as const,
      path: `/rounds/${id}/visits`,
    },
  ]
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m['office.nav.rounds'](), link: { to: '/rounds' } }]}
        aside={<RoundTags round={round} />}
        lead={[
          spanWords(round),
          ...(round.state === 'finished' ? [] : [periodWords(round, today)]),
          `${version.frameworkName} ${version.label}`,
          m['office.round.rectifyDays']({ days: rectifyDays }),
        ].join(' · ')}
        actions={<RoundActions round={round} />}
      />
      <LinkTabs
        label={m['office.round.views']()}
        tabs={tabs.map(({ label, link, path }) => ({ label, link, current: pathname === path }))}
      />
    </>
  )
}
