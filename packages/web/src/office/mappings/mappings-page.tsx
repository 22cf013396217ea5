import './mappings.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { ConfirmAbove } from './confirm-above.tsx'
import { CoverageView } from './coverage-view.tsx'
import { useCoverage, useVersion } from './mapping-queries.ts'
import { Progress } from './progress.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { ReviewView } from './review-view.tsx'

const route = getRouteApi('/frame/frameworks/$versionId/mappings')

/** Which checklist items feed which criteria of a version: guesses are gone through, and what is covered is told. */
export function MappingsPage() {
  const { versionId } = route.useParams()
  const { data, error, isPending, refetch } = useVersion(versionId)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.mappings.title']()}
          trail={[{ label: m['office.mappings.frameworks'](), link: { to: '/frameworks' } }]}
        />
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </>
    )
  }
  return <Page key={versionId} versionId={versionId} name={`${data.frameworkName} ${data.label}`} />
}

function Page({ versionId, name }: { versionId: string; name: string }) {
  const { view } = route.useSearch()
  const coverage = useCoverage(versionId)
  const mayEdit = useMay()('framework.edit')
  const [opened, setOpened] = useState<'propose' | 'above' | null>(null)
  // A new number begins the review anew, with what the server holds now.
  const [round, setRound] = useState(0)
  const close = () => setOpened(null)
  return (
    <>
      <PageHeader
        title={m['office.mappings.title']()}
        trail={[
          { label: m['office.mappings.frameworks'](), link: { to: '/frameworks' } },
          { label: name, link: { to: '/frameworks/$versionId', params: { versionId } } },
        ]}
        lead={m['office.mappings.lead']()}
        actions={
          mayEdit && (
            <>
              <Button onClick={() => setOpened('propose')}>{m['office.mappings.propose']()}</Button>
              <Button disabled={!coverage.data?.guessCount} onClick={() => setOpened('above')}>
                {m['office.mappings.above.open']()}
              </Button>
            </>
          )
        }
      />
      {coverage.data && <Progress coverage={coverage.data} />}
      <Views versionId={versionId} view={view} holes={holesOf(coverage.data)} />
      {view === 'coverage' ? (
        <CoverageView versionId={versionId} />
      ) : (
        <ReviewView
          key={round}
          versionId={versionId}
          mayEdit={mayEdit}
          onPropose={() => setOpened('propose')}
        />
      )}
      {opened === 'propose' && (
        <ProposeDialog versionId={versionId} onProposed={() => setRound(round + 1)} onClose={close} />
      )}
      {opened === 'above' && (
        <ConfirmAbove versionId={versionId} onConfirmed={() => setRound(round + 1)} onClose={close} />
      )}
    </>
  )
}

const holesOf = (coverage: ReturnType<typeof useCoverage>['data']): number =>
  coverage ? coverage.unobserved.length + coverage.feedingNothing.length : 0

function Views({
  versionId,
  view,
  holes,
}: {
  versionId: string
  view: 'coverage' | undefined
  holes: number
}) {
  const link = { to: '/frameworks/$versionId/mappings', params: { versionId } } as const
  return (
    <div className="mapping-views">
      <LinkTabs
        label={m['office.mappings.views']()}
        tabs={[
          { label: m['office.mappings.view.review'](), link, current: view === undefined },
          {
            label:
              holes === 0
                ? m['office.mappings.view.coverage']()
                : m['office.mappings.view.coverageCount']({ count: formatCount(holes) }),
            link: { ...link, search: { view: 'coverage' } },
            current: view === 'coverage',
          },
        ]}
      />
    </div>
  )
}
