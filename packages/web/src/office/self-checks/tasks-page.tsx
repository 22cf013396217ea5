import '../../shared/ui/data-table.css'
import './self-checks.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useCallback, useState } from 'react'
import { localToday } from '../../shared/form/field-values.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay, useSession } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader, type Step } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { AnswerCard } from './answer-card.tsx'
import { keepAnswer, type SelfCheck, type Task, type TaskList, useTasks } from './self-check-queries.ts'
import { ANSWER_FILTERS, dueText, filterName } from './self-check-words.ts'
import { Progress } from './self-checks-page.tsx'
import type { TaskSearch } from './task-search.ts'
import { useAnswersOnly } from './use-answers-only.ts'

const route = getRouteApi('/frame/self-checks/$id/tasks')

/** The criteria of a self-check with what was answered: an organization answers here, the office reads. */
export function SelfCheckTasksPage() {
  const { id } = route.useParams()
  const filters = route.useSearch()
  const { data, error, isPending, refetch } = useTasks(id, filters)
  const may = useMay()
  const mayOpen = may('selfCheck.open')
  const answersOnly = useAnswersOnly()
  const trail: Step[] = [{ label: m['office.selfChecks.title'](), link: { to: '/self-checks' } }]
  if (!answersOnly) {
    trail.push({ label: m['office.selfChecks.picture'](), link: { to: '/self-checks/$id', params: { id } } })
  }
  return (
    <>
      <PageHeader
        title={data?.selfCheck.name ?? m['office.selfChecks.title']()}
        trail={trail}
        lead={data && (answersOnly ? m['office.selfChecks.tasksLead']() : narrowedTo(data, filters))}
      />
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
      {isPending && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={8} />
        </div>
      )}
      {data && (
        <Answers
          key={JSON.stringify(filters)}
          list={data}
          mayAnswer={may('selfCheck.answer')}
          mayOpen={mayOpen}
        />
      )}
    </>
  )
}

/** Whose answers, or those of which part, somebody has come to read. */
const narrowedTo = ({ items }: TaskList, { organizationId, nodeId }: TaskSearch): string | undefined => {
  if (organizationId) return items[0]?.organization.name
  return nodeId ? items[0]?.path[0] : undefined
}

type Props = { list: TaskList; mayAnswer: boolean; mayOpen: boolean }

function Answers({ list, mayAnswer, mayOpen }: Props) {
  const { selfCheck, items } = list
  const own = useSession()?.user.organization?.id
  const isOfSeveral = items.some(({ organization }) => organization.id !== (own ?? items[0]?.organization.id))
  // The office may answer for others, but only when it means to.
  const [isForOthers, setIsForOthers] = useState(false)
  const isOpen = selfCheck.closedAt === null
  const mayFill = mayAnswer && isOpen && (!mayOpen || isForOthers)
  return (
    <>
      <Bar selfCheck={selfCheck} items={items} />
      <Filters />
      {mayOpen && mayAnswer && isOpen && items.length > 0 && (
        <p className="tasks-for-others">
          <Checkbox checked={isForOthers} onChange={(event) => setIsForOthers(event.target.checked)}>
            {m['office.selfChecks.forOthers']()}
          </Checkbox>
        </p>
      )}
      {!isOpen && <p className="notice notice-hint tasks-closed">{m['office.selfChecks.closedHint']()}</p>}
      {items.length === 0 ? (
        <NothingHere />
      ) : (
        <Cards list={list} mayFill={mayFill} isOfSeveral={isOfSeveral} />
      )}
    </>
  )
}

/** How far one has come stays in sight while one goes down the cards. */
function Bar({ selfCheck, items }: { selfCheck: SelfCheck; items: readonly Task[] }) {
  const [today] = useState(() => localToday(new Date()))
  const { standing, nodeId, organizationId } = route.useSearch()
  // Of a narrowed list the page knows only what it shows.
  const isNarrowed = Boolean(standing ?? nodeId ?? organizationId)
  const answered = isNarrowed
    ? items.filter((task) => task.standing !== null).length
    : selfCheck.answeredCount
  const isPart = standing !== undefined && standing !== 'missing'
  return (
    <div className="sheet tasks-bar">
      {isPart ? (
        <span>{m['office.duties.criteria']({ count: formatCount(items.length) })}</span>
      ) : (
        <Progress answered={answered} tasks={isNarrowed ? items.length : selfCheck.taskCount} />
      )}
      <p className="tasks-due" role="status">
        {dueText(selfCheck, today)}
      </p>
    </div>
  )
}

function Filters() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const tabs = [undefined, ...ANSWER_FILTERS].map((standing) => ({
    label: standing ? filterName(standing) : m['office.selfChecks.everything'](),
    link: { to: '/self-checks/$id/tasks', params: { id }, search: { ...search, standing } } as const,
    current: search.standing === standing,
  }))
  return (
    <div className="tasks-filters">
      <LinkTabs label={m['office.selfChecks.filters']()} tabs={tabs} />
    </div>
  )
}

function NothingHere() {
  const { standing, organizationId, nodeId } = route.useSearch()
  const isNarrowed = Boolean(standing ?? organizationId ?? nodeId)
  return (
    <div className="sheet">
      {standing === 'missing' ? (
        <EmptyState
          title={m['office.selfChecks.allAnswered']()}
          hint={m['office.selfChecks.allAnsweredHint']()}
        />
      ) : isNarrowed ? (
        <EmptyState title={m['office.selfChecks.nothingFits']()} />
      ) : (
        <EmptyState
          title={m['office.selfChecks.noOwnTasks']()}
          hint={m['office.selfChecks.noOwnTasksHint']()}
        />
      )}
    </div>
  )
}

const keyOf = (task: Task): string => `${task.organization.id} ${task.criterionId}`

/** Brings the next card without an answer under the thumb, a moment after the answer has been seen. */
const PAUSE = 350
function goTo(key: string): void {
  setTimeout(() => {
    const card = document.querySelector<HTMLElement>(`[data-task="${CSS.escape(key)}"]`)
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    card?.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' })
  }, PAUSE)
}

type CardsProps = { list: TaskList; mayFill: boolean; isOfSeveral: boolean }

function Cards({ list, mayFill, isOfSeveral }: CardsProps) {
  const { id } = list.selfCheck
  const queries = useQueryClient()
  const { items } = list
  const onAnswered = useCallback(
    (answered: Task, wasFirst: boolean) => {
      keepAnswer(queries, id, answered)
      const place = items.findIndex((task) => keyOf(task) === keyOf(answered))
      const next = items.slice(place + 1).find((task) => task.standing === null)
      if (wasFirst && next) goTo(keyOf(next))
    },
    [queries, id, items],
  )
  return (
    <ul className="answers" aria-label={m['office.selfChecks.tasks']()}>
      {items.map((task) => (
        <li key={keyOf(task)} data-task={keyOf(task)} className="sheet answer">
          <AnswerCard
            selfCheckId={id}
            task={task}
            mayFill={mayFill}
            showOrganization={isOfSeveral}
            onAnswered={onAnswered}
          />
        </li>
      ))}
    </ul>
  )
}
