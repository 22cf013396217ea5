import { PHOTO_RULES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { AutoComplete, Button, Input, InputNumber, Radio, Switch } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import type { Item } from '../checklist-queries.ts'
import { guessName, photoName } from '../checklist-words.ts'
import { AnswerFields } from './answer-fields.tsx'

type Props = {
  item: Item
  dimensions: readonly string[]
  problems: readonly string[]
  onChange: (part: Partial<Item>) => void
  onConfirm: () => void
  onRemove: () => void
}

/** Every field of one item. Guessed fields are marked until somebody says them anew or confirms them. */
export function ItemPanel(props: Props) {
  const { item, problems, onRemove } = props
  return (
    <div className="sheet item-panel">
      {problems.length > 0 && (
        <div className="item-problems" role="status">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <Guessed {...props} />
      <WhatFields {...props} />
      <Field label={m['office.checklists.field.answer']()} guessed={item.guesses.includes('answer')} group>
        {() => <AnswerFields answer={item.answer} onChange={(answer) => props.onChange({ answer })} />}
      </Field>
      <HowFields {...props} />
      <FailureFields {...props} />
      <div className="item-panel-foot">
        <Button danger type="text" onClick={onRemove}>
          {m['office.checklists.removeItem']()}
        </Button>
      </div>
    </div>
  )
}

function Guessed({ item, onConfirm }: Props) {
  if (item.guesses.length === 0) return null
  const names = item.guesses.map(guessName).join(m['office.checklists.listMark']())
  return (
    <div className="item-guessed">
      <p>{m['office.checklists.guessedFields']({ names })}</p>
      <Button size="small" onClick={onConfirm}>
        {m['office.checklists.confirmGuesses']()}
      </Button>
    </div>
  )
}

function WhatFields({ item, dimensions, onChange }: Props) {
  return (
    <>
      <Field label={m['office.checklists.field.text']()}>
        {(id) => (
          <Input.TextArea
            id={id}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={item.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="item-pair">
        <Field label={m['office.checklists.field.dimension']()}>
          {(id) => (
            <DimensionField
              id={id}
              value={item.dimension}
              known={dimensions}
              onChange={(dimension) => onChange({ dimension })}
            />
          )}
        </Field>
        <Field label={m['office.field.code']()}>
          {(id) => (
            <Input
              id={id}
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              value={item.code}
              onChange={(event) => onChange({ code: event.target.value.replaceAll(/\s/g, '') })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

type DimensionProps = {
  id: string
  value: string
  known: readonly string[]
  onChange: (text: string) => void
}

/** Taken over when it is left: while it is typed the item must not jump from group to group. */
function DimensionField({ id, value, known, onChange }: DimensionProps) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  // Changed from outside: moved in the list, or many at once.
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  const take = (text: string) => {
    setTyped(text)
    if (text.trim() !== value) onChange(text.trim())
  }
  return (
    <AutoComplete
      id={id}
      value={typed}
      options={known.filter(Boolean).map((dimension) => ({ value: dimension }))}
      onChange={(text) => setTyped(text.slice(0, 30))}
      onSelect={take}
      onBlur={() => take(typed)}
    />
  )
}

function HowFields({ item, onChange }: Props) {
  return (
    <>
      <Field label={m['office.checklists.field.protocol']()} guessed={item.guesses.includes('protocol')}>
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
      </Field>
      <Field label={m['office.checklists.field.exemptions']()}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={m['office.checklists.field.exemptionsHint']()}
            value={item.exemptions.join('\n')}
            onChange={(event) => onChange({ exemptions: linesOf(event.target.value) })}
          />
        )}
      </Field>
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

function FailureFields({ item, onChange }: Props) {
  return (
    <>
      <Field label={m['office.checklists.field.photo']()} group>
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
      </Field>
      {item.photo === 'onFailure' && (
        <Field label={m['office.checklists.field.purpose']()}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={item.photoPurpose}
              onChange={(event) => onChange({ photoPurpose: event.target.value })}
            />
          )}
        </Field>
      )}
      <div className="item-pair">
        <Field label={m['office.checklists.field.handOver']()}>
          {(id) => <Switch id={id} checked={item.handOver} onChange={(handOver) => onChange({ handOver })} />}
        </Field>
        <Field label={m['office.checklists.field.weight']()} guessed={item.guesses.includes('weight')}>
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
        </Field>
      </div>
    </>
  )
}

type FieldProps = {
  label: string
  guessed?: boolean
  /** several controls, each with a name of its own */
  group?: boolean
  children: (id: string) => ReactNode
}

function Field({ label, guessed = false, group = false, children }: FieldProps) {
  const id = useId()
  return (
    <div className="item-field">
      <div className="item-label">
        {group ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
        {guessed && <StatusTag tone="caution">{m['office.checklists.toConfirm']()}</StatusTag>}
      </div>
      {children(id)}
    </div>
  )
}
