import { m } from '@chuangcheng/messages'
import { memo, useEffect, useRef } from 'react'
import type { Tie, TieState } from './mapping-queries.ts'
import type { Cursor, QueueItem } from './tie-queue.ts'

type Props = {
  queue: readonly QueueItem[]
  currentId: string
  stateOf: (tie: Tie) => TieState
  onChoose: (cursor: Cursor) => void
}

/** All items of the queue under their checklists; rows out of sight cost nothing (content-visibility). */
export function QueueList({ queue, currentId, stateOf, onChoose }: Props) {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-item="${currentId}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <nav className="sheet queue" ref={list} aria-label={m['office.mappings.queue']()}>
      <ul>
        {queue.map((item, at) => (
          <QueueRow
            key={item.itemId}
            itemId={item.itemId}
            text={item.itemText}
            criterionId={item.ties[0]?.criterionId ?? null}
            checklist={isFirst(queue, at) ? item.checklist.name : null}
            current={item.itemId === currentId}
            open={item.ties.filter((tie) => stateOf(tie) === 'guess').length}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </nav>
  )
}

type RowProps = {
  itemId: string
  text: string
  criterionId: string | null
  /** above the first item of each checklist */
  checklist: string | null
  current: boolean
  open: number
  onChoose: (cursor: Cursor) => void
}

/** Drawn again only when it says something else: at every key there are hundreds that do not. */
const QueueRow = memo(({ itemId, text, criterionId, checklist, current, open, onChoose }: RowProps) => (
  <li className={checklist === null ? undefined : 'queue-first'}>
    {checklist !== null && <p className="queue-checklist">{checklist}</p>}
    <button
      type="button"
      data-item={itemId}
      className={current ? 'queue-row queue-row-current' : 'queue-row'}
      aria-current={current ? 'true' : undefined}
      onClick={() => onChoose({ itemId, criterionId })}
    >
      <span className="queue-text">{text}</span>
      <Left open={open} />
    </button>
  </li>
))

/** Whether a new checklist begins here. */
const isFirst = (queue: readonly QueueItem[], at: number): boolean =>
  queue[at]?.checklist.id !== queue[at - 1]?.checklist.id

function Left({ open }: { open: number }) {
  if (open === 0) {
    return (
      <span className="queue-done">
        <span aria-hidden="true">✓</span>
        <span className="visually-hidden">{m['office.mappings.decided']()}</span>
      </span>
    )
  }
  return (
    <span className="queue-open">
      <span aria-hidden="true">{open}</span>
      <span className="visually-hidden">{m['office.mappings.openTies']({ count: open })}</span>
    </span>
  )
}
