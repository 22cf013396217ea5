import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Column, DataTableProps } from './table-props.ts'

/** A table on a phone: one card a row. Cards out of sight cost nothing (content-visibility). */
export function CardList<Row>({ label, columns, list, rowId }: DataTableProps<Row>) {
  const { hasMore, loadMore, isLoadingMore, rows } = list
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = end.current
    if (!target || !hasMore) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: '800px',
    })
    watch.observe(target)
    return () => watch.disconnect()
  }, [hasMore, loadMore])

  return (
    <>
      <ul className="card-list" aria-label={label}>
        {rows.map((row) => (
          <Card key={rowId(row)} columns={columns} row={row} />
        ))}
      </ul>
      <div ref={end} className="card-list-end">
        {hasMore && (
          <Button loading={isLoadingMore} onClick={loadMore}>
            {m['office.ui.more']()}
          </Button>
        )}
      </div>
    </>
  )
}

function Card<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <li className="card">
      {columns
        .filter((column) => column.card === 'title')
        .map((column) => (
          <p key={column.key} className="card-title">
            {column.render(row)}
          </p>
        ))}
      <dl className="card-lines">
        {columns
          .filter((column) => (column.card ?? 'line') === 'line')
          .map((column) => (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{column.render(row)}</dd>
            </div>
          ))}
      </dl>
    </li>
  )
}
