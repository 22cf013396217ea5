import { Problem } from '../problem.ts'

/** How an organization finds its criterion (自查结论): 达标 · 基本达标 · 未达标. */
export const STANDINGS = ['met', 'mostlyMet', 'unmet'] as const
export type Standing = (typeof STANDINGS)[number]

/** What an organization says of a criterion (自查结果); `planOn` is a local date. */
export type StandingSaid = {
  readonly standing: Standing
  readonly reason: string
  readonly plan: string
  readonly planOn: string | null
}

/**
 * Refuses what cannot stand: less than met needs a reason, not met also a plan and a day that has not passed.
 * @throws Problem self-check.reason-missing · self-check.plan-missing · self-check.plan-day-past
 */
export function mustBeReasoned({ standing, reason, plan, planOn }: StandingSaid, today: string): void {
  if (standing === 'met') return
  if (reason.trim() === '') throw new Problem('self-check.reason-missing')
  if (standing !== 'unmet') return
  if (plan.trim() === '' || planOn === null) throw new Problem('self-check.plan-missing')
  if (planOn < today) throw new Problem('self-check.plan-day-past', { day: planOn })
}

/** What was answered as far as time goes; null = nothing yet. `firstOn` is the local day of the first answer. */
export type AnswerInTime = Pick<StandingSaid, 'standing' | 'planOn'> & { readonly firstOn: string }

/**
 * Whether something is late (逾期): first answered after the due day, or missing after it, or a plan whose day has passed while the
 * criterion is still not met.
 */
export function isLate(answer: AnswerInTime | null, dueOn: string, today: string): boolean {
  if (answer === null) return today > dueOn
  const planPassed = answer.standing === 'unmet' && answer.planOn !== null && answer.planOn < today
  return answer.firstOn > dueOn || planPassed
}

/** The picture of a self-check (自查概况), of all tasks or some. */
export type StandingCounts = {
  readonly taskCount: number
  readonly metCount: number
  readonly mostlyMetCount: number
  readonly unmetCount: number
  readonly missingCount: number
  readonly lateCount: number
}

/** Counts tasks by what was answered; a task may be late beside that. */
export function countStandings(
  tasks: readonly { readonly standing: Standing | null; readonly late: boolean }[],
): StandingCounts {
  const count = (standing: Standing | null) => tasks.filter((task) => task.standing === standing).length
  return {
    taskCount: tasks.length,
    metCount: count('met'),
    mostlyMetCount: count('mostlyMet'),
    unmetCount: count('unmet'),
    missingCount: count(null),
    lateCount: tasks.filter(({ late }) => late).length,
  }
}
