import '../../shared/ui/data-table.css'
import '../../shared/ui/rows.css'
import './comparison.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { isProblem } from '../../shared/api/api-problem.ts'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx'
import { DecisionList } from './decision-list.tsx'
import { useFrameworks, useVersion, type Version } from './framework-queries.ts'
import { grouped } from './grouped.ts'
import { pointsText } from './framework-words.ts'
import { WordChanges } from './word-changes.tsx'

type Comparison = Response<'compareFrameworkVersions'>
type Change = Comparison['changes'][number]
type Kind = Change['kind']

const KINDS: readonly Kind[] = ['added', 'removed', 'reworded', 'reweighed', 'rule', 'moved', 'recoded']

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
        {!nothing && <ProblemNotice error={comparison.error} />}
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

const NAMES: Readonly<Record<Kind, () => string>> = {
  added: m['office.frameworks.compare.added'],
  removed: m['office.frameworks.compare.removed'],
  reworded: m['office.frameworks.compare.reworded'],
  reweighed: m['office.frameworks.compare.reweighed'],
  moved: m['office.frameworks.compare.moved'],
  recoded: m['office.frameworks.compare.recoded'],
  rule: m['office.frameworks.compare.rule'],
}
const TONES: Readonly<Record<Kind, Tone>> = {
  added: 'good',
  removed: 'alarm',
  reworded: 'caution',
  reweighed: 'active',
  moved: 'plain',
  recoded: 'plain',
  rule: 'active',
}

function Changes({ versionId, comparison }: { versionId: string; comparison: Comparison }) {
  const [only, setOnly] = useState<Kind | null>(null)
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
            {NAMES[kind]()} <strong>{formatCount(counts.get(kind)?.length ?? 0)}</strong>
          </button>
        ))}
        <span className="compare-same">
          {m['office.frameworks.compare.unchanged']({ count: formatCount(comparison.unchangedCount) })}
        </span>
      </fieldset>
      <ul>
        {shown.map((change) => (
          <ChangeLine
            key={`${change.kind} ${change.beforeId} ${change.afterId}`}
            versionId={versionId}
            change={change}
          />
        ))}
      </ul>
    </>
  )
}

function ChangeLine({ versionId, change }: { versionId: string; change: Change }) {
  const { kind, code, afterId } = change
  return (
    <li className="row compare-line">
      <span className="compare-tag">
        <StatusTag tone={TONES[kind]}>{NAMES[kind]()}</StatusTag>
      </span>
      <div className="row-text">
        <p>
          {afterId ? (
            <Link
              to="/frameworks/$versionId"
              params={{ versionId }}
              search={{ node: afterId }}
              className="flaw-code"
            >
              {code}
            </Link>
          ) : (
            <strong className="flaw-code">{code}</strong>
          )}{' '}
          <ChangedText change={change} />
        </p>
      </div>
      {kind === 'reweighed' && (
        <p className="compare-points">
          <del>{change.beforePoints === null ? '—' : pointsText(change.beforePoints)}</del> →{' '}
          <ins>{change.afterPoints === null ? '—' : pointsText(change.afterPoints)}</ins>
        </p>
      )}
    </li>
  )
}

function ChangedText({ change }: { change: Change }) {
  const { kind, beforeText, afterText } = change
  if (kind === 'reworded') return <WordChanges before={beforeText ?? ''} after={afterText ?? ''} />
  if (kind === 'removed') return <del>{beforeText}</del>
  if (kind === 'added') return <ins>{afterText}</ins>
  return afterText ?? beforeText
}
