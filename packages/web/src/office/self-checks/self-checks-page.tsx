import './self-checks.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../shared/form/field-values.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { CardStates } from '../../shared/ui/list-states.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { ProgressLine } from '../../shared/ui/progress-line.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { wholeList } from '../../shared/ui/use-keyset-list.ts'
import { OpenSelfCheckDrawer } from './self-check-drawers.tsx'
import { type SelfCheck, useSelfChecks } from './self-check-queries.ts'
import { dueText } from './self-check-words.ts'
import { useAnswersOnly } from './use-answers-only.ts'

/** The desk self-checks (书面自查): what is asked now, and what was asked before. */
export function SelfChecksPage() {
  const list = wholeList(useSelfChecks())
  const mayOpen = useMay()('selfCheck.open')
  const answersOnly = useAnswersOnly()
  const [isOpening, setIsOpening] = useState(false)
  const open = mayOpen && (
    <Button type="primary" onClick={() => setIsOpening(true)}>
      {m['office.selfChecks.open']()}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={m['office.selfChecks.title']()}
        lead={answersOnly ? m['office.selfChecks.leadAnswer']() : m['office.selfChecks.lead']()}
        actions={open}
      />
      <CardStates
        list={list}
        empty={
          <EmptyState
            title={m['office.selfChecks.none']()}
            hint={mayOpen ? m['office.selfChecks.noneHint']() : m['office.selfChecks.noneAnswerHint']()}
          />
        }
      >
        <ul className="self-checks">
          {list.rows.map((selfCheck) => (
            <SelfCheckCard key={selfCheck.id} selfCheck={selfCheck} />
          ))}
        </ul>
      </CardStates>
      {isOpening && <OpenSelfCheckDrawer onClose={() => setIsOpening(false)} />}
    </>
  )
}

function SelfCheckCard({ selfCheck }: { selfCheck: SelfCheck }) {
  const { id, name, version, dueOn, closedAt, taskCount, answeredCount } = selfCheck
  const [today] = useState(() => localToday(new Date()))
  const answersOnly = useAnswersOnly()
  const isOver = closedAt === null && dueOn < today && answeredCount < taskCount
  return (
    <li className="sheet self-check">
      <div className="self-check-text">
        <p className="self-check-name">
          <Link to={answersOnly ? '/self-checks/$id/tasks' : '/self-checks/$id'} params={{ id }}>
            {name}
          </Link>
          <StatusTag tone={closedAt !== null ? 'plain' : isOver ? 'alarm' : 'active'}>
            {dueText(selfCheck, today)}
          </StatusTag>
        </p>
        <p className="self-check-detail">
          {m['office.selfChecks.about']({
            version: `${version.frameworkName} ${version.label}`,
            day: dueOn,
          })}
        </p>
      </div>
      <Progress answered={answeredCount} tasks={taskCount} />
    </li>
  )
}

export function Progress({ answered, tasks }: { answered: number; tasks: number }) {
  const text = m['office.selfChecks.answered']({ count: formatCount(answered), whole: formatCount(tasks) })
  return <ProgressLine done={answered} whole={tasks} text={text} />
}
