import { m } from '@chuangcheng/messages'
import { Input } from 'antd'
import { BareNumber, ShareInput } from './plain-fields.tsx'
import { type RowCell, RowList } from './row-list.tsx'
import type { Bands, Grades, RuleOf } from './rule-beginnings.ts'

const MOST_ROWS = 12
const MOST_KNOTS = 24

const gradeCell = <Row extends { grade: string }>(): RowCell<Row> => ({
  head: m['office.frameworks.rule.grade'](),
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

const shareCell = <Row extends { share: number }>(): RowCell<Row> => ({
  head: m['office.frameworks.rule.share'](),
  width: 'minmax(76px, 96px)',
  // A row that has a share takes one.
  field: (row, change, name) => (
    <ShareInput name={name} value={row.share} onChange={(share) => change({ share } as Partial<Row>)} />
  ),
})

type Edit<Value> = { value: Value; onChange: (value: Value) => void }

/** So many problems are such a grade: from – to, and what it earns. */
export function BandFields({ value, onChange }: Edit<Bands>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.bands']()}
      rows={value}
      most={MOST_ROWS}
      fresh={() => ({ grade: '', from: (value.at(-1)?.to ?? 0) + 1, to: null, share: 0 })}
      onChange={onChange}
      cells={[
        gradeCell(),
        {
          head: m['office.frameworks.rule.from'](),
          width: 'minmax(56px, 1fr)',
          field: (row, change, name) => (
            <BareNumber
              name={name}
              min={0}
              whole
              value={row.from}
              onChange={(from) => change({ from: from ?? 0 })}
            />
          ),
        },
        {
          head: m['office.frameworks.rule.to'](),
          width: 'minmax(72px, 1fr)',
          field: (row, change, name) => (
            <BareNumber
              name={name}
              min={0}
              whole
              empty={m['office.frameworks.rule.andMore']()}
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
export function GradeFields({ value, onChange }: Edit<Grades>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.grades']()}
      rows={value}
      most={MOST_ROWS}
      fresh={() => ({ grade: '', share: 0, meaning: '' })}
      onChange={onChange}
      cells={[
        gradeCell(),
        shareCell(),
        {
          head: m['office.frameworks.rule.meaning'](),
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

type Steps = RuleOf<'threshold'>['steps']

/** From which value on a grade is reached, the best first. */
export function StepFields({ value, onChange }: Edit<Steps>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.steps']()}
      rows={value}
      most={MOST_ROWS}
      fresh={() => ({ grade: '', bound: null, share: 0 })}
      onChange={onChange}
      cells={[
        gradeCell(),
        {
          head: m['office.frameworks.rule.bound'](),
          width: 'minmax(90px, 2fr)',
          field: (row, change, name) => (
            <BareNumber name={name} needed value={row.bound} onChange={(bound) => change({ bound })} />
          ),
        },
        shareCell(),
      ]}
    />
  )
}

type Knots = RuleOf<'piecewiseLinear'>['knots']

/** What a value earns; between two of them the share runs straight. */
export function KnotFields({ value, onChange }: Edit<Knots>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.knots']()}
      rows={value}
      most={MOST_KNOTS}
      fresh={() => ({ value: null, share: 0 })}
      onChange={onChange}
      cells={[
        {
          head: m['office.frameworks.rule.value'](),
          width: 'minmax(90px, 2fr)',
          field: (row, change, name) => (
            <BareNumber name={name} needed value={row.value} onChange={(next) => change({ value: next })} />
          ),
        },
        shareCell(),
      ]}
    />
  )
}
