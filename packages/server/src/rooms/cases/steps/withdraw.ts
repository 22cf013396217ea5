import { Problem, takeStep } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { readWorkflows } from '../workflow-queries.ts'
import { type CaseAtHand, lockCasesOfSources, type Stepped, sendSteppedCases } from './step-queries.ts'
import { noteStep, termsOf } from './take.ts'

/**
 * Withdraw the cases of sources that turned out wrong (撤销): a visit was voided or corrected. What was closed stays as it is, and so does
 * what was withdrawn before.
 * @throws Problem case.reason-missing
 */
export async function withdrawCases(
  tx: Tx,
  { sourceIds, reason }: { readonly sourceIds: readonly string[]; readonly reason: string },
): Promise<void> {
  if (reason.trim() === '') throw new Problem('case.reason-missing')
  if (sourceIds.length === 0) return
  const [cases, workflows] = await Promise.all([lockCasesOfSources(tx, sourceIds), readWorkflows(tx)])
  if (cases.length === 0) return
  const stepped = cases.map((before): Stepped & { before: CaseAtHand } => {
    const step = {
      id: uuidv7(),
      number: before.revision + 1,
      step: 'withdraw' as const,
      at: tx.now,
      actorId: tx.author.userId,
      reason,
      photoIds: [],
      organizationId: null,
      dueAt: null,
    }
    return { id: before.id, before, step, after: takeStep(termsOf(workflows, before), before, step) }
  })
  sendSteppedCases(tx, stepped)
  for (const one of stepped) noteStep(tx, one.before, one.step, one.after)
}
