import { m } from '@chuangcheng/messages'
import { type ReactNode, useEffect, useRef } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { Panel } from '../../../shared/ui/panel.tsx'
import type { FrameworkNode } from '../framework-queries.ts'
import type { Forest } from '../framework-tree.ts'
import type { Queue } from './use-queue.ts'

type Props = {
  title: string
  queue: Queue
  forest: Forest<FrameworkNode>
  /** Above the list: what can be done with many at once. */
  many?: ReactNode
  /** The form for the current one. */
  children: ReactNode
}

/** What is to be gone through on the left, ticked off as one goes; the current one on the right. */
export function QueueSheet({ title, queue, forest, many, children }: Props) {
  const done = queue.ids.filter((id) => !queue.open.has(id)).length
  return (
    <>
      {many}
      <div className="queue">
        <Panel
          title={title}
          aside={
            <span className="queue-progress" role="status">
              {m['office.frameworks.guide.progress']({
                done: formatCount(done),
                count: formatCount(queue.ids.length),
              })}
            </span>
          }
          flush
        >
          <progress
            className="queue-bar"
            max={queue.ids.length}
            value={done}
            aria-label={m['office.frameworks.guide.progressLabel']()}
          />
          <QueueList queue={queue} forest={forest} />
        </Panel>
        <div className="sheet queue-card">{children}</div>
      </div>
    </>
  )
}

function QueueList({ queue, forest }: Pick<Props, 'queue' | 'forest'>) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const line = list.current?.children[queue.place]
    // Only the list itself is scrolled: the page stays where the reader is.
    if (line instanceof HTMLElement && list.current) {
      list.current.scrollTop = line.offsetTop - list.current.clientHeight / 3
    }
  }, [queue.place])
  return (
    <ol ref={list} className="queue-list">
      {queue.ids.map((id) => {
        const node = forest.byId.get(id)
        if (!node) return null
        const open = queue.open.has(id)
        return (
          <li key={id}>
            <button
              type="button"
              className={open ? 'queue-line' : 'queue-line queue-line-done'}
              aria-current={id === queue.current ? 'true' : undefined}
              onClick={() => queue.go(id)}
            >
              <span className="queue-mark" aria-hidden="true">
                {open ? '' : '✓'}
              </span>
              <span className="flaw-code">{node.code}</span>
              <span className="queue-text">{node.text}</span>
              {!open && <span className="visually-hidden">{m['office.frameworks.guide.done']()}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
