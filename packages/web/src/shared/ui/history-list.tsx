import './history-list.css'
import { useState } from 'react'
import type { Response } from '../api/client.ts'
import { formatAgo, formatMoment } from '../language/format.ts'
import { ChangeList } from './change-list.tsx'
import { actionName, subjectName } from './history-words.ts'

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
            <span className="history-subject">{subjectName(entry)}</span>
          </p>
          <time dateTime={entry.at} title={formatMoment(entry.at)}>
            {brief ? formatAgo(entry.at, now) : formatMoment(entry.at)}
          </time>
          {!brief && <ChangeList {...entry} />}
        </li>
      ))}
    </ol>
  )
}
