import { RULE_KINDS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Button, Input, Select } from 'antd'
import { ruleKindName } from '../framework-words.ts'
import { BareNumber } from './plain-fields.tsx'
import { beginningOf, type RuleOf, type SimpleRule } from './rule-beginnings.ts'
import { SimpleRuleFields } from './rule-parts.tsx'

type Props = { rule: RuleOf<'composite'>; onChange: (rule: RuleOf<'composite'>) => void }
type Part = RuleOf<'composite'>['parts'][number]

const MOST_PARTS = 12
const NOT_SIMPLE = ['bonus', 'gate', 'veto', 'composite'] as const
type SimpleKind = SimpleRule['kind']
const SIMPLE_KINDS = RULE_KINDS.filter(
  (kind): kind is SimpleKind => !NOT_SIMPLE.some((other) => other === kind),
)

/** Several rules, each with its weight. */
export function CompositeFields({ rule, onChange }: Props) {
  const change = (place: number, part: Partial<Part>) =>
    onChange({ ...rule, parts: rule.parts.map((one, at) => (at === place ? { ...one, ...part } : one)) })
  return (
    <>
      {rule.parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and only the last is added
        <fieldset key={place} className="rule-part">
          <legend>{m['office.frameworks.rule.part']({ place: place + 1 })}</legend>
          <div className="rule-part-head">
            <Input
              aria-label={m['office.frameworks.rule.partName']({ place: place + 1 })}
              placeholder={m['office.frameworks.rule.partNameHint']()}
              maxLength={60}
              value={part.name}
              onChange={(event) => change(place, { name: event.target.value })}
            />
            <BareNumber
              name={m['office.frameworks.rule.partWeight']({ place: place + 1 })}
              empty={m['office.frameworks.rule.weight']()}
              min={0}
              value={part.weight}
              onChange={(weight) => change(place, { weight: weight ?? 0 })}
            />
            <Button
              onClick={() => onChange({ ...rule, parts: rule.parts.filter((_, at) => at !== place) })}
              aria-label={m['office.frameworks.rule.removeRow']({ place: place + 1 })}
            >
              {m['office.frameworks.remove']()}
            </Button>
          </div>
          <Select<SimpleKind>
            aria-label={m['office.frameworks.rule.partKind']({ place: place + 1 })}
            value={part.rule.kind}
            options={SIMPLE_KINDS.map((kind) => ({ value: kind, label: ruleKindName(kind) }))}
            onChange={(kind) => change(place, { rule: beginningOf(kind) })}
          />
          <SimpleRuleFields rule={part.rule} onChange={(next) => change(place, { rule: next })} />
        </fieldset>
      ))}
      {rule.parts.length < MOST_PARTS && (
        <Button
          size="small"
          onClick={() =>
            onChange({
              ...rule,
              parts: [...rule.parts, { name: '', weight: 1, rule: beginningOf('binary') }],
            })
          }
        >
          {m['office.frameworks.rule.addPart']()}
        </Button>
      )}
    </>
  )
}
