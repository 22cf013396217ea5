import { m } from '@chuangcheng/messages'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import type { Picture } from './self-check-queries.ts'

/** A reminder to paste into whatever the city talks in: who still has how many to answer, and until when. */
function reminderOf({ selfCheck, organizations }: Picture): string {
  const waiting = organizations.filter(({ missingCount }) => missingCount > 0)
  const lines = waiting.map(({ organization, missingCount }) =>
    m['office.selfChecks.remindLine']({ name: organization.name, count: formatCount(missingCount) }),
  )
  const head = m['office.selfChecks.remindHead']({ name: selfCheck.name, day: selfCheck.dueOn })
  return [head, ...lines, m['office.selfChecks.remindFoot']()].join('\n')
}

export function RemindDialog({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const id = useId()
  const [text, setText] = useState(() => reminderOf(picture))
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(m['office.selfChecks.copied']()),
      () => setSaid(m['office.selfChecks.notCopied']()),
    )
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{m['office.selfChecks.remind']()}</h2>}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
      footer={
        <>
          <span className="remind-said" role="status">
            {said}
          </span>
          <Button onClick={onClose}>{m['office.form.close']()}</Button>
          <Button type="primary" onClick={() => void copy()}>
            {m['office.selfChecks.copy']()}
          </Button>
        </>
      }
    >
      <div className="confirm-text">
        <label htmlFor={id}>{m['office.selfChecks.remindHint']()}</label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 6, maxRows: 14 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </Modal>
  )
}
