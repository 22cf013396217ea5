import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { ComponentProps } from 'react'
import { EmptyState } from './empty-state.tsx'
import { HistoryList } from './history-list.tsx'
import { Panel } from './panel.tsx'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { KeysetList } from './use-keyset-list.ts'

type Entry = ComponentProps<typeof HistoryList>['entries'][number]
type Props = {
  title: string
  list: KeysetList<Entry>
  /** how many lines hold the place while the first come */
  lines?: number
}

/** What was done, the latest first, as far as one cares to read. */
export function HistoryPanel({ title, list, lines = 3 }: Props) {
  return (
    <Panel title={title}>
      <ProblemNotice error={list.error} />
      {list.isPending && <PlaceholderLines lines={lines} />}
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
