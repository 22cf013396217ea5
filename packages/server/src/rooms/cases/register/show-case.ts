import type { cases, ResponseOf } from '@chuangcheng/contract'
import { type Actor, covers, may, Problem, scopeOf, stepsOffered } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { belongingFor, isSeen } from '../steps/belonging.ts'
import { type CaseAtHand, type CaseStepRow, findCaseAtHand, listSteps } from '../steps/step-queries.ts'
import { termsOf } from '../steps/take.ts'
import { readWorkflows } from '../workflow-queries.ts'
import { findCaseSheet } from './case-queries.ts'

type Detail = ResponseOf<typeof cases.getCase>

/** A case as far as the actor may look at it. @throws Problem not-found, also for what lies out of sight */
export async function getCaseAtHand(reader: Reader, actor: Actor, id: string): Promise<CaseAtHand> {
  const found = await findCaseAtHand(reader, id)
  if (!found || !isSeen(actor, found)) throw new Problem('not-found', { what: 'case' })
  return found
}

/**
 * Steps as they are told. Who found it stays with those who give cases away: an inspector may have come unannounced, and the
 * organization has to do with the finding and not with the person.
 */
function toldSteps(steps: readonly CaseStepRow[], tellsInspector: boolean): Detail['steps'] {
  return steps.map(
    ({ number, step, at, actorName, organizationId, organizationName, dueAt, reason, photoIds }) => {
      const byInspector = step === 'open' || step === 'fixOnSpot'
      return {
        number,
        step,
        at,
        actorName: byInspector && !tellsInspector ? null : actorName,
        organization: organizationId === null ? null : { id: organizationId, name: organizationName ?? '' },
        dueAt,
        reason,
        photoIds: [...photoIds],
      }
    },
  )
}

/** The page of a case: what it is, what was done, and what the actor may do now. @throws Problem not-found */
export async function showCase(reader: Reader, actor: Actor, id: string, now: string): Promise<Detail> {
  const [atHand, sheet, steps, workflows] = await Promise.all([
    getCaseAtHand(reader, actor, id),
    findCaseSheet(reader, id, now),
    listSteps(reader, [id]),
    readWorkflows(reader),
  ])
  if (!sheet) throw new Problem('not-found', { what: 'case' })
  const { workflow } = termsOf(workflows, atHand)
  const may_ = (permission: Parameters<typeof may>[1]) =>
    covers(scopeOf(actor, permission), belongingFor(permission, atHand))
  return {
    ...sheet,
    responsible: [...sheet.responsible],
    roundId: may(actor, 'round.read') ? sheet.roundId : null,
    steps: toldSteps(steps, may_('case.dispatch')),
    mayTake: stepsOffered(workflow, atHand, { userId: actor.userId, may: may_ }),
  }
}
