import { Problem } from '../problem.ts'
import type { CaseStanding, CaseState, CaseStep } from './case.ts'
import { type CaseStepRule, type CaseWorkflow, ruleOf } from './workflow.ts'

/** What a case is dealt with by (办理规则): its version of the workflow, and whether it asks for a photo of how it is put right. */
export type CaseTerms = { readonly workflow: CaseWorkflow; readonly photoRequired: boolean }

type Ruled = { readonly rule: CaseStepRule; readonly before: CaseStanding | null; readonly step: CaseStep }

/** @throws Problem case.step-not-possible · changed-meanwhile */
function mustLeadOn({ rule, before, step }: Ruled): void {
  const possible = before === null ? rule.from.length === 0 : rule.from.includes(before.state)
  if (!possible) throw new Problem('case.step-not-possible', { step: step.step, state: before?.state ?? '' })
  if (step.number !== (before?.revision ?? 0) + 1) throw new Problem('changed-meanwhile', { what: 'case' })
}

/** @throws Problem case.reason-missing · case.photo-needed · case.verifier-is-handler · case.due-past */
function mustHoldItsDemands({ rule, before, step }: Ruled, photoRequired: boolean): void {
  if (rule.needsReason && step.reason.trim() === '') throw new Problem('case.reason-missing')
  if (rule.needsPhoto && photoRequired && step.photoIds.length === 0) throw new Problem('case.photo-needed')
  const isHandler = step.actorId !== null && before?.handlerIds.includes(step.actorId)
  if (rule.notTheHandler && isHandler) throw new Problem('case.verifier-is-handler')
  const isNewDeadline = before !== null && step.dueAt !== null
  if (isNewDeadline && Date.parse(step.dueAt) <= Date.parse(step.at)) throw new Problem('case.due-past')
}

function stateAfter({ rule, before, step }: Ruled): CaseState {
  const namesNobody = before === null && step.organizationId === null
  return namesNobody && rule.toWhenNobody !== null ? rule.toWhenNobody : rule.to
}

const withHandler = (handlerIds: readonly string[], actorId: string | null): readonly string[] =>
  actorId === null || handlerIds.includes(actorId) ? handlerIds : [...handlerIds, actorId]

function opened(step: CaseStep, state: CaseState): CaseStanding {
  if (step.dueAt === null) throw new Error('a case is opened with a deadline')
  return {
    state,
    organizationId: step.organizationId,
    openedAt: step.at,
    dueAt: step.dueAt,
    acceptedAt: null,
    rectifiedAt: null,
    closedAt: null,
    handlerIds: [],
    returnCount: 0,
    revision: 1,
  }
}

/** What a step changes beside state, deadline and count. */
function changesOf(
  before: CaseStanding,
  { step, at, actorId, organizationId }: CaseStep,
): Partial<CaseStanding> {
  const handlerIds = withHandler(before.handlerIds, actorId)
  switch (step) {
    case 'dispatch':
      return { organizationId, acceptedAt: null, rectifiedAt: null }
    case 'decline':
      return { organizationId: null, acceptedAt: null, rectifiedAt: null }
    case 'accept':
      return { acceptedAt: at, handlerIds }
    case 'rectify':
    case 'fixOnSpot':
      return { acceptedAt: before.acceptedAt ?? at, rectifiedAt: at, handlerIds }
    case 'return':
      return { rectifiedAt: null, returnCount: before.returnCount + 1 }
    case 'close':
    case 'withdraw':
      return { closedAt: at }
    case 'open':
      return {}
  }
}

/**
 * The case after a step: pure, so that a phone and the server come to the same, and the row can be made from the steps at any time.
 * @throws Problem case.step-not-possible · changed-meanwhile · case.reason-missing · case.photo-needed · case.verifier-is-handler ·
 *   case.due-past
 */
export function takeStep(terms: CaseTerms, before: CaseStanding | null, step: CaseStep): CaseStanding {
  const rule = ruleOf(terms.workflow, step.step)
  if (!rule) throw new Problem('case.step-not-possible', { step: step.step, state: before?.state ?? '' })
  const ruled = { rule, before, step }
  mustLeadOn(ruled)
  mustHoldItsDemands(ruled, terms.photoRequired)
  const state = stateAfter(ruled)
  if (before === null) return opened(step, state)
  const dueAt = step.dueAt ?? before.dueAt
  return { ...before, ...changesOf(before, step), state, dueAt, revision: step.number }
}

/** What all steps of a case come to, in their order. @throws Problem as takeStep, where they could not have been taken */
export function foldSteps(terms: CaseTerms, steps: readonly CaseStep[]): CaseStanding {
  const standing = steps.reduce<CaseStanding | null>((before, step) => takeStep(terms, before, step), null)
  if (standing === null) throw new Error('a case has at least the step that opened it')
  return standing
}
