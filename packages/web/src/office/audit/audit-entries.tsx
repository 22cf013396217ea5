import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import type { Response } from '../../shared/api/client.ts'
import { formatMoment } from '../../shared/language/format.ts'
import { ChangeList } from '../../shared/ui/change-list.tsx'
import { differences } from '../../shared/ui/differences.ts'
import { EntryWords } from '../../shared/ui/history-list.tsx'
import { hasPage, RecordLink } from '../../shared/ui/record-link.tsx'
import type { KeysetList } from '../../shared/ui/use-keyset-list.ts'

type Entry = Response<'listAuditEntries'>['items'][number]

/** The entries, the latest first; each opens to what it changed. */
export function AuditEntries({ list }: { list: KeysetList<Entry> }) {
  return (
    <>
      <ul className="audit">
        {list.rows.map((entry) => (
          <EntryItem key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasMore && (
        <div className="audit-more">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {m['office.audit.earlier']()}
          </Button>
        </div>
      )}
    </>
  )
}

function EntryItem({ entry }: { entry: Entry }) {
  // What an entry changed is put on the page when it is opened: it may have names to fetch.
  const [opened, setOpened] = useState(false)
  return (
    <li>
      <details className="audit-entry" onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>
          <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
          <span className="audit-what">
            <EntryWords entry={entry} />
          </span>
        </summary>
        {opened && <EntryDetail entry={entry} />}
      </details>
    </li>
  )
}

function EntryDetail({ entry }: { entry: Entry }) {
  const nothing = differences(entry.before, entry.after).length === 0
  return (
    <div className="audit-detail">
      {nothing ? <p className="audit-nothing">{m['office.audit.noDetail']()}</p> : <ChangeList {...entry} />}
      <p className="audit-foot">
        {entry.blockNumber === null
          ? m['office.audit.notSealed']()
          : m['office.audit.sealedIn']({ number: entry.blockNumber })}
        {hasPage(entry) && <RecordLink subject={entry}>{m['office.audit.toRecord']()}</RecordLink>}
      </p>
    </div>
  )
}
