import './history-list.css'
import { m } from '@chuangcheng/messages'
import { useState } from 'react'
import type { Response } from '../api/client.ts'
import { formatAgo, formatCount, formatMoment } from '../language/format.ts'
import { ChangeList } from './change-list.tsx'
import { actionName, actorText, importedCount, subjectName } from './history-words.ts'
import { RecordLink } from './record-link.tsx'

export type HistoryEntry = Response<'listAuditEntries'>['items'][number]

type Props = {
  entries: readonly HistoryEntry[]
  /** Without what changed, but with links to it: for short lists over all records. */
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
            <EntryWords entry={entry} linked={brief} />
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

/** “陈主任 修改点位 文昌公园”, and of an import how many it brought. */
export function EntryWords({ entry, linked = false }: { entry: HistoryEntry; linked?: boolean }) {
  const name = subjectName(entry)
  const count = importedCount(entry)
  return (
    <>
      <strong>{actorText(entry)}</strong> {actionName(entry.action)}{' '}
      {linked && name !== '' ? <RecordLink subject={entry}>{name}</RecordLink> : name}
      {count !== null && m['office.history.imported']({ count: formatCount(count) })}
    </>
  )
}
