import { m } from '@chuangcheng/messages'
import { call } from '../api/client.ts'
import { HistoryPanel } from './history-panel.tsx'
import { useKeysetList } from './use-keyset-list.ts'

const A_FEW = 20

/** What happened to one record, from the audit log. Shown only to who may read that (`audit.read`). */
export function RecordHistory({ subjectId }: { subjectId: string }) {
  const list = useKeysetList(['audit', 'of', subjectId], ({ after, signal }) =>
    call('listAuditEntries', { query: { subjectId, after, limit: A_FEW }, signal }),
  )
  return <HistoryPanel title={m['office.history.title']()} list={list} />
}
