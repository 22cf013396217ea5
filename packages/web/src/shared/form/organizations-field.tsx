import './organizations-field.css'
import CheckOutlined from '@ant-design/icons/CheckOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { m } from '@chuangcheng/messages'
import { Input, InputNumber } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { type ListedOrganization, useAllOrganizations } from './all-organizations.ts'
import { organizationsNamed } from './organizations-named.ts'

/** An organization with its part of the whole in percent (份额); null = not divided. */
export type Sharer = { readonly id: string; readonly share: number | null }

type Props = {
  /** Given by the form around it. */
  id?: string
  value?: readonly Sharer[]
  onChange?: (sharers: readonly Sharer[]) => void
  /** Organizations to offer first, before anything is typed. */
  usual?: readonly string[]
  autoFocus?: boolean
  /** Enter without a choice to make: the reader is done. */
  onDone?: () => void
}

/** Chooses several organizations (单位) by name or short name, with the keyboard alone if one likes. */
export function OrganizationsField(props: Props) {
  const { value = [], onChange } = props
  const { data: organizations = [], error, isPending } = useAllOrganizations()
  const list = useId()
  const { text, options, place, toggle, type, onKeyDown } = useSearch(props, organizations)
  return (
    <div className="organizations-field">
      <Chosen value={value} organizations={organizations} onChange={onChange} />
      <Input
        {...(props.id && { id: props.id })}
        role="combobox"
        aria-label={m['office.form.findOrganization']()}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={options[place] && `${list}-${place}`}
        aria-autocomplete="list"
        placeholder={m['office.form.findOrganization']()}
        autoComplete="off"
        autoFocus={props.autoFocus ?? false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ProblemNotice error={error} />
      <Options
        id={list}
        options={options}
        place={place}
        chosen={new Set(value.map((sharer) => sharer.id))}
        onToggle={toggle}
      />
      {!isPending && options.length === 0 && (
        <p className="organizations-none" role="status">
          {m['office.ui.nothingFound']()}
        </p>
      )}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** What is typed, what it finds, and which of it Enter would choose: the first, once something is typed. */
function useSearch(
  { value = [], onChange, usual = [], onDone }: Props,
  organizations: readonly ListedOrganization[],
) {
  const [text, setText] = useState('')
  const [marked, setMarked] = useState<number | null>(null)
  const words = text.trim()
  const options = organizationsNamed(organizations, words, usual)
  const place = marked ?? (words === '' ? -1 : 0)
  const type = (typed: string) => {
    setText(typed)
    setMarked(null)
  }
  const toggle = (id: string) => {
    const others = value.filter((sharer) => sharer.id !== id)
    onChange?.(others.length < value.length ? others : [...value, { id, share: null }])
    type('')
  }
  const enter = () => {
    const option = options[place]
    if (option) toggle(option.id)
    else if (words === '') onDone?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a composition chooses a character, not an organization.
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step !== undefined) setMarked(Math.min(options.length - 1, Math.max(0, place + step)))
    else if (event.key === 'Enter') enter()
    else {
      if (event.key === 'Backspace' && text === '' && value.length > 0) onChange?.(value.slice(0, -1))
      return
    }
    event.preventDefault()
  }
  return { text, options, place, toggle, type, onKeyDown }
}

type OptionsProps = {
  id: string
  options: readonly ListedOrganization[]
  place: number
  chosen: ReadonlySet<string>
  onToggle: (id: string) => void
}

function Options({ id, options, place, chosen, onToggle }: OptionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-multiselectable
      aria-label={m['office.form.organizations']()}
      className="organizations-options"
      hidden={options.length === 0}
      tabIndex={0}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys
        <div
          key={option.id}
          id={`${id}-${index}`}
          ref={index === place ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
          role="option"
          tabIndex={-1}
          aria-selected={chosen.has(option.id)}
          className={index === place ? 'organizations-option organizations-marked' : 'organizations-option'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onToggle(option.id)}
        >
          <span className="organizations-tick" aria-hidden="true">
            {chosen.has(option.id) && <CheckOutlined />}
          </span>
          <span>{option.name}</span>
          {option.shortName && option.shortName !== option.name && (
            <span className="option-detail">{option.shortName}</span>
          )}
        </div>
      ))}
    </div>
  )
}

type ChosenProps = {
  value: readonly Sharer[]
  organizations: readonly ListedOrganization[]
  onChange: Props['onChange']
}

/** Who is chosen, each with their share; shares need not be given. */
function Chosen({ value, organizations, onChange }: ChosenProps) {
  if (value.length === 0) return null
  const nameOf = (id: string) => organizations.find((organization) => organization.id === id)?.name ?? '…'
  const change = (id: string, share: number | null) =>
    onChange?.(value.map((sharer) => (sharer.id === id ? { id, share } : sharer)))
  return (
    <ul className="organizations-chosen">
      {value.map(({ id, share }) => (
        <li key={id}>
          <span className="organizations-name">{nameOf(id)}</span>
          <InputNumber
            className="organizations-share"
            size="small"
            min={0}
            max={100}
            precision={2}
            controls={false}
            suffix="%"
            placeholder={m['office.form.share']()}
            aria-label={m['office.form.shareOf']({ name: nameOf(id) })}
            value={share}
            onChange={(given) => change(id, given)}
          />
          <button
            type="button"
            className="organizations-remove"
            aria-label={m['office.form.without']({ name: nameOf(id) })}
            onClick={() => onChange?.(value.filter((sharer) => sharer.id !== id))}
          >
            <CloseOutlined aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
