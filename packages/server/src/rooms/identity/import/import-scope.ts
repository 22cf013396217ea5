import {
  type Actor,
  covers,
  type Finding,
  flaw,
  mustHoldThere,
  type Permission,
  Problem,
  scopeOf,
} from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { layOutPlaces, type Place } from '../actor-queries.ts'
import { neededToGrant } from '../grants/actions.ts'
import type { GrantRecord, Role } from '../grants/queries.ts'
import type { User } from '../users/queries.ts'
import { belongingOf } from '../users/user-record.ts'
import type { Context } from './user-rows.ts'

/** What one user of the file would become, with the lines to name in findings. */
export type Planned = {
  readonly line: number
  readonly before: User | null
  readonly after: User
  readonly grants: readonly {
    readonly line: number
    readonly before: GrantRecord | null
    readonly after: GrantRecord
  }[]
}

const isRefused = (work: () => void): boolean => {
  try {
    work()
    return false
  } catch (error) {
    if (error instanceof Problem) return true
    throw error
  }
}

const placeKey = ({ organizationId, areaId }: Place): string => `${organizationId} ${areaId}`

/** Users outside the importer's scope, and grants of more than the importer holds. */
export async function scopeFindings(
  reader: Reader,
  actor: Actor,
  planned: readonly Planned[],
  roles: readonly Role[],
  context: Context,
): Promise<Finding[]> {
  const places = new Map(
    planned.flatMap(({ grants }) => grants.map(({ after }) => [placeKey(after), after] as const)),
  )
  const scopes = await layOutPlaces(
    reader,
    [...places.values()].map(({ organizationId, areaId }) => ({ organizationId, areaId })),
  )
  const scopeAt = new Map([...places.keys()].map((key, index) => [key, scopes[index]] as const))
  const needed = new Map(roles.map((role) => [role.key, neededToGrant(role)] as const))
  const mine = scopeOf(actor, 'user.import')
  const mayGrant = ({ after }: Planned['grants'][number]): boolean => {
    const scope = scopeAt.get(placeKey(after))
    const permissions: ReadonlySet<Permission> | undefined = needed.get(after.role)
    return !(scope && permissions && isRefused(() => mustHoldThere(actor, permissions, scope)))
  }
  return planned.flatMap(({ line, before, after, grants }) => [
    ...(covers(mine, belongingOf(after)) && (before === null || covers(mine, belongingOf(before)))
      ? []
      : [context.error(line, 'organizationCode', flaw('out-of-scope', { value: after.userName }))]),
    ...grants
      .filter((grant) => !mayGrant(grant))
      .map((grant) => context.error(grant.line, 'role', flaw('grant-too-wide', { value: after.userName }))),
  ])
}
