import { m } from '@chuangcheng/messages'
import { useEffect, useRef } from 'react'
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
          <li key={item.itemId} className={isFirst(queue, at) ? 'queue-first' : undefined}>
            {isFirst(queue, at) && <p className="queue-checklist">{item.checklist.name}</p>}
            <button
              type="button"
              data-item={item.itemId}
              className={item.itemId === currentId ? 'queue-row queue-row-current' : 'queue-row'}
              aria-current={item.itemId === currentId ? 'true' : undefined}
              onClick={() =>
                onChoose({ itemId: item.itemId, criterionId: item.ties[0]?.criterionId ?? null })
              }
            >
              <span className="queue-text">{item.itemText}</span>
              <Left open={item.ties.filter((tie) => stateOf(tie) === 'guess').length} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

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
