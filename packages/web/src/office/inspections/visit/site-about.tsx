import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatDay } from '../../../shared/language/format.ts'
import { useMedia } from '../../../shared/ui/use-media.ts'
import { whereWords } from '../tasks/where-words.ts'
import type { AskedChecklist, Assignment } from './assignment-queries.ts'
import { PositionRow } from './position-row.tsx'
import type { TakenPosition } from './visit-draft.ts'

type Props = {
  assignment: Assignment
  asked: AskedChecklist
  taken: TakenPosition | null
  onTake: (position: TakenPosition | null) => void
}

/** What one should know before looking: where it is, how this kind of site is looked at, and what was wrong the last time. */
export function SiteAbout({ assignment, asked, taken, onTake }: Props) {
  const { site, before } = assignment
  const [last] = before
  const hasKeys = useMedia('(min-width: 1024px) and (hover: hover)')
  const where = whereWords(site)
  return (
    <>
      <section className="sheet visit-site" aria-label={m['office.visit.about']()}>
        {where && <p className="visit-where">{where}</p>}
        <PositionRow site={site.position} taken={taken} onTake={onTake} />
        {asked.protocol && (
          <Folded title={m['office.visit.protocol']()} brief={asked.protocol}>
            <p className="visit-protocol">{asked.protocol}</p>
          </Folded>
        )}
        {last && (
          <Folded
            title={m['office.visit.lastTime']()}
            brief={
              last.failedItems.length === 0
                ? m['office.visit.lastFine']({ day: formatDay(last.finishedAt) })
                : m['office.visit.lastFailed']({
                    day: formatDay(last.finishedAt),
                    count: last.failedItems.length,
                  })
            }
          >
            <ul className="visit-last">
              {last.failedItems.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
            <Link to="/visits/$id" params={{ id: last.visitId }}>
              {m['office.visit.lastOpen']()}
            </Link>
          </Folded>
        )}
      </section>
      {hasKeys && <KeysHelp />}
    </>
  )
}

type FoldedProps = { title: string; brief: string; children: ReactNode }

/** One line of it in sight; all of it a press away. */
function Folded({ title, brief, children }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="visit-folded" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <b>{title}</b> <span>{isOpen ? '' : brief}</span>
      </summary>
      {children}
    </details>
  )
}

function KeysHelp() {
  const keys = [
    { keys: ['↑', '↓'], does: m['office.visit.key.step']() },
    { keys: ['1', '2'], does: m['office.visit.key.choose']() },
    { keys: ['0', '–', '9'], does: m['office.visit.key.count']() },
    { keys: ['X'], does: m['office.checklists.preview.notApplicable']() },
    { keys: ['Enter'], does: m['office.visit.key.write']() },
    { keys: ['Esc'], does: m['office.visit.key.leave']() },
  ]
  return (
    <dl className="visit-keys" aria-label={m['office.visit.keys']()}>
      {keys.map((line) => (
        <div key={line.does}>
          <dt>
            {line.keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}
          </dt>
          <dd>{line.does}</dd>
        </div>
      ))}
    </dl>
  )
}
