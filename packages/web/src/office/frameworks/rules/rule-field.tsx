import '../../../shared/form/form-drawer.css'
import './rules.css'
import { RULE_KINDS, type RuleKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import { ruleKindName } from '../framework-words.ts'
import type { Rule } from '../node-values.ts'
import { CompositeFields } from './composite-fields.tsx'
import { DirectionField, NumberField, TextField } from './plain-fields.tsx'
import { beginningOf, type RuleOf } from './rule-beginnings.ts'
import { CountedFields, isSimple, MetricFields, SimpleRuleFields } from './rule-parts.tsx'
import { RuleWords } from './rule-words.tsx'

type Props = { value?: Rule | null; onChange?: (rule: Rule | null) => void }

/** How points are earned: the kind of rule, what it needs, and what it means in words as one types. */
export function RuleField({ value, onChange }: Props) {
  const rule = value ?? null
  const change = (next: Rule) => onChange?.(next)
  return (
    <div className="rule-fields">
      <Select<RuleKind>
        aria-label={m['office.frameworks.field.rule']()}
        placeholder={m['office.frameworks.rule.choose']()}
        value={rule?.kind ?? null}
        options={RULE_KINDS.map((kind) => ({ value: kind, label: ruleKindName(kind) }))}
        onChange={(kind) => change(beginningOf(kind))}
      />
      {rule && <Fields rule={rule} onChange={change} />}
      <RuleWords rule={rule} />
    </div>
  )
}

function Fields({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  if (isSimple(rule)) return <SimpleRuleFields rule={rule} onChange={onChange} />
  switch (rule.kind) {
    case 'bonus':
      return <CountedFields rule={rule} onChange={onChange} />
    case 'gate':
      return <GateFields rule={rule} onChange={onChange} />
    case 'veto':
      return <VetoFields rule={rule} onChange={onChange} />
    case 'composite':
      return <CompositeFields rule={rule} onChange={onChange} />
  }
}

type GateProps = { rule: RuleOf<'gate'>; onChange: (rule: RuleOf<'gate'>) => void }

function GateFields({ rule, onChange }: GateProps) {
  return (
    <>
      <MetricFields rule={rule} onChange={onChange} />
      <div className="form-pair">
        <DirectionField value={rule.direction} onChange={(direction) => onChange({ ...rule, direction })} />
        <NumberField
          label={m['office.frameworks.rule.bound']()}
          needed
          value={rule.bound}
          onChange={(bound) => onChange({ ...rule, bound })}
        />
      </div>
      <TextField
        label={m['office.frameworks.rule.gateEffect']()}
        maxLength={300}
        value={rule.effect}
        onChange={(effect) => onChange({ ...rule, effect })}
      />
    </>
  )
}

type VetoProps = { rule: RuleOf<'veto'>; onChange: (rule: RuleOf<'veto'>) => void }

function VetoFields({ rule, onChange }: VetoProps) {
  return (
    <>
      <NumberField
        label={m['office.frameworks.rule.vetoPoints']()}
        empty={m['office.frameworks.rule.vetoEnds']()}
        min={0}
        value={rule.points}
        onChange={(points) => onChange({ ...rule, points })}
      />
      <TextField
        label={m['office.frameworks.rule.vetoEffect']()}
        maxLength={300}
        value={rule.effect}
        onChange={(effect) => onChange({ ...rule, effect })}
      />
    </>
  )
}
