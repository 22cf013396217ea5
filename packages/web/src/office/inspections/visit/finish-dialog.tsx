import { m } from '@chuangcheng/messages'
import { Button, Modal } from 'antd'
import { formatCount } from '../../../shared/language/format.ts'
import type { VisitProgress } from './visit-draft.ts'

type Props = {
  progress: VisitProgress
  /** items that no look at the rest can answer: numbers */
  onRest: () => void
  onBack: () => void
  onSubmit: () => void
}

/** Some items are open: are they fine, were they forgotten, or were they left out on purpose? */
export function FinishDialog({ progress, onRest, onBack, onSubmit }: Props) {
  const { open, answered } = progress
  return (
    <Modal
      open
      centered
      title={
        <h2 className="form-drawer-title">
          {m['office.visit.openTitle']({ count: formatCount(open.length) })}
        </h2>
      }
      onCancel={onBack}
      closable={{ 'aria-label': m['office.form.close']() }}
      footer={null}
    >
      <p>{m['office.visit.openText']()}</p>
      <ul className="visit-open-items">
        {open.slice(0, 5).map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {open.length > 5 && <li>{m['office.visit.openMore']({ count: formatCount(open.length - 5) })}</li>}
      </ul>
      <div className="visit-finish-buttons">
        <Button size="large" type="primary" onClick={onBack}>
          {m['office.visit.goToOpen']()}
        </Button>
        <Button size="large" onClick={onRest}>
          {m['office.visit.restConforms']()}
        </Button>
        <Button size="large" type="text" disabled={answered === 0} onClick={onSubmit}>
          {m['office.visit.submitAnyway']()}
        </Button>
      </div>
    </Modal>
  )
}
