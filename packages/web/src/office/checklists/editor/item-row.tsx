import CameraOutlined from '@ant-design/icons/CameraOutlined'
import HolderOutlined from '@ant-design/icons/HolderOutlined'
import { m } from '@chuangcheng/messages'
import { type KeyboardEvent, useState } from 'react'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import type { Item } from '../checklist-queries.ts'
import { answerName, photoName } from '../checklist-words.ts'

export type Moving = {
  readonly draggedId: string | null
  readonly drag: (id: string | null) => void
  readonly dropBefore: (id: string) => void
  readonly step: (id: string, direction: 'up' | 'down') => void
}

type Props = {
  item: Item
  hasProblem: boolean
  selected: boolean
  ticked: boolean
  moving: Moving
  onTick: () => void
  onSelect: () => void
}

export function ItemRow({ item, hasProblem, selected, ticked, moving, onTick, onSelect }: Props) {
  const [isTarget, setIsTarget] = useState(false)
  const name = item.text || m['office.checklists.noText']()
  const stepWithKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    moving.step(item.id, event.key === 'ArrowUp' ? 'up' : 'down')
  }
  const state = `${selected ? ' item-row-selected' : ''}${isTarget && moving.draggedId !== null ? ' item-row-target' : ''}`
  return (
    <li
      className={`item-row${state}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsTarget(true)
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={() => {
        setIsTarget(false)
        moving.dropBefore(item.id)
      }}
    >
      <input
        type="checkbox"
        className="tick"
        aria-label={m['office.ui.tick']({ name })}
        checked={ticked}
        onChange={onTick}
      />
      <button
        type="button"
        className="item-handle"
        data-handle={item.id}
        draggable
        aria-label={m['office.checklists.move']({ name })}
        title={m['office.checklists.moveHint']()}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', item.code)
          moving.drag(item.id)
        }}
        onDragEnd={() => moving.drag(null)}
        onKeyDown={stepWithKey}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      <button type="button" className="item-open" aria-pressed={selected} onClick={onSelect}>
        <span className="item-code">{item.code}</span>
        <span className="item-text">{name}</span>
      </button>
      <span className="item-marks">
        {hasProblem && <StatusTag tone="alarm">{m['office.checklists.incomplete']()}</StatusTag>}
        {item.guesses.length > 0 && (
          <StatusTag tone="caution">{m['office.checklists.toConfirm']()}</StatusTag>
        )}
        <StatusTag>{answerName(item.answer.kind)}</StatusTag>
        {item.photo === 'onFailure' && (
          <CameraOutlined
            className="item-camera"
            title={photoName(item.photo)}
            aria-label={photoName(item.photo)}
          />
        )}
      </span>
    </li>
  )
}
