import type { Tx } from '../../../platform/database/database.ts'
import { newIds } from '../../../platform/database/new-ids.ts'
import { localDay } from '../../../platform/local-day.ts'
import { insertDuties, listDutiesOfCriteria } from '../register/queries.ts'
import { type CriterionDuty, deleteDutiesOfVersion, insertCriterionDuties } from './queries.ts'

export type { CriterionDuty } from './queries.ts'

/**
 * Put these duties in the place of all that the draft's criteria have. Nothing is recorded here: it is part of the import, whose entry
 * stands in the audit log.
 */
export async function replaceDutiesOf(
  tx: Tx,
  versionId: string,
  duties: readonly CriterionDuty[],
  validFrom: string = localDay(new Date(tx.now)),
): Promise<void> {
  await deleteDutiesOfVersion(tx, versionId)
  await insertCriterionDuties(tx, validFrom, duties)
}

/**
 * Give the criteria of a new version the duties of those they continue (old id → new id): whatever holds today or later. They hold in the
 * new version from today on. Nothing is recorded here: it is part of making the version.
 * @returns how many were carried over
 */
export async function carryOverDuties(tx: Tx, continuedBy: ReadonlyMap<string, string>): Promise<number> {
  const today = localDay(new Date(tx.now))
  const duties = await listDutiesOfCriteria(tx, [...continuedBy.keys()], today)
  const nextId = newIds(duties.length)
  const carried = duties.flatMap((row) => {
    const { organization: _, targetName: __, revision: ___, ...duty } = row
    const criterionId = continuedBy.get(duty.criterionId ?? '')
    if (criterionId === undefined) return []
    const validFrom = [duty.validFrom, today].toSorted().at(-1) ?? today
    return [{ ...duty, id: nextId(), criterionId, validFrom }]
  })
  await insertDuties(tx, carried)
  return carried.length
}
