import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { DayInput } from '../../../shared/form/day-input.tsx'
import { dayFromNow } from '../case-words.ts'

const USUAL = [1, 3, 7] as const

type Props = { id?: string; value?: string | null; onChange?: (day: string | null) => void }

/** Until when: the usual spans are a press away. */
export function DeadlineField({ id, value = null, onChange }: Props) {
  const [now] = useState(() => new Date())
  return (
    <div className="deadline-field">
      {USUAL.map((days) => {
        const day = dayFromNow(days, now)
        return (
          <Button
            key={days}
            type={day === value ? 'primary' : 'default'}
            ghost={day === value}
            onClick={() => onChange?.(day)}
          >
            {m['office.cases.inDays']({ count: days })}
          </Button>
        )
      })}
      <DayInput {...(id && { id })} value={value} from={dayFromNow(0, now)} {...(onChange && { onChange })} />
    </div>
  )
}
