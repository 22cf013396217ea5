import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled'
import { STANDINGS, type Standing } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { memo, useState } from 'react'
import { isProblem } from '../../shared/api/api-problem.ts'
import { call } from '../../shared/api/client.ts'
import { formatMoment } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { AnswerFields, type Draft, draftOf, isReady } from './answer-fields.tsx'
import { forgetTasks, type Task } from './self-check-queries.ts'
import { standingName } from './self-check-words.ts'

type Props = {
  selfCheckId: string
  task: Task
  mayFill: boolean
  showOrganization: boolean
  onAnswered: (answered: Task, wasFirst: boolean) => void
}

/** One criterion and how the organization finds it: met takes one press, the others a reason. */
function Card(props: Props) {
  const { task, mayFill, showOrganization } = props
  const above = task.path.slice(1).join(' › ')
  return (
    <>
      <div className="answer-head">
        <span className="answer-code">{task.code}</span>
        {task.points !== null && <span>{m['office.taskSheet.points']({ points: String(task.points) })}</span>}
        {showOrganization && <strong>{task.organization.name}</strong>}
        {task.late && <StatusTag tone="alarm">{m['office.selfChecks.late']()}</StatusTag>}
      </div>
      {above !== '' && <p className="answer-path">{above}</p>}
      <p className="answer-text">{task.text}</p>
      {task.ruleText !== '' && (
        <p className="answer-rule">{m['office.taskSheet.rule']({ rule: task.ruleText })}</p>
      )}
      {mayFill ? <Answering {...props} /> : <Answered task={task} />}
    </>
  )
}

export const AnswerCard = memo(Card)

/** The answer as others read it. */
function Answered({ task }: { task: Task }) {
  if (task.standing === null) {
    return (
      <p>
        <StatusTag>{m['office.selfChecks.missing']()}</StatusTag>
      </p>
    )
  }
  return (
    <div className={`answer-said answer-said-${task.standing}`}>
      <p>
        <strong>{standingName(task.standing)}</strong>
      </p>
      <Reasons task={task} />
      <Signature task={task} />
    </div>
  )
}

function Reasons({ task }: { task: Task }) {
  return (
    <>
      {task.reason !== '' && <p>{m['office.selfChecks.reasonSaid']({ reason: task.reason })}</p>}
      {task.plan !== '' && (
        <p>{m['office.selfChecks.planSaid']({ plan: task.plan, day: task.planOn ?? '—' })}</p>
      )}
    </>
  )
}

function Signature({ task }: { task: Task }) {
  if (task.answeredAt === null) return null
  return (
    <p className="answer-signature">
      {m['office.selfChecks.saidBy']({
        name: task.answeredByName ?? '—',
        moment: formatMoment(task.answeredAt),
      })}
    </p>
  )
}

function Answering({ selfCheckId, task, onAnswered }: Props) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft | null>(null)
  const saving = useMutation({
    mutationFn: (said: Draft) =>
      call('answerSelfCheck', {
        params: { id: selfCheckId },
        body: {
          organizationId: task.organization.id,
          criterionId: task.criterionId,
          basedOn: task.revision,
          ...said,
        },
      }),
    onSuccess: (answered) => {
      setDraft(null)
      onAnswered(answered, task.standing === null)
    },
    onError: (error, said) => {
      // What was meant stays on the card, also the one press for what is met.
      setDraft(said)
      if (isProblem(error, 'changed-meanwhile')) void forgetTasks(queries, selfCheckId)
    },
  })
  const choose = (standing: Standing) => {
    saving.reset()
    const said = { ...(draft ?? draftOf(task)), standing }
    if (standing === 'met') saving.mutate({ ...said, reason: '', plan: '', planOn: null })
    else setDraft(said)
  }
  const shown = draft?.standing ?? (saving.isPending ? saving.variables.standing : task.standing)
  const isConflict = isProblem(saving.error, 'changed-meanwhile')
  return (
    <>
      <fieldset className="answer-choices">
        <legend className="visually-hidden">{m['office.selfChecks.howIsIt']({ code: task.code })}</legend>
        {STANDINGS.map((standing) => (
          <button
            key={standing}
            type="button"
            className={`answer-choice answer-choice-${standing}`}
            aria-pressed={shown === standing}
            disabled={saving.isPending}
            onClick={() => choose(standing)}
          >
            {standingName(standing)}
          </button>
        ))}
      </fieldset>
      {isConflict ? <Conflict task={task} /> : <ProblemNotice error={saving.error} />}
      {draft && (
        <form
          className="answer-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (isReady(draft)) saving.mutate(draft)
          }}
        >
          <AnswerFields draft={draft} onChange={setDraft} />
          <div className="answer-buttons">
            <Button onClick={() => setDraft(null)}>{m['office.form.cancel']()}</Button>
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!isReady(draft)}>
              {m['office.form.save']()}
            </Button>
          </div>
        </form>
      )}
      {!draft && task.standing !== null && (
        <div className="answer-kept">
          <Reasons task={task} />
          <p className="answer-saved" role="status">
            <CheckCircleFilled aria-hidden="true" /> {m['office.selfChecks.saved']()}
            <Signature task={task} />
          </p>
        </div>
      )}
    </>
  )
}

/** Somebody else answered while this was being typed: their answer is shown, one's own words stay. */
function Conflict({ task }: { task: Task }) {
  return (
    <div className="notice notice-hint" role="alert">
      <p className="notice-title">{m['office.selfChecks.changedMeanwhile']()}</p>
      {task.standing !== null && (
        <p>{m['office.selfChecks.changedTo']({ standing: standingName(task.standing) })}</p>
      )}
      <Reasons task={task} />
      <Signature task={task} />
    </div>
  )
}
