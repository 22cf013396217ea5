import './rules.css'
import { DIRECTIONS, type Direction } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input, InputNumber, Radio } from 'antd'
import { type ReactNode, useId } from 'react'

type TextProps = {
  label: string
  value: string
  maxLength: number
  hint?: string
  onChange: (text: string) => void
}

export function TextField({ label, value, maxLength, hint, onChange }: TextProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          maxLength={maxLength}
          autoComplete="off"
          placeholder={hint ?? ''}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  )
}

type NumberProps = {
  label: string
  value: number | null
  /** What an empty field means. */
  empty?: string
  min?: number
  /** It must be known before the version is published: an empty field is marked. */
  needed?: boolean
  onChange: (value: number | null) => void
}

export function NumberField({ label, value, empty, min, needed = false, onChange }: NumberProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <InputNumber<number>
          id={id}
          className="number-wide"
          min={min ?? Number.MIN_SAFE_INTEGER}
          placeholder={empty ?? (needed ? m['office.frameworks.rule.toFill']() : '')}
          status={needed && value === null ? 'warning' : ''}
          value={value}
          onChange={onChange}
        />
      )}
    </Labelled>
  )
}

type BareProps = {
  name: string
  value: number | null
  needed?: boolean
  empty?: string
  min?: number
  whole?: boolean
  onChange: (value: number | null) => void
}

/** A number in a row whose head stands above it. */
export function BareNumber({ name, value, needed = false, empty, min, whole, onChange }: BareProps) {
  return (
    <InputNumber<number>
      className="number-wide"
      controls={false}
      aria-label={name}
      min={min ?? Number.MIN_SAFE_INTEGER}
      {...(whole && { precision: 0 })}
      placeholder={empty ?? (needed ? m['office.frameworks.rule.toFill']() : '')}
      status={needed && value === null ? 'warning' : ''}
      value={value}
      onChange={onChange}
    />
  )
}

type DirectionProps = { value: Direction; onChange: (direction: Direction) => void }

export function DirectionField({ value, onChange }: DirectionProps) {
  return (
    <div className="rule-field">
      <span>{m['office.frameworks.rule.direction']()}</span>
      <Radio.Group
        aria-label={m['office.frameworks.rule.direction']()}
        value={value}
        options={DIRECTIONS.map((direction) => ({ value: direction, label: m[`direction.${direction}`]() }))}
        onChange={(event) => onChange(DIRECTIONS.find((one) => one === event.target.value) ?? value)}
      />
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="rule-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
