import '../../shared/ui/rows.css'
import './comparison.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import type { Response } from '../../shared/api/client.ts'
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx'
import { useTree } from './framework-queries.ts'
import { pointsText } from './framework-words.ts'
import { WordChanges } from './word-changes.tsx'

export type Change = Response<'compareFrameworkVersions'>['changes'][number]
export type ChangeKind = Change['kind']

/** What a kind of change is called. */
export const CHANGE_NAMES: Readonly<Record<ChangeKind, () => string>> = {
  added: m['office.frameworks.compare.added'],
  removed: m['office.frameworks.compare.removed'],
  reworded: m['office.frameworks.compare.reworded'],
  reweighed: m['office.frameworks.compare.reweighed'],
  moved: m['office.frameworks.compare.moved'],
  recoded: m['office.frameworks.compare.recoded'],
  rule: m['office.frameworks.compare.rule'],
}
const TONES: Readonly<Record<ChangeKind, Tone>> = {
  added: 'good',
  removed: 'alarm',
  reworded: 'caution',
  reweighed: 'active',
  moved: 'plain',
  recoded: 'plain',
  rule: 'active',
}

/** One change, with its place in the tree. */
export function ChangeLine({ versionId, change }: { versionId: string; change: Change }) {
  const { kind, code, afterId } = change
  return (
    <li className="row compare-line">
      <span className="compare-tag">
        <StatusTag tone={TONES[kind]}>{CHANGE_NAMES[kind]()}</StatusTag>
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
        {kind === 'moved' && afterId && <NewPlace versionId={versionId} nodeId={afterId} />}
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

/** Under what a moved node stands now. */
function NewPlace({ versionId, nodeId }: { versionId: string; nodeId: string }) {
  const nodes = useTree(versionId).data?.items ?? []
  const parentId = nodes.find(({ id }) => id === nodeId)?.parentId
  const parent = nodes.find(({ id }) => id === parentId)
  if (!parent) return null
  return (
    <p className="row-detail">
      {m['office.frameworks.compare.nowUnder']({ code: parent.code, text: parent.text })}
    </p>
  )
}
