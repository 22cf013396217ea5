import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import type { Actor, Grant, Scope } from './actor.ts'
import { liesWithin, mustCoverCity, mustHoldThere } from './granting.ts'
import type { Permission } from './permission.ts'

const scope = (areaIds: string[], organizationIds: string[] = [], seatAreaIds: string[] = []): Scope => ({
  everything: false,
  areaIds: new Set(areaIds),
  organizationIds: new Set(organizationIds),
  seatAreaIds: new Set(seatAreaIds),
})
const city: Scope = { everything: true }
const street = scope(['street', 'community'], ['streetOffice'])

const holding = (...grants: [Permission[], Scope, expired?: boolean][]): Actor => ({
  cityId: 'city',
  userId: 'user',
  name: '某人',
  organizationId: null,
  grants: grants.map(
    ([permissions, held, expired = false], index): Grant => ({
      id: String(index),
      role: 'role',
      permissions: new Set(permissions),
      scope: held,
      validUntil: expired ? '2020-01-01' : null,
      expired,
    }),
  ),
})

const refusal = (work: () => void): string => {
  try {
    work()
  } catch (error) {
    const { code, params } = error as Problem // the rules throw nothing else
    return `${code} ${params.permission}`
  }
  return 'allowed'
}

describe('a scope lies within another', () => {
  it.each<[string, Scope, Scope, boolean]>([
    ['anything within the city', street, city, true],
    ['the city within itself', city, city, true],
    ['the city within a street', city, street, false],
    ['a community within its street', scope(['community']), street, true],
    ['a street within its community', street, scope(['community'], ['streetOffice']), false],
    ['an organization by itself', scope([], ['streetOffice']), street, true],
    ['an organization whose branch sits elsewhere', scope([], ['streetOffice', 'branch']), street, false],
    ['a seat that may only be looked at', scope([], ['streetOffice'], ['street']), street, true],
    ['a seat outside', scope([], ['streetOffice'], ['elsewhere']), street, false],
  ])('%s', (_, inner, outer, expected) => {
    expect(liesWithin(inner, outer)).toBe(expected)
  })
})

describe('granting', () => {
  it('gives what one holds, where one holds it', () => {
    expect(
      refusal(() => mustHoldThere(holding([['user.grant', 'site.read'], street]), ['site.read'], street)),
    ).toBe('allowed')
  })

  it('gives nothing one does not hold, and says what is missing', () => {
    const actor = holding([['user.grant', 'site.read'], city])
    expect(refusal(() => mustHoldThere(actor, ['site.read', 'site.edit'], street))).toBe(
      'access.no-permission site.edit',
    )
  })

  it('gives nothing over a place where one does not hold it, though one holds it elsewhere', () => {
    const actor = holding([['user.grant'], city], [['site.edit'], street])
    expect(refusal(() => mustHoldThere(actor, ['user.grant', 'site.edit'], scope(['other'])))).toBe(
      'access.out-of-scope site.edit',
    )
    expect(refusal(() => mustHoldThere(actor, ['user.grant', 'site.edit'], city))).toBe(
      'access.out-of-scope site.edit',
    )
  })

  it('gives nothing from a grant that has run out', () => {
    expect(refusal(() => mustHoldThere(holding([['user.grant'], city, true]), ['user.grant'], street))).toBe(
      'access.grant-expired user.grant',
    )
  })
})

describe('what concerns the whole city', () => {
  it('is for those who hold the permission over all of it', () => {
    expect(refusal(() => mustCoverCity(holding([['audit.read'], city]), 'audit.read'))).toBe('allowed')
    expect(refusal(() => mustCoverCity(holding([['audit.read'], street]), 'audit.read'))).toBe(
      'access.out-of-scope audit.read',
    )
  })
})
