import { m } from '@chuangcheng/messages'
import { type ReactNode, useId } from 'react'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'

type Props = {
  label: string
  guessed?: boolean
  /** several controls, each with a name of its own */
  group?: boolean
  children: (id: string) => ReactNode
}

/** A label and its control; marked when the platform has only guessed it. */
export function ItemField({ label, guessed = false, group = false, children }: Props) {
  const id = useId()
  return (
    <div className="item-field">
      <div className="item-label">
        {group ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
        {guessed && <StatusTag tone="caution">{m['office.checklists.toConfirm']()}</StatusTag>}
      </div>
      {children(id)}
    </div>
  )
}
