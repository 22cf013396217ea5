import './data-table.css'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { CardList } from './card-list.tsx'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { RowTable } from './row-table.tsx'
import type { KeysetList } from './use-keyset-list.ts'
import { usePhone } from './use-media.ts'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  /** Pixels. Columns share what is left over in proportion. */
  readonly width: number
  readonly align?: 'end'
  /** On a phone: the head of the card, a line of it (the usual), or nothing. */
  readonly card?: 'title' | 'line' | 'none'
  readonly render: (row: Row) => ReactNode
}

/** Rows that are ticked, for what can be done with several at once. */
export type Selection = {
  readonly ids: ReadonlySet<string>
  readonly onChange: (ids: ReadonlySet<string>) => void
}

export type DataTableProps<Row> = {
  /** What the rows are, for those who cannot see the page around them. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly list: KeysetList<Row>
  readonly rowId: (row: Row) => string
  /** The row's name in a word, for its tick box. */
  readonly rowName: (row: Row) => string
  readonly selection?: Selection
  /** How many rows there are altogether, if the page knows. */
  readonly total?: number | undefined
  readonly empty: ReactNode
}

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
