import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { call } from '../../shared/api/client.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { HistoryList } from '../../shared/ui/history-list.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

const A_PAGE = 50

/** What was done to a version and everything in it, the latest first. */
export function HistoryPage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const list = useKeysetList(['frameworks', versionId, 'history'], ({ after, signal }) =>
    call('listFrameworkHistory', { params: { id: versionId }, query: { after, limit: A_PAGE }, signal }),
  )
  return (
    <Panel title={m['office.frameworks.view.history']()}>
      <ProblemNotice error={list.error} />
      {list.isPending && <PlaceholderLines lines={5} />}
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
