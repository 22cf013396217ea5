import { m } from '@chuangcheng/messages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'

export type PickedRecord = {
  readonly id: string
  readonly name: string
  /** What tells it from others of the same name. */
  readonly detail: string
}

export type PickerProps = {
  /** Given by the form around it. */
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  /** Only where no label of a form stands above. */
  label?: string
  placeholder?: string
  clearable?: boolean
  className?: string
}

type Props = PickerProps & {
  /** Names the register: part of the query's key. */
  register: string
  find: (text: string, signal: AbortSignal) => Promise<readonly PickedRecord[]>
  get: (id: string, signal: AbortSignal) => Promise<PickedRecord>
}

/** Chooses one record of a register that is too long to list: type two characters, choose. */
export function RecordPicker({ register, find, get, value, onChange, ...props }: Props) {
  const [text, setText] = useState('')
  const words = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: [register, 'picker', words],
    queryFn: ({ signal }) => find(words, signal),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    queryKey: [register, 'picked', value],
    queryFn: ({ signal }) => get(value ?? '', signal),
    enabled: Boolean(value),
  }).data
  const listed = found.data ?? []
  const hidden = chosen && !listed.some(({ id }) => id === chosen.id) && words === ''
  const records = hidden ? [chosen, ...listed] : listed
  const label = chosen?.id === value ? chosen?.name : records.find(({ id }) => id === value)?.name
  return (
    <Select<{ value: string; label: string } | null>
      {...(props.id && { id: props.id })}
      className={props.className ?? ''}
      aria-label={props.label}
      placeholder={props.placeholder ?? props.label ?? m['office.form.typeToFind']()}
      allowClear={props.clearable ?? true}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      labelInValue
      loading={found.isFetching}
      notFoundContent={found.isPending ? m['office.search.searching']() : m['office.ui.nothingFound']()}
      value={value ? { value, label: label ?? '…' } : null}
      options={records.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
      optionRender={({ data }) => (
        <>
          {data.label}
          <span className="option-detail">{String('detail' in data ? data.detail : '')}</span>
        </>
      )}
      onChange={(picked) => {
        setText('')
        onChange?.(picked?.value ?? null)
      }}
    />
  )
}
