import { DUTY_TARGETS } from '../duty/duty.ts'
import type { Answerable } from '../score/observed.ts'

/**
 * Where a case stands (案卷状态): 待分派 nobody has it · 待签收 · 整改中 · 待核查 · 已退回 · 已销号 · 已撤销.
 */
export const CASE_STATES = [
  'unassigned',
  'assigned',
  'accepted',
  'rectified',
  'returned',
  'closed',
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What is done with a case (办理步骤): 立案 · 立行立改 · 分派 · 签收 · 整改反馈 · 核查销号 · 退回重办 · 退回分派 · 撤销. */
export const CASE_STEPS = [
  'open',
  'fixOnSpot',
  'dispatch',
  'accept',
  'rectify',
  'close',
  'return',
  'decline',
  'withdraw',
] as const
export type CaseStepKind = (typeof CASE_STEPS)[number]

/**
 * Why a case went where it went (交办依据): the sort of duty that decided; with none, the site's register (属地、主管); with neither,
 * nobody, and it waits among the unassigned.
 */
export const HANDOVER_GROUNDS = [...DUTY_TARGETS, 'register', 'none'] as const
export type HandoverGround = (typeof HANDOVER_GROUNDS)[number]

/** One step in the life of a case (案卷步骤). Steps are only ever added; the case's row is what they fold to. */
export type CaseStep = {
  /** from 1 */
  readonly number: number
  readonly step: CaseStepKind
  /** the instant it holds for, ISO UTC; a case handed over without a network was opened in the past */
  readonly at: string
  /** null = the system */
  readonly actorId: string | null
  readonly reason: string
  /** of `open`: how it was found; of `rectify` and `fixOnSpot`: how it is now */
  readonly photoIds: readonly string[]
  /** to whom it went; null = to nobody */
  readonly organizationId: string | null
  /** a new deadline, ISO UTC; null = it stays */
  readonly dueAt: string | null
}

/** What the steps of a case come to (办理情况). */
export type CaseStanding = {
  readonly state: CaseState
  /** whose it is to put right; null = nobody's yet */
  readonly organizationId: string | null
  readonly openedAt: string
  readonly dueAt: string
  readonly acceptedAt: string | null
  /** when what stands for verification was reported; null while it is not, or was returned */
  readonly rectifiedAt: string | null
  readonly closedAt: string | null
  /** everybody who ever took it up or reported it: none of them verifies it */
  readonly handlerIds: readonly string[]
  readonly returnCount: number
  /** how many steps it took */
  readonly revision: number
}

/** States in which something has still to be put right: the deadline runs. */
export const RUNNING_STATES = [
  'unassigned',
  'assigned',
  'accepted',
  'returned',
] as const satisfies readonly CaseState[]

/** Whether the deadline has passed while something has still to be put right (逾期). `now` is ISO UTC. */
export const isOverdue = ({ state, dueAt }: Pick<CaseStanding, 'state' | 'dueAt'>, now: string): boolean =>
  RUNNING_STATES.some((running) => running === state) && Date.parse(dueAt) < Date.parse(now)

/** Whose the case is: the first that leads, else the first that is competent; who only supports is never handed a case. */
export const handedTo = (responsible: readonly Answerable[]): Answerable | null =>
  responsible.find(({ role }) => role === 'lead') ??
  responsible.find(({ role }) => role === 'competent') ??
  null
