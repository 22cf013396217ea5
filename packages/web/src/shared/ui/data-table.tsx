import './data-table.css'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { CardList } from './card-list.tsx'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { RowTable } from './row-table.tsx'
import type { DataTableProps } from './table-props.ts'
import { usePhone } from './use-media.ts'

export type { Column } from './table-props.ts'

/**
 * A register: a real table with native scrolling that draws only the rows in sight, so that 100,000 rows stay smooth; cards on
 * a phone. Further pages are fetched before the reader reaches the end.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const phone = usePhone()
  const { list, empty } = props
  if (list.isPending) {
    return (
      <div className="data-table-pending">
        <PlaceholderLines lines={8} />
      </div>
    )
  }
  if (list.error && list.rows.length === 0) {
    return (
      <div className="data-table-pending">
        <ProblemNotice
          error={list.error}
          action={<Button onClick={list.again}>{m['office.problem.again']()}</Button>}
        />
      </div>
    )
  }
  if (list.rows.length === 0) return empty
  return phone ? <CardList {...props} /> : <RowTable {...props} />
}
