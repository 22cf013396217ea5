import '../../shared/form/form-drawer.css'
import { m } from '@chuangcheng/messages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { call, type Response } from '../../shared/api/client.ts'

type Found = Response<'search'>['items'][number]
type Chosen = { readonly id: string; readonly name: string }

type Props = {
  label: string
  kinds: readonly Found['kind'][]
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
}

/** Chooses any record by the words it is found under. */
export function FoundRecordPicker({ label, kinds, chosen, onChoose }: Props) {
  const [text, setText] = useState('')
  const words = useDeferredValue(text.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['search', words, 'picker'],
    queryFn: ({ signal }) => call('search', { query: { text: words, limit: 50 }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const found = words === '' ? [] : (data?.items ?? []).filter(({ kind }) => kinds.includes(kind))
  return (
    <Select<{ value: string; label: string } | null>
      className="filter-record"
      aria-label={label}
      placeholder={label}
      allowClear
      labelInValue
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      popupMatchSelectWidth={false}
      loading={isFetching}
      notFoundContent={words === '' ? m['office.form.typeToFind']() : m['office.ui.nothingFound']()}
      value={chosen && { value: chosen.id, label: chosen.name }}
      options={found.map(({ id, title, detail }) => ({ value: id, label: title, detail }))}
      optionRender={({ data: option }) => (
        <>
          {option.label}
          <span className="option-detail">{String('detail' in option ? option.detail : '')}</span>
        </>
      )}
      onChange={(picked) => {
        setText('')
        onChoose(picked ? { id: picked.value, name: picked.label } : null)
      }}
    />
  )
}
