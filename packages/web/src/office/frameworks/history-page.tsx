import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { call } from '../../shared/api/client.ts'
import { HistoryPanel } from '../../shared/ui/history-panel.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'

const A_PAGE = 50

/** What was done to a version and everything in it, the latest first. */
export function HistoryPage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const list = useKeysetList(['frameworks', versionId, 'history'], ({ after, signal }) =>
    call('listFrameworkHistory', { params: { id: versionId }, query: { after, limit: A_PAGE }, signal }),
  )
  return <HistoryPanel title={m['office.frameworks.view.history']()} list={list} lines={5} />
}
