import { type CaseWorkflow, STARTING_WORKFLOW } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** Give a new city the workflow every city starts with. */
export async function startCaseWorkflow(tx: Tx): Promise<void> {
  const { version } = STARTING_WORKFLOW
  await tx.sql
    .insertInto('case_workflow')
    .values({ city_id: tx.cityId, version, definition: STARTING_WORKFLOW })
    .execute()
  tx.record({
    action: 'caseWorkflow.start',
    subjectKind: 'caseWorkflow',
    subjectId: null,
    before: null,
    after: { version },
  })
}

/** The versions of a city's workflow, by their numbers. */
export async function readWorkflows(reader: Reader): Promise<ReadonlyMap<number, CaseWorkflow>> {
  const rows = await reader.sql
    .selectFrom('case_workflow')
    .select(['version', 'definition'])
    .where('city_id', '=', reader.cityId)
    .execute()
  return new Map(rows.map(({ version, definition }) => [version, definition]))
}
