import './scales.css'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export type RowCell<Row> = {
  readonly head: string
  readonly width: string
  /** `name` names the field for a reader who does not see the head above it. */
  readonly field: (row: Row, change: (part: Partial<Row>) => void, name: string) => ReactNode
}

type Props<Row> = {
  legend: string
  rows: readonly Row[]
  cells: readonly RowCell<Row>[]
  fresh: () => Row
  most: number
  onChange: (rows: Row[]) => void
}

/** A short list of rows inside a form: the grades of a scale. */
export function RowList<Row extends object>({ legend, rows, cells, fresh, most, onChange }: Props<Row>) {
  const columns = `${cells.map(({ width }) => width).join(' ')} 32px`
  const change = (place: number, part: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...part } : row)))
  return (
    <fieldset className="scale-rows">
      <legend className="visually-hidden">{legend}</legend>
      <div className="scale-row scale-head" style={{ gridTemplateColumns: columns }} aria-hidden="true">
        {cells.map(({ head }) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own, and only the last is added
        <div key={place} className="scale-row" style={{ gridTemplateColumns: columns }}>
          {cells.map(({ head, field }) => (
            <div key={head} className="scale-cell">
              {field(row, (part) => change(place, part), m['office.scale.cell']({ head, place: place + 1 }))}
            </div>
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={m['office.scale.remove']({ place: place + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      {rows.length < most && (
        <Button size="small" onClick={() => onChange([...rows, fresh()])}>
          {m['office.scale.add']()}
        </Button>
      )}
    </fieldset>
  )
}
