import '../../shared/ui/data-table.css'
import './comparison.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { isProblem } from '../../shared/api/api-problem.ts'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { CHANGE_NAMES, type ChangeKind, ChangeLine } from './change-line.tsx'
import { DecisionList } from './decision-list.tsx'
import { FetchProblem } from './fetch-problem.tsx'
import { useFrameworks, useVersion, type Version } from './framework-queries.ts'
import { grouped } from './grouped.ts'
import { RowsByAndBy } from './rows-by-and-by.tsx'

type Comparison = Response<'compareFrameworkVersions'>

const KINDS: readonly ChangeKind[] = ['added', 'removed', 'reworded', 'reweighed', 'rule', 'moved', 'recoded']

/** What changed from another version to this one, and what must be decided again because of it. */
export function ComparisonPage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const version = useVersion(versionId).data
  const [withId, setWithId] = useState<string>()
  const comparison = useQuery({
    queryKey: ['frameworks', versionId, 'comparison', withId],
    queryFn: ({ signal }) =>
      call('compareFrameworkVersions', { params: { id: versionId }, query: { with: withId }, signal }),
    retry: false,
  })
  if (!version) return null
  const nothing = isProblem(comparison.error, 'framework.nothing-to-compare')
  return (
    <div className="panels">
      {version.madeFromId && version.state === 'draft' && <DecisionList versionId={versionId} />}
      <Panel
        title={m['office.frameworks.view.comparison']()}
        aside={
          <OtherVersion
            version={version}
            value={withId ?? comparison.data?.before.id ?? null}
            onChange={setWithId}
          />
        }
        flush
      >
        {comparison.isPending && (
          <div className="data-table-pending">
            <PlaceholderLines lines={6} />
          </div>
        )}
        {nothing && (
          <EmptyState
            title={m['office.frameworks.compare.nothing']()}
            hint={m['office.frameworks.compare.nothingHint']()}
          />
        )}
        {!nothing && <FetchProblem error={comparison.error} again={comparison.refetch} />}
        {comparison.data && <Changes versionId={versionId} comparison={comparison.data} />}
      </Panel>
    </div>
  )
}

type OtherProps = { version: Version; value: string | null; onChange: (id: string) => void }

function OtherVersion({ version, value, onChange }: OtherProps) {
  const all = useFrameworks().data?.items ?? []
  const others = all.flatMap((framework) =>
    framework.versions
      .filter(({ id }) => id !== version.id)
      .map(({ id, label }) => ({
        value: id,
        label: m['office.frameworks.versionTitle']({ name: framework.name, label }),
      })),
  )
  return (
    <Select<string>
      className="compare-with"
      prefix={m['office.frameworks.compare.with']()}
      aria-label={m['office.frameworks.compare.with']()}
      placeholder={m['office.frameworks.compare.choose']()}
      popupMatchSelectWidth={false}
      value={value}
      options={others}
      onChange={onChange}
    />
  )
}

const CHANGES_AT_FIRST = 100

function Changes({ versionId, comparison }: { versionId: string; comparison: Comparison }) {
  const [only, setOnly] = useState<ChangeKind | null>(null)
  const counts = grouped(comparison.changes, ({ kind }) => kind)
  const shown = only === null ? comparison.changes : (counts.get(only) ?? [])
  if (comparison.changes.length === 0) {
    return <EmptyState title={m['office.frameworks.compare.equal']({ label: comparison.before.label })} />
  }
  return (
    <>
      <fieldset className="compare-kinds" aria-label={m['office.frameworks.compare.kinds']()}>
        <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
          {m['office.frameworks.compare.all']()} <strong>{formatCount(comparison.changes.length)}</strong>
        </button>
        {KINDS.filter((kind) => counts.has(kind)).map((kind) => (
          <button key={kind} type="button" aria-pressed={only === kind} onClick={() => setOnly(kind)}>
            {CHANGE_NAMES[kind]()} <strong>{formatCount(counts.get(kind)?.length ?? 0)}</strong>
          </button>
        ))}
        <span className="compare-same">
          {m['office.frameworks.compare.unchanged']({ count: formatCount(comparison.unchangedCount) })}
        </span>
      </fieldset>
      <RowsByAndBy key={only} rows={shown} atFirst={CHANGES_AT_FIRST}>
        {(change) => (
          <ChangeLine
            key={`${change.kind} ${change.beforeId} ${change.afterId}`}
            versionId={versionId}
            change={change}
          />
        )}
      </RowsByAndBy>
    </>
  )
}
