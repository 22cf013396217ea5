import { Problem } from '../problem.ts'
import type { Permission } from './permission.ts'

/**
 * Where a grant holds (授权范围), with the subtree already laid out. `seatAreaIds` are the areas in which the organizations of the
 * scope sit: they may be looked at as areas, but do not open the sites of others in them.
 */
export type Scope =
  | { readonly everything: true }
  | {
      readonly everything: false
      readonly areaIds: ReadonlySet<string>
      readonly organizationIds: ReadonlySet<string>
      readonly seatAreaIds: ReadonlySet<string>
    }

/** A role held over a scope until a date (授权). */
export type Grant = {
  readonly id: string
  readonly role: string
  readonly permissions: ReadonlySet<Permission>
  readonly scope: Scope
  /** Last day on which it holds, as a local date; null = no end. */
  readonly validUntil: string | null
  readonly expired: boolean
}

/** Somebody who is signed in (当前用户). */
export type Actor = {
  readonly cityId: string
  readonly userId: string
  readonly name: string
  readonly organizationId: string | null
  readonly grants: readonly Grant[]
}

/** Where a record belongs: its area, and every organization that answers for it. */
export type Belonging = {
  readonly areaId: string | null
  readonly organizationIds: readonly (string | null)[]
}

const NOWHERE: Scope = {
  everything: false,
  areaIds: new Set(),
  organizationIds: new Set(),
  seatAreaIds: new Set(),
}

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => new Set([...a, ...b])

function widen(a: Scope, b: Scope): Scope {
  if (a.everything || b.everything) return { everything: true }
  return {
    everything: false,
    areaIds: union(a.areaIds, b.areaIds),
    organizationIds: union(a.organizationIds, b.organizationIds),
    seatAreaIds: union(a.seatAreaIds, b.seatAreaIds),
  }
}

const valid = (actor: Actor, permission: Permission): Grant[] =>
  actor.grants.filter((grant) => !grant.expired && grant.permissions.has(permission))

/** True when some grant that still holds carries the permission, wherever it holds. The buttons ask this. */
export const may = (actor: Actor, permission: Permission): boolean => valid(actor, permission).length > 0

/** Where the actor may do it: the union over grants. */
export const scopeOf = (actor: Actor, permission: Permission): Scope =>
  valid(actor, permission)
    .map((grant) => grant.scope)
    .reduce(widen, NOWHERE)

/** The part of a scope in which a record lies. Pure set membership; the same rule is written in SQL by the rooms' lists. */
export function covers(scope: Scope, record: Belonging): boolean {
  if (scope.everything) return true
  if (record.areaId !== null && scope.areaIds.has(record.areaId)) return true
  return record.organizationIds.some((id) => id !== null && scope.organizationIds.has(id))
}

/**
 * Refuses an actor who holds the permission nowhere.
 * @throws Problem access.no-permission · access.grant-expired, naming the rule that refused
 */
export function mustHold(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return
  const lapsed = actor.grants.find((grant) => grant.expired && grant.permissions.has(permission))
  if (lapsed) {
    throw new Problem('access.grant-expired', {
      permission,
      role: lapsed.role,
      date: lapsed.validUntil ?? '',
    })
  }
  throw new Problem('access.no-permission', { permission })
}

/**
 * Refuses to write a record outside the actor's scope (for records that are being made, or moved to another place).
 * @throws Problem access.out-of-scope
 */
export function mustCover(actor: Actor, permission: Permission, record: Belonging): void {
  mustHold(actor, permission)
  if (!covers(scopeOf(actor, permission), record)) throw new Problem('access.out-of-scope', { permission })
}
