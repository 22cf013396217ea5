import {
  type Actor,
  byId,
  type Duty,
  type DutyRole,
  mustCoverCity,
  Problem,
  pathTo,
  type TreeNode,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { dayBefore } from '../../../platform/local-day.ts'
import { getVersion, listPlaces } from '../../frameworks/index.ts'
import {
  type DutyRow,
  deleteDuties,
  endDuties,
  insertDuties,
  listDutiesById,
  listDutiesOfCriteria,
  lockOrganizations,
} from './queries.ts'
import { recordDuty } from './record.ts'

type Assignment = {
  readonly nodeIds: readonly string[]
  readonly organizations: readonly { readonly id: string; readonly share: number | null }[]
  readonly role: DutyRole
  readonly replace: boolean
  readonly validFrom: string
  readonly validTo: string | null
}

/** The criteria among these nodes and below them. @throws Problem not-found when a node is of another version */
function criteriaBelow(places: readonly TreeNode[], nodeIds: readonly string[]): string[] {
  const placesById = byId(places)
  const chosen = new Set(nodeIds)
  if (nodeIds.some((id) => !placesById.has(id))) throw new Problem('not-found', { what: 'criterion' })
  return places
    .filter(
      ({ kind, id }) => kind === 'criterion' && pathTo(placesById, id).some((node) => chosen.has(node.id)),
    )
    .map(({ id }) => id)
}

/** @throws Problem not-found · duty.organization-ended · validity.reversed */
async function mustBeAssignable(tx: Tx, { organizations, validFrom, validTo }: Assignment): Promise<void> {
  if (validTo !== null && validTo < validFrom)
    throw new Problem('validity.reversed', { from: validFrom, to: validTo })
  const ids = [...new Set(organizations.map(({ id }) => id))]
  const holders = await lockOrganizations(tx, ids)
  if (holders.size < ids.length) throw new Problem('not-found', { what: 'organization' })
  for (const { name, validTo: lastDay } of holders.values())
    if (lastDay !== null && lastDay < validFrom)
      throw new Problem('duty.organization-ended', { name, day: lastDay })
}

/**
 * What of the standing duties gives way: what these organizations are to the criterion otherwise, since nobody is two things to one, and
 * with `replace` everybody who has the role. A duty that already says the same stays.
 */
function givesWay(standing: DutyRow, assignment: Assignment): boolean {
  const { role, replace, validFrom, validTo, organizations } = assignment
  if (validTo !== null && standing.validFrom > validTo) return false
  const assigned = organizations.find(({ id }) => id === standing.organizationId)
  if (!assigned) return replace && standing.role === role
  const saysTheSame =
    standing.role === role &&
    standing.share === assigned.share &&
    standing.validFrom <= validFrom &&
    standing.validTo === validTo
  return !saysTheSame
}

/** End what has held by the day before, and delete what has not. */
async function end(tx: Tx, duties: readonly DutyRow[], from: string, isDraft: boolean): Promise<void> {
  const held = duties.filter(({ validFrom }) => !isDraft && validFrom < from)
  const unheld = duties.filter((duty) => !held.includes(duty))
  await endDuties(
    tx,
    held.map(({ id }) => id),
    dayBefore(from),
  )
  await deleteDuties(
    tx,
    unheld.map(({ id }) => id),
  )
  for (const before of unheld) recordDuty(tx, 'duty.remove', { before, after: null })
  for (const before of held)
    recordDuty(tx, 'duty.end', { before, after: { ...before, validTo: dayBefore(from) } })
}

function dutiesToAdd(
  criterionIds: readonly string[],
  assignment: Assignment,
  kept: readonly DutyRow[],
): Duty[] {
  const { organizations, role, validFrom, validTo } = assignment
  const standing = new Set(kept.map((duty) => `${duty.criterionId} ${duty.organizationId}`))
  return criterionIds.flatMap((criterionId) =>
    organizations
      .filter(({ id }) => !standing.has(`${criterionId} ${id}`))
      .map(({ id, share }) => ({
        id: uuidv7(),
        target: 'criterion',
        siteId: null,
        areaId: null,
        siteTypeId: null,
        category: null,
        criterionId,
        organizationId: id,
        role,
        share,
        validFrom,
        validTo,
      })),
  )
}

/**
 * Assign in bulk: criteria of a version, or all below indicators of it. An organization is one thing to a criterion: what it was before
 * ends where the new duty begins.
 * @throws Problem not-found · access.out-of-scope · duty.organization-ended · validity.reversed
 */
export async function assignDuties(tx: Tx, actor: Actor, versionId: string, asked: Assignment) {
  mustCoverCity(actor, 'duty.edit')
  const assignment = { ...asked, organizations: [...byId(asked.organizations).values()] }
  const version = await getVersion(tx, versionId)
  const criterionIds = criteriaBelow(await listPlaces(tx, versionId), assignment.nodeIds)
  await mustBeAssignable(tx, assignment)
  const standing = await listDutiesOfCriteria(tx, criterionIds, assignment.validFrom)
  const ending = standing.filter((duty) => givesWay(duty, assignment))
  const assigned = new Set(assignment.organizations.map(({ id }) => id))
  const kept = standing.filter((duty) => !ending.includes(duty) && assigned.has(duty.organizationId))
  const added = dutiesToAdd(criterionIds, assignment, kept)
  await end(tx, ending, assignment.validFrom, version.state === 'draft')
  await insertDuties(tx, added)
  for (const after of await listDutiesById(
    tx,
    added.map(({ id }) => id),
  ))
    recordDuty(tx, 'duty.add', { before: null, after })
  return { addedCount: added.length, endedCount: ending.length }
}
