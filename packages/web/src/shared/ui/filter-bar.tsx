import './filter-bar.css'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { m } from '@chuangcheng/messages'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type BarProps = {
  /** What is listed, and how many: “点位 1,200”. */
  title: ReactNode
  /** Given when some filter is set. */
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** The head of a register: what it lists on the left, how to narrow it on the right. */
export function FilterBar({ title, onClear, children }: BarProps) {
  return (
    <div className="filter-bar">
      <div className="filter-title">{title}</div>
      <search className="filter-fields" aria-label={m['office.ui.filter']()}>
        {children}
        {onClear && (
          <Button type="text" onClick={onClear}>
            {m['office.ui.clearFilter']()}
          </Button>
        )}
      </search>
    </div>
  )
}

type TextProps = { label: string; value: string; onChange: (text: string) => void }

const PAUSE = 250

/** Narrows by words, a moment after the last key. */
export function FilterText({ label, value, onChange }: TextProps) {
  const [text, setText] = useState(value)
  const told = useRef(value)
  // Cleared or changed from outside (the address, “clear”).
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === told.current) return
    const timer = setTimeout(() => {
      told.current = text
      onChange(text)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, onChange])
  return (
    <Input
      className="filter-text"
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden="true" />}
      allowClear
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

type SelectProps<Value extends string> = {
  label: string
  value: Value | undefined
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value | undefined) => void
}

/** Narrows to one of several; searching by typing included. */
export function FilterSelect<Value extends string>({ label, value, options, onChange }: SelectProps<Value>) {
  return (
    <Select<Value>
      className="filter-select"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={[...options]}
      onChange={(chosen: Value | undefined) => onChange(chosen)}
    />
  )
}
