import './empty-state.css'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What to do next, in one or two sentences. */
  hint?: ReactNode
  action?: ReactNode
}

/** A list with nothing in it says why and what to do next. */
export function EmptyState({ title, hint, action }: Props) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 96 56" width="96" height="56" aria-hidden="true">
        <g fill="none" stroke="#b9c4c1" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
          <path d="M6 50h84" />
          <path d="M30 26 48 14l18 12M34 26h28" />
          <path d="M36 27v23M60 27v23M44 50V40a4 4 0 0 1 8 0v10" />
          <path d="M14 50V36h12M70 36h12v14M20 42v.1M76 42v.1" />
        </g>
      </svg>
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
