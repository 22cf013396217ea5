import { CardList } from './card-list.tsx'
import { ListStates } from './list-states.tsx'
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
  return (
    <ListStates list={props.list} empty={props.empty}>
      {phone ? <CardList {...props} /> : <RowTable {...props} />}
    </ListStates>
  )
}
