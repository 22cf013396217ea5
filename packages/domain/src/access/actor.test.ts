import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, covers, type Grant, may, mustCover, mustHold, type Scope, scopeOf } from './actor.ts'
import type { Permission } from './permission.ts'

const within = (areaIds: string[], organizationIds: string[] = []): Scope => ({
  everything: false,
  areaIds: new Set(areaIds),
  organizationIds: new Set(organizationIds),
  seatAreaIds: new Set(),
})
const grant = (scope: Scope, permissions: Permission[], rest: Partial<Grant> = {}): Grant => ({
  id: 'g',
  role: 'inspector',
  permissions: new Set(permissions),
  scope,
  validUntil: null,
  expired: false,
  ...rest,
})
const actor = (...grants: Grant[]): Actor => ({
  cityId: 'c',
  userId: 'u',
  name: '陈',
  organizationId: null,
  grants,
})
const refusal = (code: string, params: object) => expect.objectContaining({ code, params })

describe('an actor', () => {
  it('may do where any grant that still holds covers it', () => {
    const chen = actor(
      grant(within(['a1']), ['site.read']),
      grant(within([], ['o1']), ['site.read', 'site.edit']),
    )
    const reading = scopeOf(chen, 'site.read')
    expect(covers(reading, { areaId: 'a1', organizationIds: [] })).toBe(true)
    expect(covers(reading, { areaId: 'a9', organizationIds: [null, 'o1'] })).toBe(true)
    expect(covers(reading, { areaId: 'a9', organizationIds: [null] })).toBe(false)
    expect(covers(scopeOf(chen, 'site.edit'), { areaId: 'a1', organizationIds: [] })).toBe(false)
  })

  it('is told which rule refused: no permission, an expired grant, or a place outside the scope', () => {
    const chen = actor(
      grant(within(['a1']), ['site.edit']),
      grant({ everything: true }, ['audit.read'], { expired: true, validUntil: '2026-01-31' }),
    )
    expect(() => mustHold(chen, 'user.edit')).toThrowError(
      refusal('access.no-permission', { permission: 'user.edit' }),
    )
    expect(() => mustHold(chen, 'audit.read')).toThrowError(
      refusal('access.grant-expired', { permission: 'audit.read', role: 'inspector', date: '2026-01-31' }),
    )
    expect(() => mustCover(chen, 'site.edit', { areaId: 'a2', organizationIds: [] })).toThrowError(
      refusal('access.out-of-scope', { permission: 'site.edit' }),
    )
    expect(() => mustCover(chen, 'site.edit', { areaId: 'a1', organizationIds: [] })).not.toThrow()
  })

  it('never gains by an expired grant', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a1', 'a2', 'a3')), fc.boolean(), (areas, everything) => {
        const lapsed = grant(everything ? { everything: true } : within(areas), ['site.read'], {
          expired: true,
        })
        const before = actor(grant(within(['a1']), ['site.read']))
        const after = actor(...before.grants, lapsed)
        for (const areaId of ['a1', 'a2', 'a3']) {
          const record = { areaId, organizationIds: [] }
          expect(covers(scopeOf(after, 'site.read'), record)).toBe(
            covers(scopeOf(before, 'site.read'), record),
          )
        }
        expect(may(actor(lapsed), 'site.read')).toBe(false)
      }),
    )
  })
})
