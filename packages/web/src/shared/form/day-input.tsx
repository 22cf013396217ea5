import { Input } from 'antd'

type Props = {
  /** Given by the form around it. */
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
  /** The first day that can be chosen. */
  from?: string
}

/** A local date (YYYY-MM-DD) with the browser's own calendar: it knows the reader's language and works with any keyboard. */
export function DayInput({ id, value, onChange, from }: Props) {
  return (
    <Input
      type="date"
      {...(id && { id })}
      {...(from && { min: from })}
      max="2200-12-31"
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  )
}
