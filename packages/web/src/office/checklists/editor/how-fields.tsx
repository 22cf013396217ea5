import { PHOTO_RULES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input, InputNumber, Radio, Switch } from 'antd'
import type { Item } from '../checklist-queries.ts'
import { photoName } from '../checklist-words.ts'
import { ItemField } from './item-field.tsx'

type Props = { item: Item; onChange: (part: Partial<Item>) => void }

/** How it is looked at, and what does not count. */
export function HowFields({ item, onChange }: Props) {
  return (
    <>
      <ItemField label={m['office.checklists.field.protocol']()} guessed={item.guesses.includes('protocol')}>
        {(id) => (
          <Input.TextArea
            id={id}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={m['office.checklists.field.protocolHint']()}
            value={item.protocol}
            onChange={(event) => onChange({ protocol: event.target.value })}
          />
        )}
      </ItemField>
      <ItemField label={m['office.checklists.field.exemptions']()}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={m['office.checklists.field.exemptionsHint']()}
            value={item.exemptions.join('\n')}
            onChange={(event) => onChange({ exemptions: linesOf(event.target.value) })}
          />
        )}
      </ItemField>
    </>
  )
}

/** One a line; at most twenty of at most 300 characters are kept. */
const linesOf = (text: string): string[] =>
  text === ''
    ? []
    : text
        .split('\n')
        .slice(0, 20)
        .map((line) => line.slice(0, 300))

/** What follows when it fails, and how much it weighs. */
export function FailureFields({ item, onChange }: Props) {
  return (
    <>
      <ItemField label={m['office.checklists.field.photo']()} group>
        {() => (
          <Radio.Group
            aria-label={m['office.checklists.field.photo']()}
            value={item.photo}
            options={PHOTO_RULES.map((value) => ({ value, label: photoName(value) }))}
            onChange={(event) =>
              onChange({ photo: PHOTO_RULES.find((rule) => rule === event.target.value) ?? item.photo })
            }
          />
        )}
      </ItemField>
      {item.photo === 'onFailure' && (
        <ItemField label={m['office.checklists.field.purpose']()}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={item.photoPurpose}
              onChange={(event) => onChange({ photoPurpose: event.target.value })}
            />
          )}
        </ItemField>
      )}
      <div className="item-pair">
        <ItemField label={m['office.checklists.field.handOver']()}>
          {(id) => <Switch id={id} checked={item.handOver} onChange={(handOver) => onChange({ handOver })} />}
        </ItemField>
        <ItemField label={m['office.checklists.field.weight']()} guessed={item.guesses.includes('weight')}>
          {(id) => (
            <InputNumber<number>
              id={id}
              min={0}
              max={100_000}
              step={1}
              value={item.weight}
              onChange={(weight) =>
                weight !== null && onChange({ weight: Math.round(weight * 10_000) / 10_000 })
              }
            />
          )}
        </ItemField>
      </div>
    </>
  )
}
