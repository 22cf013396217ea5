import './panel.css'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** Beside the title: a count, a link, a button. */
  aside?: ReactNode
  /** Without its own space around the content: for tables and maps. */
  flush?: boolean
  children: ReactNode
}

/** A titled sheet of paper: the unit pages are made of. */
export function Panel({ title, aside, flush = false, children }: Props) {
  return (
    <section className="sheet panel">
      <div className="panel-head">
        <h2 className="sheet-title">{title}</h2>
        {aside}
      </div>
      <div className={flush ? 'panel-body panel-flush' : 'panel-body'}>{children}</div>
    </section>
  )
}
