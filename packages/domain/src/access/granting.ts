import { Problem } from '../problem.ts'
import { type Actor, mustCover, mustHold, type Scope, scopeOf } from './actor.ts'
import type { Permission } from './permission.ts'

const subset = (inner: ReadonlySet<string>, ...outer: readonly ReadonlySet<string>[]): boolean =>
  [...inner].every((id) => outer.some((set) => set.has(id)))

/** True when everything that `inner` covers lies in `outer`, subtrees included. */
export function liesWithin(inner: Scope, outer: Scope): boolean {
  if (outer.everything) return true
  if (inner.everything) return false
  return (
    subset(inner.areaIds, outer.areaIds) &&
    subset(inner.organizationIds, outer.organizationIds) &&
    subset(inner.seatAreaIds, outer.seatAreaIds, outer.areaIds)
  )
}

/**
 * Nobody gives, takes back or takes over more than they hold themselves at that place (不得越权授权): every permission of the role, and
 * the right to grant, over the whole place.
 * @throws Problem access.no-permission · access.grant-expired · access.out-of-scope, naming the first permission that is missing
 */
export function mustHoldThere(actor: Actor, permissions: Iterable<Permission>, place: Scope): void {
  for (const permission of permissions) {
    mustHold(actor, permission)
    if (!liesWithin(place, scopeOf(actor, permission)))
      throw new Problem('access.out-of-scope', { permission })
  }
}

/**
 * Refuses what concerns the city as a whole to those who hold the permission over a part of it only.
 * @throws Problem access.out-of-scope
 */
export const mustCoverCity = (actor: Actor, permission: Permission): void =>
  mustCover(actor, permission, { areaId: null, organizationIds: [] })
