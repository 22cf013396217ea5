import CheckOutlined from '@ant-design/icons/CheckOutlined'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'

type Props = { number: number; title: string; isDone: boolean; said: string; children: ReactNode }

/** One step of planning: its number turns into a tick once nothing is left to do. */
export function PlanStep({ number, title, isDone, said, children }: Props) {
  return (
    <li className="sheet plan-step">
      <div className="plan-step-head">
        <span className={isDone ? 'plan-step-number plan-step-done' : 'plan-step-number'} aria-hidden="true">
          {isDone ? <CheckOutlined /> : number}
        </span>
        <h2>
          <span className="visually-hidden">{m['office.plan.step']({ number })}</span> {title}
        </h2>
        <StatusTag tone={isDone ? 'good' : 'plain'}>{said}</StatusTag>
      </div>
      <div className="plan-step-body">{children}</div>
    </li>
  )
}
