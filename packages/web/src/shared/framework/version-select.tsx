import './version-select.css'
import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import type { VersionChoice } from './framework-versions.ts'

type Props = {
  /** Given by the form around it. */
  id?: string
  choices: readonly VersionChoice[]
  value?: string | undefined
  onChange?: (id: string) => void
}

const optionOf = ({ id, name, state }: VersionChoice) => ({
  value: id,
  label: name,
  detail: state === 'published' ? '' : m[`versionState.${state}`](),
})

/** Chooses a framework version (测评体系版本). */
export function VersionSelect({ id, choices, value, onChange }: Props) {
  return (
    <Select
      {...(id && { id })}
      className="version-select"
      aria-label={m['office.ui.frameworkVersion']()}
      placeholder={m['office.ui.frameworkVersion']()}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={choices.map(optionOf)}
      optionRender={({ data }) => (
        <>
          {data.label}
          {data.detail !== '' && <span className="option-detail">{data.detail}</span>}
        </>
      )}
      onChange={(chosen) => chosen !== null && onChange?.(chosen)}
    />
  )
}
