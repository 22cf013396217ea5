import { type Actor, type Duty, isWhole, mustCoverCity, overlaps, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { dayBefore, localDay } from '../../../platform/local-day.ts'
import {
  type DutyRow,
  deleteDuties,
  endDuties,
  findDutyLocked,
  findVersionState,
  insertDuties,
  listDutiesById,
  listDutiesOfOrganizations,
  lockOrganizations,
  saveDuty,
} from './queries.ts'
import { recordDuty } from './record.ts'

const missing = () => new Problem('not-found', { what: 'duty' })

export const sameAim = (a: Duty, b: Duty): boolean =>
  a.siteId === b.siteId &&
  a.areaId === b.areaId &&
  a.siteTypeId === b.siteTypeId &&
  a.category === b.category &&
  a.criterionId === b.criterionId

/** What must be true of a duty by itself. @throws Problem duty.target-incomplete · validity.reversed · not-found */
async function mustBeSound(tx: Tx, duty: Duty): Promise<void> {
  if (!isWhole(duty)) throw new Problem('duty.target-incomplete')
  if (duty.validTo !== null && duty.validTo < duty.validFrom)
    throw new Problem('validity.reversed', { from: duty.validFrom, to: duty.validTo })
  if (duty.criterionId !== null && (await findVersionState(tx, duty.criterionId)) === null)
    throw new Problem('not-found', { what: 'criterion' })
}

/** What must be true of it among the others. @throws Problem not-found · duty.organization-ended · duty.twice */
async function mustFit(tx: Tx, duty: Duty): Promise<void> {
  const holder = (await lockOrganizations(tx, [duty.organizationId])).get(duty.organizationId)
  if (!holder) throw new Problem('not-found', { what: 'organization' })
  if (holder.validTo !== null && holder.validTo < duty.validFrom)
    throw new Problem('duty.organization-ended', { name: holder.name, day: holder.validTo })
  const others = await listDutiesOfOrganizations(tx, [duty.organizationId])
  if (others.some((other) => other.id !== duty.id && sameAim(other, duty) && overlaps(other, duty)))
    throw new Problem('duty.twice', { name: holder.name })
}

async function getDuty(tx: Tx, id: string): Promise<DutyRow> {
  const [duty] = await listDutiesById(tx, [id])
  if (!duty) throw missing()
  return duty
}

const FIELDS = [
  'target',
  'siteId',
  'areaId',
  'siteTypeId',
  'category',
  'criterionId',
  'organizationId',
  'role',
  'share',
  'validFrom',
  'validTo',
] as const

/**
 * Give an organization a duty; a request that is repeated gets the first answer.
 * @throws Problem access.out-of-scope · duplicate · duty.target-incomplete · duty.organization-ended · duty.twice · validity.reversed · not-found
 */
export async function addDuty(tx: Tx, actor: Actor, duty: Duty): Promise<DutyRow> {
  mustCoverCity(actor, 'duty.edit')
  const [known] = await listDutiesById(tx, [duty.id])
  if (known) {
    if (FIELDS.every((field) => known[field] === duty[field])) return known
    throw new Problem('duplicate', { what: 'id', value: duty.id })
  }
  await mustBeSound(tx, duty)
  await mustFit(tx, duty)
  await insertDuties(tx, [duty])
  const after = await getDuty(tx, duty.id)
  recordDuty(tx, 'duty.add', { before: null, after })
  return after
}

type DutyChange = {
  readonly [F in 'role' | 'share' | 'validFrom' | 'validTo']?: Duty[F] | undefined
}

async function lockBased(tx: Tx, id: string, basedOn: number): Promise<DutyRow> {
  const before = await findDutyLocked(tx, id)
  if (!before) throw missing()
  if (before.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'duty' })
  return before
}

/**
 * Change a duty's role, share or validity; its target and organization stay: another one is another duty.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · duty.organization-ended · duty.twice · validity.reversed
 */
export async function changeDuty(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: DutyChange & { basedOn: number },
): Promise<DutyRow> {
  mustCoverCity(actor, 'duty.edit')
  const before = await lockBased(tx, id, basedOn)
  const duty: Duty = {
    ...before,
    role: change.role ?? before.role,
    share: change.share === undefined ? before.share : change.share,
    validFrom: change.validFrom ?? before.validFrom,
    validTo: change.validTo === undefined ? before.validTo : change.validTo,
  }
  await mustBeSound(tx, duty)
  await mustFit(tx, duty)
  await saveDuty(tx, duty)
  const after = await getDuty(tx, id)
  recordDuty(tx, 'duty.change', { before, after })
  return after
}

/** Whether a duty has already been in force: it began before today, and not in a draft, where nothing is in force. */
async function hasHeld(tx: Tx, duty: Duty, today: string): Promise<boolean> {
  if (duty.validFrom >= today) return false
  return duty.criterionId === null || (await findVersionState(tx, duty.criterionId)) !== 'draft'
}

/**
 * Take back a duty that was given by mistake. One that has held is ended with yesterday instead: who was responsible then stays known.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope
 */
export async function removeDuty(tx: Tx, actor: Actor, id: string, basedOn: number) {
  mustCoverCity(actor, 'duty.edit')
  const before = await lockBased(tx, id, basedOn)
  const today = localDay(new Date(tx.now))
  if (!(await hasHeld(tx, before, today))) {
    await deleteDuties(tx, [id])
    recordDuty(tx, 'duty.remove', { before, after: null })
  } else if (before.validTo === null || before.validTo >= today) {
    await endDuties(tx, [id], dayBefore(today))
    recordDuty(tx, 'duty.end', { before, after: await getDuty(tx, id) })
  }
  return { done: true }
}
