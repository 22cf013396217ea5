import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { ShareInput } from '../../../shared/scales/number-fields.tsx'
import { BandFields, GradeFields } from '../../../shared/scales/scale-fields.tsx'
import { ruleKindName } from '../framework-words.ts'
import type { Rule } from '../node-values.ts'
import { KnotFields, StepFields } from './measured-fields.tsx'
import { DirectionField, NumberField, TextField } from './plain-fields.tsx'
import { beginningOf, type RuleOf, type SimpleRule, type SiteRule } from './rule-beginnings.ts'

type Edit<Value> = { rule: Value; onChange: (rule: Value) => void }
type Measured = 'threshold' | 'piecewiseLinear' | 'gate'

const SITE_KINDS = ['binary', 'countBands', 'grade'] as const

/** What can be said of a rule that may also be a part of another. */
export function SimpleRuleFields({ rule, onChange }: Edit<SimpleRule>): ReactNode {
  switch (rule.kind) {
    case 'binary':
      return null
    case 'countBands':
      return <BandFields value={rule.bands} onChange={(bands) => onChange({ ...rule, bands })} />
    case 'grade':
    case 'expertGrade':
      return <GradeFields value={rule.grades} onChange={(grades) => onChange({ ...rule, grades })} />
    case 'meanOverSites':
      return <MeanFields rule={rule} onChange={onChange} />
    case 'rate':
      return <RateFields rule={rule} onChange={onChange} />
    case 'threshold':
      return (
        <>
          <MetricFields rule={rule} onChange={onChange} />
          <DirectionField value={rule.direction} onChange={(direction) => onChange({ ...rule, direction })} />
          <StepFields value={rule.steps} onChange={(steps) => onChange({ ...rule, steps })} />
        </>
      )
    case 'piecewiseLinear':
      return (
        <>
          <MetricFields rule={rule} onChange={onChange} />
          <KnotFields value={rule.knots} onChange={(knots) => onChange({ ...rule, knots })} />
        </>
      )
    case 'deduction':
      return <CountedFields rule={rule} onChange={onChange} />
  }
}

function MeanFields({ rule, onChange }: Edit<RuleOf<'meanOverSites'>>) {
  const choose = (of: SiteRule) => onChange({ ...rule, of })
  return (
    <>
      <div className="rule-field">
        <span>{m['office.frameworks.rule.everySite']()}</span>
        <Select
          aria-label={m['office.frameworks.rule.everySite']()}
          value={rule.of.kind}
          options={SITE_KINDS.map((value) => ({ value, label: ruleKindName(value) }))}
          onChange={(kind) => choose(beginningOf(kind))}
        />
      </div>
      {rule.of.kind === 'countBands' && (
        <BandFields value={rule.of.bands} onChange={(bands) => choose({ kind: 'countBands', bands })} />
      )}
      {rule.of.kind === 'grade' && (
        <GradeFields value={rule.of.grades} onChange={(grades) => choose({ kind: 'grade', grades })} />
      )}
    </>
  )
}

function RateFields({ rule, onChange }: Edit<RuleOf<'rate'>>) {
  return (
    <>
      <div className="form-pair">
        <TextField
          label={m['office.frameworks.rule.numerator']()}
          hint={m['office.frameworks.rule.numeratorHint']()}
          maxLength={100}
          value={rule.numerator}
          onChange={(numerator) => onChange({ ...rule, numerator })}
        />
        <TextField
          label={m['office.frameworks.rule.denominator']()}
          hint={m['office.frameworks.rule.denominatorHint']()}
          maxLength={100}
          value={rule.denominator}
          onChange={(denominator) => onChange({ ...rule, denominator })}
        />
      </div>
      <div className="rule-field rule-field-short">
        <span>{m['office.frameworks.rule.full']()}</span>
        <ShareInput
          name={m['office.frameworks.rule.full']()}
          value={rule.full ?? 0}
          onChange={(full) => onChange({ ...rule, full })}
        />
      </div>
    </>
  )
}

/** What is measured, and in what. */
export function MetricFields<R extends RuleOf<Measured>>({ rule, onChange }: Edit<R>) {
  return (
    <div className="rule-metric">
      <TextField
        label={m['office.frameworks.rule.metric']()}
        maxLength={100}
        value={rule.metric}
        onChange={(metric) => onChange({ ...rule, metric })}
      />
      <TextField
        label={m['office.frameworks.rule.unit']()}
        maxLength={20}
        value={rule.unit}
        onChange={(unit) => onChange({ ...rule, unit })}
      />
    </div>
  )
}

/** For each of something so many points, up to a limit. */
export function CountedFields<R extends RuleOf<'deduction' | 'bonus'>>({ rule, onChange }: Edit<R>) {
  return (
    <>
      <TextField
        label={m['office.frameworks.rule.each']()}
        maxLength={200}
        value={rule.each}
        onChange={(each) => onChange({ ...rule, each })}
      />
      <div className="form-pair">
        <NumberField
          label={
            rule.kind === 'bonus' ? m['office.frameworks.rule.adds']() : m['office.frameworks.rule.takes']()
          }
          needed
          min={0}
          value={rule.points}
          onChange={(points) => onChange({ ...rule, points })}
        />
        <NumberField
          label={m['office.frameworks.rule.cap']()}
          min={0}
          empty={rule.kind === 'bonus' ? '' : m['office.frameworks.rule.noCap']()}
          needed={rule.kind === 'bonus'}
          value={rule.cap}
          onChange={(cap) => onChange({ ...rule, cap })}
        />
      </div>
    </>
  )
}

/** Whether a rule may be a part of another. */
export const isSimple = (rule: Rule): rule is SimpleRule =>
  rule.kind !== 'bonus' && rule.kind !== 'gate' && rule.kind !== 'veto' && rule.kind !== 'composite'
