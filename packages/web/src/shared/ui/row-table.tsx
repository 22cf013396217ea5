import { m } from '@chuangcheng/messages'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Column, DataTableProps, Selection } from './table-props.ts'

const ROW_HEIGHT = 43
/** Rows drawn beyond each edge, so that quick scrolling shows no holes. */
const MARGIN_ROWS = 12
/** The next page is asked for while this many rows are still ahead. */
const ROWS_AHEAD = 60
const BELOW_TABLE = 28

export function RowTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, list, rowId, total, selection } = props
  const region = useRef<HTMLElement>(null)
  const height = useHeightToFoot(region)
  const { first, count, follow } = useRowsInSight(height)
  const { rows, hasMore, loadMore } = list
  const last = Math.min(rows.length, first + count)

  useEffect(() => {
    if (hasMore && last + ROWS_AHEAD >= rows.length) loadMore()
  }, [hasMore, last, rows.length, loadMore])

  const width = columns.reduce((sum, column) => sum + column.width, selection ? 48 : 0)
  const known = total ?? (hasMore ? undefined : rows.length)
  return (
    <>
      <section
        ref={region}
        className="row-table"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what it can reach
        tabIndex={0}
        aria-label={label}
        style={{ maxHeight: height }}
        onScroll={(event) => follow(event.currentTarget.scrollTop)}
      >
        <table
          aria-label={label}
          aria-rowcount={known === undefined ? -1 : known + 1}
          style={{ minWidth: width }}
        >
          <colgroup>
            {selection && <col style={{ width: 48 }} />}
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <HeadRow columns={columns} selection={selection} ids={rows.map(rowId)} />
          <tbody>
            <Gap rows={first} />
            {rows.slice(first, last).map((row, place) => (
              <BodyRow key={rowId(row)} {...props} row={row} position={first + place} />
            ))}
            <Gap rows={rows.length - last} />
          </tbody>
        </table>
      </section>
      <p className="row-table-foot" role="status">
        {list.isLoadingMore ? m['office.ui.loadingMore']() : ''}
      </p>
    </>
  )
}

type HeadProps<Row> = {
  columns: readonly Column<Row>[]
  selection: Selection | undefined
  ids: readonly string[]
}

function HeadRow<Row>({ columns, selection, ids }: HeadProps<Row>) {
  const all = ids.length > 0 && ids.every((id) => selection?.ids.has(id))
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th scope="col" className="row-tick">
            <input
              type="checkbox"
              aria-label={m['office.ui.tickAll']()}
              checked={all}
              onChange={() => selection.onChange(all ? new Set() : new Set(ids))}
            />
          </th>
        )}
        {columns.map((column) => (
          <th key={column.key} scope="col" className={column.align && 'cell-end'}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type BodyRowProps<Row> = DataTableProps<Row> & { row: Row; position: number }

function BodyRow<Row>({ columns, rowId, rowName, selection, row, position }: BodyRowProps<Row>) {
  const id = rowId(row)
  const ticked = selection?.ids.has(id) ?? false
  const toggle = () => {
    const ids = new Set(selection?.ids)
    if (!ids.delete(id)) ids.add(id)
    selection?.onChange(ids)
  }
  return (
    <tr aria-rowindex={position + 2} className={ticked ? 'row-ticked' : undefined}>
      {selection && (
        <td className="row-tick">
          <input
            type="checkbox"
            aria-label={m['office.ui.tick']({ name: rowName(row) })}
            checked={ticked}
            onChange={toggle}
          />
        </td>
      )}
      {columns.map((column) => {
        const className = column.align && 'cell-end'
        return column.card === 'title' ? (
          <th key={column.key} scope="row" className={className}>
            {column.render(row)}
          </th>
        ) : (
          <td key={column.key} className={className}>
            {column.render(row)}
          </td>
        )
      })}
    </tr>
  )
}

/** Stands in for rows that are out of sight. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null
  return (
    <tr className="row-gap">
      <td style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  )
}

/** Which rows to draw; steps by several rows so that scrolling does not draw at every pixel. */
function useRowsInSight(height: number) {
  const [top, setTop] = useState(0)
  const step = MARGIN_ROWS / 2
  const first = Math.max(0, top * step - MARGIN_ROWS)
  const count = Math.ceil(height / ROW_HEIGHT) + 2 * MARGIN_ROWS + step
  return { first, count, follow: (pixels: number) => setTop(Math.floor(pixels / ROW_HEIGHT / step)) }
}

/** The table ends where the window ends, wherever it begins. */
function useHeightToFoot(region: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(() => Math.max(320, window.innerHeight - 220))
  useLayoutEffect(() => {
    const measure = () => {
      const top = (region.current?.getBoundingClientRect().top ?? 0) + window.scrollY
      setHeight(Math.max(320, window.innerHeight - top - BELOW_TABLE))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [region])
  return height
}
