import { m } from '@chuangcheng/messages'
import { type RowCell, RowList } from '../../../shared/scales/row-list.tsx'
import { gradeCell, shareCell } from '../../../shared/scales/scale-fields.tsx'
import { BareNumber } from './plain-fields.tsx'
import type { RuleOf } from './rule-beginnings.ts'

const MOST_STEPS = 12
const MOST_KNOTS = 24

type Edit<Row> = { value: readonly Row[]; onChange: (rows: Row[]) => void }
type Step = RuleOf<'threshold'>['steps'][number]
type Knot = RuleOf<'piecewiseLinear'>['knots'][number]

const boundCell = (): RowCell<Step> => ({
  head: m['office.frameworks.rule.bound'](),
  width: 'minmax(90px, 2fr)',
  field: ({ bound }, change, name) => (
    <BareNumber name={name} needed value={bound} onChange={(next) => change({ bound: next })} />
  ),
})

const valueCell = (): RowCell<Knot> => ({
  head: m['office.frameworks.rule.value'](),
  width: 'minmax(90px, 2fr)',
  field: ({ value }, change, name) => (
    <BareNumber name={name} needed value={value} onChange={(next) => change({ value: next })} />
  ),
})

/** From which value on a grade is reached, the best first. */
export function StepFields({ value, onChange }: Edit<Step>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.steps']()}
      rows={value}
      most={MOST_STEPS}
      fresh={() => ({ grade: '', bound: null, share: 0 })}
      onChange={onChange}
      cells={[gradeCell(), boundCell(), shareCell()]}
    />
  )
}

/** What a value earns; between two of them the share runs straight. */
export function KnotFields({ value, onChange }: Edit<Knot>) {
  return (
    <RowList
      legend={m['office.frameworks.rule.knots']()}
      rows={value}
      most={MOST_KNOTS}
      fresh={() => ({ value: null, share: 0 })}
      onChange={onChange}
      cells={[valueCell(), shareCell()]}
    />
  )
}
