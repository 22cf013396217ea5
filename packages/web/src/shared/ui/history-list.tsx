import './history-list.css'
import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import type { Response } from '../api/client.ts'
import { formatAgo, formatMoment } from '../language/format.ts'
import { differences } from './differences.ts'
import { actionName, fieldName, valueText } from './history-words.ts'

export type HistoryEntry = Response<'listAuditEntries'>['items'][number]

type Props = {
  entries: readonly HistoryEntry[]
  /** Without what changed: for short lists. */
  brief?: boolean
}

/** Who did what, when, and what it changed: before → after. */
export function HistoryList({ entries, brief = false }: Props) {
  const [now] = useState(() => new Date())
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="history-line">
            <strong>{entry.actorName}</strong> <span>{actionName(entry.action)}</span>{' '}
            <span className="history-subject">{subjectOf(entry)}</span>
          </p>
          <time dateTime={entry.at} title={formatMoment(entry.at)}>
            {brief ? formatAgo(entry.at, now) : formatMoment(entry.at)}
          </time>
          {!brief && <Changes entry={entry} />}
        </li>
      ))}
    </ol>
  )
}

/** The name the record had then, if it has one. */
function subjectOf({ before, after }: HistoryEntry): string {
  for (const state of [after, before]) {
    if (typeof state === 'object' && state !== null && 'name' in state && typeof state.name === 'string') {
      return state.name
    }
  }
  return ''
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const changes = differences(entry.before, entry.after)
  if (changes.length === 0) return null
  return (
    <dl className="history-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            {before !== undefined && <del>{valueText(before)}</del>}
            {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
            {after !== undefined && <ins>{valueText(after)}</ins>}
            {before !== undefined && after === undefined && (
              <span className="visually-hidden">{m['office.history.removed']()}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
