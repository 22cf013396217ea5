import {
  type Actor,
  mustBeReasoned,
  mustCover,
  mustCoverCity,
  Problem,
  type StandingSaid,
} from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Tx } from '../../platform/database/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { getVersion, listCriteria } from '../frameworks/index.ts'
import {
  findSelfCheck,
  findSelfCheckLocked,
  insertSelfCheck,
  type NewSelfCheck,
  type SelfCheck,
  saveAnswer,
  saveSelfCheck,
  type TaskRow,
} from './queries.ts'
import { dayOf, getSelfCheck, getTaskRow, type Task, tasksInOrder } from './tasks.ts'

const noted = ({ name, version, dueOn, closedAt }: SelfCheck) => ({ name, version, dueOn, closedAt })

function mustBeAhead(dueOn: string, today: string): void {
  if (dueOn < today) throw new Problem('self-check.due-past', { day: dueOn })
}

/**
 * Ask every leading organization of a published version to check its criteria until a day; a request that is repeated gets the first
 * answer.
 * @throws Problem access.out-of-scope · duplicate · not-found · framework.not-published · self-check.due-past
 */
export async function openSelfCheck(tx: Tx, actor: Actor, order: NewSelfCheck): Promise<SelfCheck> {
  mustCoverCity(actor, 'selfCheck.open')
  const known = await findSelfCheck(tx, order.id)
  if (known) {
    const isSame = (['versionId', 'name', 'dueOn'] as const).every((field) => known[field] === order[field])
    if (isSame) return known
    throw new Problem('duplicate', { what: 'id', value: order.id })
  }
  const version = await getVersion(tx, order.versionId)
  if (version.state !== 'published') throw new Problem('framework.not-published', { name: version.label })
  mustBeAhead(order.dueOn, localDay(new Date(tx.now)))
  await insertSelfCheck(tx, order)
  const after = await getSelfCheck(tx, order.id)
  tx.record({
    action: 'selfCheck.open',
    subjectKind: 'selfCheck',
    subjectId: after.id,
    before: null,
    after: noted(after),
  })
  return after
}

type SelfCheckChange = {
  readonly basedOn: number
  readonly name?: string | undefined
  readonly dueOn?: string | undefined
  readonly closed?: boolean | undefined
}

function closedAtAfter({ closedAt }: SelfCheck, closed: boolean | undefined, now: string): string | null {
  if (closed === undefined || closed === (closedAt !== null)) return closedAt
  return closed ? now : null
}

/**
 * Change name or day, close, or open again.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · duplicate · self-check.due-past
 */
export async function changeSelfCheck(
  tx: Tx,
  actor: Actor,
  id: string,
  change: SelfCheckChange,
): Promise<SelfCheck> {
  const before = await findSelfCheckLocked(tx, id)
  if (!before) throw new Problem('not-found', { what: 'selfCheck' })
  mustCoverCity(actor, 'selfCheck.open')
  if (before.revision !== change.basedOn) throw new Problem('changed-meanwhile', { what: 'selfCheck' })
  const dueOn = change.dueOn ?? before.dueOn
  if (dueOn !== before.dueOn) mustBeAhead(dueOn, localDay(new Date(tx.now)))
  const closedAt = closedAtAfter(before, change.closed, tx.now)
  await saveSelfCheck(tx, { id, name: change.name ?? before.name, dueOn, closedAt })
  const after = await getSelfCheck(tx, id)
  tx.record({
    action: 'selfCheck.change',
    subjectKind: 'selfCheck',
    subjectId: id,
    before: noted(before),
    after: noted(after),
  })
  return after
}

type Answer = StandingSaid & {
  readonly organizationId: string
  readonly criterionId: string
  readonly basedOn: number
}

const saysTheSame = (row: TaskRow, said: Answer): boolean =>
  (['standing', 'reason', 'plan', 'planOn'] as const).every((field) => row[field] === said[field])

/** Whether the answer was written before, by the same request. @throws Problem changed-meanwhile */
function isRepeated(row: TaskRow, said: Answer): boolean {
  const revision = row.revision ?? 0
  if (revision === said.basedOn) return false
  if (revision === said.basedOn + 1 && saysTheSame(row, said)) return true
  throw new Problem('changed-meanwhile', { what: 'selfCheckTask' })
}

const notedAnswer = ({ standing, reason, plan, planOn, organization }: Task) => ({
  organization,
  standing,
  reason,
  plan,
  planOn,
})

/**
 * Say how an organization finds its criterion. Whoever may answer for the organization answers; the office may for any.
 * @throws Problem not-found · access.out-of-scope · changed-meanwhile · self-check.*
 */
export async function answerSelfCheck(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Answer,
  locale: Locale,
): Promise<Task> {
  // Locked: two answers to one task, or an answer and the closing, come one after another.
  const check = await findSelfCheckLocked(tx, id)
  if (!check) throw new Problem('not-found', { what: 'selfCheck' })
  const today = localDay(new Date(tx.now))
  const around = { check, day: dayOf(check, today), locale }
  const row = await getTaskRow(tx, actor, check, said, around.day)
  mustCover(actor, 'selfCheck.answer', {
    areaId: row.organizationAreaId,
    organizationIds: [said.organizationId],
  })
  if (check.closedAt !== null) throw new Problem('self-check.closed', { name: check.name })
  const criteria = (await listCriteria(tx, check.versionId)).filter((one) => one.id === said.criterionId)
  const before = onlyTask(tasksInOrder([row], criteria, around))
  if (isRepeated(row, said)) return before
  mustBeReasoned(said, today)
  await saveAnswer(tx, { selfCheckId: id, ...said }, said, today)
  const written = await getTaskRow(tx, actor, check, said, around.day)
  const after = onlyTask(tasksInOrder([written], criteria, around))
  const name = `${after.code} ${after.text}`
  tx.record({
    action: 'selfCheck.answer',
    subjectKind: 'selfCheck',
    subjectId: id,
    before: row.revision === null ? null : { name, ...notedAnswer(before) },
    after: { name, ...notedAnswer(after) },
  })
  return after
}

function onlyTask(tasks: readonly Task[]): Task {
  const [task] = tasks
  if (!task) throw new Problem('not-found', { what: 'selfCheckTask' })
  return task
}
