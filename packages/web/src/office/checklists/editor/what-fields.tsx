import { m } from '@chuangcheng/messages'
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import type { Item } from '../checklist-queries.ts'
import { ItemField } from './item-field.tsx'

type Props = { item: Item; dimensions: readonly string[]; onChange: (part: Partial<Item>) => void }

/** What is looked at, under which dimension and code. */
export function WhatFields({ item, dimensions, onChange }: Props) {
  return (
    <>
      <ItemField label={m['office.checklists.field.text']()}>
        {(id) => (
          <Input.TextArea
            id={id}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={item.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </ItemField>
      <div className="item-pair">
        <ItemField label={m['office.checklists.field.dimension']()}>
          {(id) => (
            <DimensionField
              id={id}
              value={item.dimension}
              known={dimensions}
              onChange={(dimension) => onChange({ dimension })}
            />
          )}
        </ItemField>
        <ItemField label={m['office.field.code']()}>
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
        </ItemField>
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
