import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { stepInTree } from '../../shared/ui/tree-steps.ts'
import type { Score } from './score-queries.ts'
import { ScoreRow } from './score-row.tsx'
import { childrenOf, everythingOpen, linesOf, openAtFirst, type TreeLine } from './score-tree.ts'

const COLUMNS = ['points', 'earned', 'lost', 'open', 'coverage'] as const

/** The framework's tree with what every node earned, lost and has open; arrow keys go through it and fold it, Enter opens a node. */
export function TreeSheet({ score }: { score: Score }) {
  const children = useMemo(() => childrenOf(score.nodes), [score.nodes])
  const [open, setOpen] = useState(() => openAtFirst(children))
  const lines = useMemo(() => linesOf(children, open), [children, open])
  const toggle = (id: string, isOpen: boolean) =>
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)))
  const { body, currentId, setCurrentId, press } = useTreeKeys(lines, toggle)
  if (score.nodes.length === 0) return <EmptyState title={m['office.scores.emptyTree']()} />
  const isAllOpen = lines.length === score.nodes.length
  return (
    <>
      <div className="score-tools">
        <p className="score-hint">{m['office.scores.treeHint']()}</p>
        <Button size="small" onClick={() => setOpen(isAllOpen ? new Set() : everythingOpen(children))}>
          {isAllOpen ? m['office.scores.foldAll']() : m['office.scores.openAll']()}
        </Button>
      </div>
      <table className="score-table">
        <caption className="visually-hidden">{m['office.scores.view.tree']()}</caption>
        <thead>
          <tr>
            <th scope="col">{m['office.scores.node']()}</th>
            <th scope="col" className="score-rate">
              {m['office.scores.rate']()}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="score-number">
                {m[`office.scores.part.${column}`]()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {lines.map((line) => (
            <ScoreRow
              key={line.node.id}
              line={line}
              isCurrent={line.node.id === currentId}
              onToggle={toggle}
              onCurrent={setCurrentId}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function useTreeKeys(lines: readonly TreeLine[], toggle: (id: string, isOpen: boolean) => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [chosen, setCurrentId] = useState<string | null>(null)
  const place = Math.max(
    0,
    lines.findIndex(({ node }) => node.id === chosen),
  )
  const currentId = lines[place]?.node.id ?? null
  const goTo = (id: string) => {
    setCurrentId(id)
    body.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"] .score-text`)?.focus()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepInTree(lines, place, event.key)
    if (step === null) return
    if (step.goTo) goTo(step.goTo)
    if (step.toggle) toggle(step.toggle.id, step.toggle.open)
    event.preventDefault()
  }
  return { body, currentId, setCurrentId, press }
}
