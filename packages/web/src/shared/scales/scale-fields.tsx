import type { Band, Grade } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input } from 'antd'
import { CountInput, ShareInput } from './number-fields.tsx'
import { type RowCell, RowList } from './row-list.tsx'

const MOST_ROWS = 12

/** The cell of a grade's name. */
export const gradeCell = <Row extends { readonly grade: string }>(): RowCell<Row> => ({
  head: m['office.scale.grade'](),
  width: '64px',
  field: (row, change, name) => (
    <Input
      aria-label={name}
      maxLength={20}
      autoComplete="off"
      value={row.grade}
      // A row that has a grade takes one.
      onChange={(event) => change({ grade: event.target.value } as Partial<Row>)}
    />
  ),
})

/** The cell of what a grade or value earns. */
export const shareCell = <Row extends { readonly share: number }>(): RowCell<Row> => ({
  head: m['office.scale.share'](),
  width: 'minmax(76px, 96px)',
  field: (row, change, name) => (
    // A row that has a share takes one.
    <ShareInput name={name} value={row.share} onChange={(share) => change({ share } as Partial<Row>)} />
  ),
})

type Edit<Row> = { value: readonly Row[]; onChange: (rows: Row[]) => void }

/** So many problems are such a grade: from – to, and what it earns. */
export function BandFields({ value, onChange }: Edit<Band>) {
  return (
    <RowList
      legend={m['office.scale.bands']()}
      rows={value}
      most={MOST_ROWS}
      fresh={() => ({
        grade: '',
        from: (value.at(-1)?.to ?? value.at(-1)?.from ?? -1) + 1,
        to: null,
        share: 0,
      })}
      onChange={onChange}
      cells={[
        gradeCell(),
        {
          head: m['office.scale.from'](),
          width: 'minmax(56px, 1fr)',
          field: (row, change, name) => (
            <CountInput name={name} value={row.from} onChange={(from) => change({ from: from ?? 0 })} />
          ),
        },
        {
          head: m['office.scale.to'](),
          width: 'minmax(72px, 1fr)',
          field: (row, change, name) => (
            <CountInput
              name={name}
              empty={m['office.scale.andMore']()}
              value={row.to}
              onChange={(to) => change({ to })}
            />
          ),
        },
        shareCell(),
      ]}
    />
  )
}

/** What each grade earns and in which case it is given. */
export function GradeFields({ value, onChange }: Edit<Grade>) {
  return (
    <RowList
      legend={m['office.scale.grades']()}
      rows={value}
      most={MOST_ROWS}
      fresh={() => ({ grade: '', share: 0, meaning: '' })}
      onChange={onChange}
      cells={[
        gradeCell(),
        shareCell(),
        {
          head: m['office.scale.meaning'](),
          width: 'minmax(110px, 3fr)',
          field: (row, change, name) => (
            <Input
              aria-label={name}
              maxLength={300}
              value={row.meaning}
              onChange={(event) => change({ meaning: event.target.value })}
            />
          ),
        },
      ]}
    />
  )
}
