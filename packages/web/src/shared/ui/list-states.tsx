import './data-table.css'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { WholeList } from './use-keyset-list.ts'

type Props<Row> = {
  list: WholeList<Row>
  empty: ReactNode
  children: ReactNode
}

/** What stands where rows will stand: waiting, a refusal, nothing, or the rows. */
export function ListStates<Row>({ list, empty, children }: Props<Row>) {
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
  return list.rows.length === 0 ? empty : children
}

/** The same where the rows are cards on the page itself. */
export const CardStates = <Row,>(props: Props<Row>) =>
  props.list.rows.length > 0 ? (
    props.children
  ) : (
    <div className="sheet">
      <ListStates {...props} />
    </div>
  )
