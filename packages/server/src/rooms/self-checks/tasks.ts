import type { ResponseOf, selfChecks } from '@chuangcheng/contract'
import {
  type Actor,
  covers,
  isLate,
  may,
  Problem,
  type Scope,
  type Standing,
  scopeOf,
} from '@chuangcheng/domain'
import { explainRule, type Locale } from '@chuangcheng/messages'
import type { Reader } from '../../platform/database/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Criterion, listCriteria } from '../frameworks/index.ts'
import { findOrganizationSeat, findSelfCheck, listTaskRows, type SelfCheck, type TaskRow } from './queries.ts'

/** One criterion that one organization has to check (自查任务). */
export type Task = ResponseOf<typeof selfChecks.answerSelfCheck> & {
  /** the indicator at the top, or the criterion itself where none stands above it */
  readonly part: { readonly nodeId: string; readonly code: string; readonly text: string }
}

/** @throws Problem not-found */
export async function getSelfCheck(reader: Reader, id: string): Promise<SelfCheck> {
  const check = await findSelfCheck(reader, id)
  if (!check) throw new Problem('not-found', { what: 'selfCheck' })
  return check
}

/** The day whose duties count: today, or the day on which the self-check was closed. */
export const dayOf = ({ closedAt }: Pick<SelfCheck, 'closedAt'>, today: string): string =>
  closedAt === null ? today : localDay(new Date(closedAt))

export function isRowLate({ standing, planOn, firstOn }: TaskRow, dueOn: string, day: string): boolean {
  const answer = standing === null || firstOn === null ? null : { standing, planOn, firstOn }
  return isLate(answer, dueOn, day)
}

type Around = { readonly check: SelfCheck; readonly day: string; readonly locale: Locale }

function taskOf(row: TaskRow, criterion: Criterion, { check, day, locale }: Around): Task {
  const { id, code, text, above, points, rule } = criterion
  const top = above[0] ?? criterion
  return {
    criterionId: id,
    organization: row.organization,
    code,
    text,
    path: above.map((node) => node.text),
    points,
    ruleText: rule === null ? '' : explainRule(locale, rule),
    role: row.role,
    standing: row.standing,
    reason: row.reason ?? '',
    plan: row.plan ?? '',
    planOn: row.planOn,
    answeredByName: row.answeredByName,
    answeredAt: row.answeredAt,
    late: isRowLate(row, check.dueOn, day),
    revision: row.revision ?? 0,
    part: { nodeId: top.id, code: top.code, text: top.text },
  }
}

/** What belongs together, in the order of the first of each. */
export function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Rows as tasks, in the order of the tree, below each criterion by organization. */
export function tasksInOrder(
  rows: readonly TaskRow[],
  criteria: readonly Criterion[],
  around: Around,
): Task[] {
  const groups = groupsOf(rows, ({ criterionId }) => criterionId)
  return criteria.flatMap((criterion) =>
    (groups.get(criterion.id) ?? []).map((row) => taskOf(row, criterion, around)),
  )
}

/** Every task of a self-check in a scope. */
export async function readTasks(reader: Reader, scope: Scope, around: Around): Promise<Task[]> {
  const { check, day } = around
  const [rows, criteria] = await Promise.all([
    listTaskRows(reader, check, scope, day),
    listCriteria(reader, check.versionId),
  ])
  return tasksInOrder(rows, criteria, around)
}

type TaskQuery = {
  readonly organizationId?: string | undefined
  readonly nodeId?: string | undefined
  readonly standing?: Standing | 'missing' | 'late' | undefined
}

const matches = (task: Task, standing: TaskQuery['standing']): boolean => {
  if (standing === undefined) return true
  if (standing === 'late') return task.late
  return standing === 'missing' ? task.standing === null : task.standing === standing
}

/** An organization that the actor may look at here. @throws Problem not-found */
async function mustSee(reader: Reader, actor: Actor, organizationId: string): Promise<void> {
  const seat = await findOrganizationSeat(reader, organizationId)
  const belonging = { areaId: seat?.areaId ?? null, organizationIds: [organizationId] }
  if (!seat || !covers(scopeOf(actor, 'selfCheck.read'), belonging))
    throw new Problem('not-found', { what: 'organization' })
}

/**
 * Tasks with their answers. Without an organization: of all for which the actor may answer, or, where they may answer for none, of all
 * they may look at.
 * @throws Problem not-found
 */
export async function listTasks(
  reader: Reader,
  actor: Actor,
  { organizationId, nodeId, standing }: TaskQuery,
  around: Around,
): Promise<Task[]> {
  const { check, day } = around
  if (organizationId) await mustSee(reader, actor, organizationId)
  const scope = scopeOf(
    actor,
    !organizationId && may(actor, 'selfCheck.answer') ? 'selfCheck.answer' : 'selfCheck.read',
  )
  const [rows, criteria] = await Promise.all([
    listTaskRows(reader, check, scope, day, { organizationId }),
    listCriteria(reader, check.versionId),
  ])
  const chosen = nodeId
    ? criteria.filter(({ id, above }) => id === nodeId || above.some((node) => node.id === nodeId))
    : criteria
  return tasksInOrder(rows, chosen, around).filter((task) => matches(task, standing))
}

/** The row of one task. @throws Problem not-found, also when the organization is out of sight */
export async function getTaskRow(
  reader: Reader,
  actor: Actor,
  check: SelfCheck,
  task: { readonly organizationId: string; readonly criterionId: string },
  day: string,
): Promise<TaskRow> {
  await mustSee(reader, actor, task.organizationId)
  const [row] = await listTaskRows(reader, check, scopeOf(actor, 'selfCheck.read'), day, task)
  if (!row) throw new Problem('not-found', { what: 'selfCheckTask' })
  return row
}
