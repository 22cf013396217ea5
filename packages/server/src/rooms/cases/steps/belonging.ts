import { type Actor, type Belonging, covers, type Permission, scopeOf } from '@chuangcheng/domain'
import type { CaseAtHand } from './step-queries.ts'

type Lying = Pick<CaseAtHand, 'areaId' | 'organizationIds' | 'organizationId' | 'seatAreaId'>

/**
 * Where a case belongs, as far as a permission goes: it is put right where the organization sits that has it, and is seen, given away and
 * verified where it lies and by whom it was ever named.
 */
export const belongingFor = (permission: Permission, one: Lying): Belonging =>
  permission === 'case.handle'
    ? { areaId: one.seatAreaId, organizationIds: [one.organizationId] }
    : { areaId: one.areaId, organizationIds: one.organizationIds }

export const isSeen = (actor: Actor, one: Lying): boolean =>
  covers(scopeOf(actor, 'case.read'), belongingFor('case.read', one))
