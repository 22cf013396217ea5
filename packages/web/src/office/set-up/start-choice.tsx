import { m } from '@chuangcheng/messages'
import type { Body } from '../../shared/api/client.ts'

type Start = Body<'setUpCity'>['start']

type Props = {
  /** Given by the form around it. */
  value?: Start
  onChange?: (start: Start) => void
  onChoose: (start: Start) => void
}

/** An empty city, or the fictional city 清澜市 to look around in. */
export function StartChoice({ value, onChange, onChoose }: Props) {
  const choices = [
    { start: 'empty', title: m['office.setUp.empty'](), hint: m['office.setUp.emptyHint']() },
    { start: 'qinglan', title: m['office.setUp.qinglan'](), hint: m['office.setUp.qinglanHint']() },
  ] as const
  return (
    <fieldset className="start-choice">
      <legend className="visually-hidden">{m['office.setUp.startTitle']()}</legend>
      {choices.map(({ start, title, hint }) => (
        <label key={start} className={value === start ? 'start-card start-card-chosen' : 'start-card'}>
          <input
            type="radio"
            name="start"
            value={start}
            checked={value === start}
            onChange={() => {
              onChange?.(start)
              onChoose(start)
            }}
          />
          <span>
            <strong>{title}</strong>
            <span className="start-hint">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
