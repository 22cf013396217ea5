import {
  type Actor,
  type CaseStepKind,
  type CaseWorkflow,
  mustCover,
  Problem,
  ruleOf,
  takeStep,
} from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { listOwnPictures } from '../../files/index.ts'
import type { WrittenStep } from '../opening/opening-queries.ts'
import { readWorkflows } from '../workflow-queries.ts'
import { belongingFor, isSeen } from './belonging.ts'
import { listReceivers, type Receiver } from './organization-queries.ts'
import {
  type CaseAtHand,
  type CaseStepRow,
  listSteps,
  lockCases,
  type Stepped,
  sendSteppedCases,
} from './step-queries.ts'
import { noteStep, termsOf } from './take.ts'

/** A step as somebody asks for it: made by the client, and based on the revision they saw. */
export type AskedStep = {
  readonly id: string
  readonly stepId: string
  readonly basedOn: number
  readonly reason?: string | undefined
  readonly photoIds?: readonly string[] | undefined
  readonly organizationId?: string | undefined
  readonly dueAt?: string | undefined
}

/** What steps are decided by, read under the lock of their cases. */
type Ground = {
  readonly cases: ReadonlyMap<string, CaseAtHand>
  readonly steps: readonly CaseStepRow[]
  readonly workflows: ReadonlyMap<number, CaseWorkflow>
  readonly receivers: ReadonlyMap<string, Receiver>
  readonly ownPictures: ReadonlySet<string>
}

async function readGround(tx: Tx, asked: readonly AskedStep[]): Promise<Ground> {
  const ids = asked.map(({ id }) => id)
  const receiverIds = asked.flatMap(({ organizationId }) => organizationId ?? [])
  // Asked at the same moment they travel together, in this order: everything is read behind the lock.
  const [cases, steps, workflows, receivers, pictures] = await Promise.all([
    lockCases(tx, ids),
    listSteps(tx, ids),
    readWorkflows(tx),
    listReceivers(tx, receiverIds, localDay(new Date(tx.now))),
    listOwnPictures(
      tx,
      tx.author.userId,
      asked.flatMap(({ photoIds }) => photoIds ?? []),
    ),
  ])
  return {
    cases: new Map(cases.map((one) => [one.id, one])),
    steps,
    workflows,
    receivers,
    ownPictures: new Set(pictures),
  }
}

const writtenStep = (
  tx: Tx,
  kind: CaseStepKind,
  { revision }: CaseAtHand,
  asked: AskedStep,
): WrittenStep => ({
  id: asked.stepId,
  number: revision + 1,
  step: kind,
  at: tx.now,
  actorId: tx.author.userId,
  reason: asked.reason?.trim() ?? '',
  photoIds: asked.photoIds ?? [],
  organizationId: asked.organizationId ?? null,
  dueAt: asked.dueAt === undefined ? null : new Date(asked.dueAt).toISOString(),
})

const wordsOf = ({ step, actorId, reason, photoIds, organizationId, dueAt }: WrittenStep): string =>
  JSON.stringify([step, actorId, reason, photoIds, organizationId, dueAt])

/** Whether the step was taken before, by the same request. @throws Problem duplicate */
function isRepeated({ steps }: Ground, step: WrittenStep, caseId: string): boolean {
  const known = steps.find((one) => one.caseId === caseId && one.id === step.id)
  if (!known) return false
  if (wordsOf(known) === wordsOf(step)) return true
  throw new Problem('duplicate', { what: 'id', value: step.id })
}

/** @throws Problem not-found · case.organization-ended */
function mustBeReceiver({ receivers }: Ground, organizationId: string | null): void {
  if (organizationId === null) return
  const receiver = receivers.get(organizationId)
  if (!receiver) throw new Problem('not-found', { what: 'organization' })
  if (!receiver.holds) throw new Problem('case.organization-ended', { name: receiver.name })
}

type Decided = Stepped & { readonly before: CaseAtHand }

/** Decide one step; null = it was taken before. @throws Problem as advanceCase */
function decideStep(
  tx: Tx,
  actor: Actor,
  kind: CaseStepKind,
  asked: AskedStep,
  ground: Ground,
): Decided | null {
  const before = ground.cases.get(asked.id)
  if (!before || !isSeen(actor, before)) throw new Problem('not-found', { what: 'case' })
  const step = writtenStep(tx, kind, before, asked)
  if (isRepeated(ground, step, before.id)) return null
  if (before.revision !== asked.basedOn) throw new Problem('changed-meanwhile', { what: 'case' })
  const terms = termsOf(ground.workflows, before)
  const permission = ruleOf(terms.workflow, kind)?.permission
  if (permission) mustCover(actor, permission, belongingFor(permission, before))
  mustBeReceiver(ground, step.organizationId)
  if (!step.photoIds.every((id) => ground.ownPictures.has(id))) throw new Problem('case.photo-unknown')
  const { id } = before
  return { id, before, step, after: takeStep(terms, before, step) }
}

function write(tx: Tx, decided: readonly Decided[]): void {
  if (decided.length === 0) return
  sendSteppedCases(tx, decided)
  for (const { before, step, after } of decided) noteStep(tx, before, step, after)
}

/**
 * Take a step with a case. The same step sent again changes nothing; of two who want different things, the second learns that something
 * changed meanwhile.
 * @throws Problem not-found · duplicate · changed-meanwhile · access.out-of-scope · case.*
 */
export async function advanceCase(tx: Tx, actor: Actor, kind: CaseStepKind, asked: AskedStep): Promise<void> {
  const decided = decideStep(tx, actor, kind, asked, await readGround(tx, [asked]))
  write(tx, decided ? [decided] : [])
}

/** Give many cases away: those that can go, go; of the others the answer tells why not. Each case may be named once. */
export async function dispatchCases(
  tx: Tx,
  actor: Actor,
  asked: readonly AskedStep[],
): Promise<{ readonly id: string; readonly problem: Problem | null }[]> {
  const ground = await readGround(tx, asked)
  const decided = new Map<string, Decided>()
  const answers = asked.map((one) => {
    try {
      if (decided.has(one.id)) throw new Problem('changed-meanwhile', { what: 'case' })
      const step = decideStep(tx, actor, 'dispatch', one, ground)
      if (step) decided.set(one.id, step)
      return { id: one.id, problem: null }
    } catch (error) {
      if (error instanceof Problem) return { id: one.id, problem: error }
      throw error
    }
  })
  write(tx, [...decided.values()])
  return answers
}
