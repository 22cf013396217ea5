import '../../shared/ui/panel.css'
import './frameworks.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { formatCount, formatDay } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { FetchProblem } from './fetch-problem.tsx'
import { useFlaws, useVersion, type Version } from './framework-queries.ts'
import { campaignName, STATE_TONES, stateName } from './framework-words.ts'
import { VersionActions } from './version-actions.tsx'
import { VersionTallies } from './version-tallies.tsx'

/** What stands around every view of one version: its name, its counts, what can be done, and the views. */
export function VersionFrame() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const { data, error, isPending, refetch } = useVersion(versionId)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader
          title={m['office.frameworks.title']()}
          trail={[{ label: m['office.frameworks.title'](), link: { to: '/frameworks' } }]}
        />
        <FetchProblem error={error} again={refetch} />
      </>
    )
  }
  return <Frame key={versionId} version={data} />
}

function Frame({ version }: { version: Version }) {
  const flaws = useFlaws(version.id, version.state === 'draft')
  return (
    <>
      <PageHeader
        title={m['office.frameworks.versionTitle']({ name: version.frameworkName, label: version.label })}
        trail={[{ label: m['office.frameworks.title'](), link: { to: '/frameworks' } }]}
        aside={
          <>
            <StatusTag tone={STATE_TONES[version.state]}>{stateName(version.state)}</StatusTag>
            <StatusTag tone="active">{campaignName(version.campaign)}</StatusTag>
          </>
        }
        lead={leadOf(version)}
        actions={<VersionActions version={version} />}
      />
      <VersionTallies version={version} flawCount={flaws.data?.errorCount} />
      <Views version={version} flawCount={flaws.data?.errorCount} />
      <Outlet />
    </>
  )
}

function leadOf(version: Version): string {
  const year = m['office.frameworks.yearOf']({ year: version.year })
  const from = version.madeFromLabel && m['office.frameworks.madeFrom']({ label: version.madeFromLabel })
  const published =
    version.publishedAt &&
    m['office.frameworks.publishedBy']({
      name: version.publishedByName ?? '—',
      day: formatDay(version.publishedAt),
    })
  return [year, from, published].filter(Boolean).join(' · ')
}

function Views({ version, flawCount }: { version: Version; flawCount: number | undefined }) {
  const may = useMay()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const params = { versionId: version.id }
  const views = [
    { label: m['office.frameworks.view.structure'](), to: '/frameworks/$versionId' },
    ...(version.state === 'draft'
      ? [{ label: flawsLabel(flawCount), to: '/frameworks/$versionId/flaws' } as const]
      : []),
    { label: m['office.mappings.title'](), to: '/frameworks/$versionId/mappings' },
    { label: m['office.frameworks.view.comparison'](), to: '/frameworks/$versionId/comparison' },
    ...(may('framework.read')
      ? [{ label: m['office.frameworks.view.history'](), to: '/frameworks/$versionId/history' } as const]
      : []),
  ] as const
  return (
    <div className="version-views">
      <LinkTabs
        label={m['office.frameworks.views']()}
        tabs={views.map(({ label, to }) => ({
          label,
          link: { to, params },
          current: path.replace(/\/$/, '') === to.replace('$versionId', version.id),
        }))}
      />
    </div>
  )
}

const flawsLabel = (count: number | undefined): string =>
  count === undefined || count === 0
    ? m['office.frameworks.view.flaws']()
    : m['office.frameworks.view.flawsCount']({ count: formatCount(count) })
