import { countStandings, type Scope } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listTaskRows, type SelfCheck } from './queries.ts'
import { dayOf, groupsOf, type Task } from './tasks.ts'

/** A self-check as lists show it; counts are those of what the scope shows. */
export async function rowOf(reader: Reader, check: SelfCheck, scope: Scope, today: string) {
  const rows = await listTaskRows(reader, check, scope, dayOf(check, today))
  return rowWith(check, rows)
}

export const rowWith = (check: SelfCheck, tasks: readonly { readonly standing: unknown }[]) => ({
  ...check,
  taskCount: tasks.length,
  answeredCount: tasks.filter(({ standing }) => standing !== null).length,
})

const latest = (tasks: readonly Task[]): string | null =>
  tasks.reduce<string | null>(
    (last, { answeredAt }) =>
      answeredAt !== null && (last === null || answeredAt > last) ? answeredAt : last,
    null,
  )

/** The picture of a self-check (自查概况): as a whole, by part in the order of the tree, and by organization. */
export function pictureOf(check: SelfCheck, tasks: readonly Task[]) {
  const parts = [...groupsOf(tasks, ({ part }) => part.nodeId).values()].flatMap((own) =>
    own[0] ? [{ ...own[0].part, ...countStandings(own) }] : [],
  )
  const organizations = [...groupsOf(tasks, ({ organization }) => organization.id).values()].flatMap((own) =>
    own[0] ? [{ organization: own[0].organization, ...countStandings(own), lastAt: latest(own) }] : [],
  )
  return { selfCheck: rowWith(check, tasks), ...countStandings(tasks), parts, organizations }
}
