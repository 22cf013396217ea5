import { m } from '@chuangcheng/messages'
import { Button } from 'antd'

type Props = {
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  /** null for those who may not decide */
  onUndo: (() => void) | undefined | null
}

/** On a phone: the item before and after and the way back, where the thumb is. */
export function ThumbBar({ onPrevious, onNext, onUndo }: Props) {
  return (
    <div className="thumb-bar" role="toolbar" aria-label={m['office.mappings.steps']()}>
      <Button size="large" disabled={!onPrevious} onClick={onPrevious}>
        {m['office.mappings.previousItem']()}
      </Button>
      {onUndo !== null && (
        <Button size="large" disabled={!onUndo} onClick={onUndo}>
          {m['office.mappings.undo']()}
        </Button>
      )}
      <Button size="large" disabled={!onNext} onClick={onNext}>
        {m['office.mappings.nextItem']()}
      </Button>
    </div>
  )
}
