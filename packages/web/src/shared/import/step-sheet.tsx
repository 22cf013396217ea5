import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  title: string
  lead?: ReactNode
  /** Buttons at the foot, the most important last. */
  actions?: ReactNode
  /** The first step does not take the focus: the page has only just opened. */
  takesFocus?: boolean
  children: ReactNode
}

/** One step of the wizard; the reader's place moves to its title when it appears. */
export function StepSheet({ title, lead, actions, takesFocus = true, children }: Props) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) head.current?.focus()
  }, [takesFocus])
  return (
    <section className="sheet import-sheet">
      <h2 ref={head} tabIndex={-1} className="import-title">
        {title}
      </h2>
      {lead && <p className="import-lead">{lead}</p>}
      <div className="import-body">{children}</div>
      {actions && <div className="import-actions">{actions}</div>}
    </section>
  )
}
