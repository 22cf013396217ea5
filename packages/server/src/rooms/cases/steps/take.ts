import type { CaseStanding, CaseStep, CaseTerms, CaseWorkflow } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import type { CaseAtHand } from './step-queries.ts'

/** What a case is dealt with by: the version of the workflow it was opened under. */
export function termsOf(
  workflows: ReadonlyMap<number, CaseWorkflow>,
  { workflowVersion, photoRequired }: Pick<CaseAtHand, 'workflowVersion' | 'photoRequired'>,
): CaseTerms {
  const workflow = workflows.get(workflowVersion)
  if (!workflow) throw new Error(`workflow ${workflowVersion} is not there`)
  return { workflow, photoRequired }
}

/** Leave the audit entry of a step: what the case was, and what it is now. */
export function noteStep(tx: Tx, before: CaseAtHand, step: CaseStep, after: CaseStanding): void {
  const { number, title } = before
  const { reason, photoIds } = step
  const of = ({ state, organizationId, dueAt }: CaseStanding) => ({
    number,
    title,
    state,
    organizationId,
    dueAt,
  })
  tx.record({
    action: `case.${step.step}`,
    subjectKind: 'case',
    subjectId: before.id,
    before: of(before),
    after: {
      ...of(after),
      ...(reason === '' ? {} : { reason }),
      ...(photoIds.length === 0 ? {} : { photoCount: photoIds.length }),
    },
  })
}
