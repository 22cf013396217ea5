import { type CaseStanding, type CaseWorkflow, foldSteps } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { termsOf } from './steps/take.ts'
import { type CaseWithSteps, listCasesWithSteps } from './verification-queries.ts'
import { readWorkflows } from './workflow-queries.ts'

const CASES_AT_ONCE = 500

/** A case whose row is not what its steps come to (案卷与步骤不符). */
export type CaseFault = {
  readonly caseId: string
  readonly number: string
  /** what the row says otherwise; none = its steps could not have been taken one after the other */
  readonly differing: readonly (keyof CaseStanding)[]
}

function differingOf(stored: CaseStanding, folded: CaseStanding): (keyof CaseStanding)[] {
  const keys = Object.keys(folded) as (keyof CaseStanding)[] // a record of exactly these
  return keys.filter((key) => JSON.stringify(stored[key]) !== JSON.stringify(folded[key]))
}

function faultsOf(workflows: ReadonlyMap<number, CaseWorkflow>, verified: CaseWithSteps): CaseFault[] {
  const { id: caseId, number, standing, steps } = verified
  try {
    const differing = differingOf(standing, foldSteps(termsOf(workflows, verified), steps))
    return differing.length === 0 ? [] : [{ caseId, number, differing }]
  } catch {
    // Rows changed behind the service may hold anything: whatever cannot be folded is a fault of the case, not of the looking.
    return [{ caseId, number, differing: [] }]
  }
}

/** Fold the steps of every case of a city anew and hold its row against them (案卷复核); some hundred cases at a time. */
export async function verifyCases(reader: Reader): Promise<{ caseCount: number; faults: CaseFault[] }> {
  const workflows = await readWorkflows(reader)
  const faults: CaseFault[] = []
  let caseCount = 0
  let lastId: string | null = null
  for (;;) {
    const cases: CaseWithSteps[] = await listCasesWithSteps(reader, lastId, CASES_AT_ONCE)
    caseCount += cases.length
    faults.push(...cases.flatMap((one) => faultsOf(workflows, one)))
    lastId = cases.at(-1)?.id ?? null
    if (lastId === null) return { caseCount, faults }
  }
}
