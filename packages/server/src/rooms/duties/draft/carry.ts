import type { Duty } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { insertDuties, listDutiesOfCriteria } from '../register/queries.ts'
import { deleteDutiesOfVersion } from './queries.ts'

/** A duty for a criterion of a draft, as an import has it. */
export type CriterionDuty = Pick<Duty, 'criterionId' | 'organizationId' | 'role' | 'share'>

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
  await insertDuties(
    tx,
    duties.map(({ criterionId, organizationId, role, share }) => ({
      id: uuidv7(),
      target: 'criterion',
      siteId: null,
      areaId: null,
      siteTypeId: null,
      category: null,
      criterionId,
      organizationId,
      role,
      share,
      validFrom,
      validTo: null,
    })),
  )
}

/**
 * Give the criteria of a new version the duties of those they continue (old id → new id): whatever holds today or later. They hold in the
 * new version from today on. Nothing is recorded here: it is part of making the version.
 * @returns how many were carried over
 */
export async function carryOverDuties(tx: Tx, continuedBy: ReadonlyMap<string, string>): Promise<number> {
  const today = localDay(new Date(tx.now))
  const duties = await listDutiesOfCriteria(tx, [...continuedBy.keys()], today)
  const carried = duties.flatMap(({ organization: _, targetName: __, revision: ___, ...duty }) => {
    const criterionId = continuedBy.get(duty.criterionId ?? '')
    if (criterionId === undefined) return []
    const validFrom = duty.validFrom < today ? today : duty.validFrom
    return [{ ...duty, id: uuidv7(), criterionId, validFrom }]
  })
  await insertDuties(tx, carried)
  return carried.length
}
