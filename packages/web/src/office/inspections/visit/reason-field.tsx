import { m } from '@chuangcheng/messages'
import { Input } from 'antd'

type Props = { value: string; isMissing: boolean; onChange: (reason: string) => void }

/** Why an earlier visit is corrected: asked at the beginning, kept with both. */
export function ReasonField({ value, isMissing, onChange }: Props) {
  return (
    <div className={isMissing ? 'sheet visit-reason visit-item-missing' : 'sheet visit-reason'}>
      <label htmlFor="visit-reason">{m['office.visit.reason']()}</label>
      <Input.TextArea
        id="visit-reason"
        maxLength={500}
        autoSize={{ minRows: 1, maxRows: 4 }}
        placeholder={m['office.visit.reasonPlaceholder']()}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p>{m['office.visit.reasonHint']()}</p>
    </div>
  )
}
