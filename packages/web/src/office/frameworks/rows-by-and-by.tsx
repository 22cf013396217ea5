import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'

/** So many more with every press. */
const STEP = 100

type Props<Row> = { rows: readonly Row[]; atFirst: number; children: (row: Row) => ReactNode }

/** A list that begins short and grows when it is asked to. */
export function RowsByAndBy<Row>({ rows, atFirst, children }: Props<Row>) {
  const [count, setCount] = useState(atFirst)
  const left = rows.length - count
  return (
    <>
      <ul>{rows.slice(0, count).map(children)}</ul>
      {left > 0 && (
        <p className="rows-more">
          <Button size="small" onClick={() => setCount(count + STEP)}>
            {m['office.frameworks.showMore']({ count: formatCount(Math.min(left, STEP)) })}
          </Button>
        </p>
      )}
    </>
  )
}
