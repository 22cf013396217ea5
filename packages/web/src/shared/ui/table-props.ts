import type { ReactNode } from 'react'
import type { KeysetList } from './use-keyset-list.ts'

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
