import { m } from '@chuangcheng/messages'
import { Button, Input } from 'antd'
import { useId } from 'react'

const REASON_LENGTH = 1000

type Props = {
  label: string
  /** What is often meant: one press writes it. */
  usual: readonly string[]
  value: string
  onChange: (reason: string) => void
}

/** Why: the usual reasons are a press away, anything else is typed. */
export function ReasonField({ label, usual, value, onChange }: Props) {
  const id = useId()
  const add = (words: string) =>
    onChange(value.trim() === '' ? words : `${value.trim()}${m['office.cases.reasonComma']()}${words}`)
  return (
    <div className="reason-field">
      <label htmlFor={id}>{label}</label>
      {usual.length > 0 && (
        <div className="reason-usual">
          {usual.map((words) => (
            <Button key={words} disabled={value.includes(words)} onClick={() => add(words)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={id}
        maxLength={REASON_LENGTH}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
