import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { call } from '../api/client.ts'
import { EmptyState } from './empty-state.tsx'
import { HistoryList } from './history-list.tsx'
import { Panel } from './panel.tsx'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useKeysetList } from './use-keyset-list.ts'

const A_FEW = 20

/** What happened to one record, from the audit log. Shown only to who may read that (`audit.read`). */
export function RecordHistory({ subjectId }: { subjectId: string }) {
  const list = useKeysetList(['audit', 'of', subjectId], ({ after, signal }) =>
    call('listAuditEntries', { query: { subjectId, after, limit: A_FEW }, signal }),
  )
  return (
    <Panel title={m['office.history.title']()}>
      <ProblemNotice error={list.error} />
      {list.isPending && <PlaceholderLines lines={3} />}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <EmptyState title={m['office.history.none']()} />
      )}
      <HistoryList entries={list.rows} />
      {list.hasMore && (
        <Button onClick={list.loadMore} loading={list.isLoadingMore}>
          {m['office.ui.more']()}
        </Button>
      )}
    </Panel>
  )
}
