import { CITY } from './area-names.ts'
import type { CityAreas } from './areas.ts'
import {
  ASSESSOR,
  BUREAU_COUNT,
  bureauCode,
  CAMPAIGN_OFFICE,
  CIVILIZATION_OFFICE,
  districtOrganizationCode,
  LEADING_GROUP,
  streetOrganizationCode,
} from './organizations.ts'
import { type Person, peopleFrom } from './person-names.ts'
import type { Dice } from './random.ts'

/** The roles (角色) as the file names them, with the key of each starting role. */
export const ROLE_LABELS = {
  administrator: '管理员',
  campaignOffice: '创建办',
  inspector: '督查员',
  responsibleOrganization: '责任单位',
  verifier: '核查员',
  evidenceClerk: '材料员',
  leader: '领导',
  supervisor: '监督',
} as const
export type Role = keyof typeof ROLE_LABELS

/** A role over an organization and those below it, or over an area and those in it; never both. */
type Scope = { organizationCode: string; areaCode: '' } | { organizationCode: ''; areaCode: string }

/** One row of the list of users (用户): one grant; a user with several grants has several rows. */
export interface UserRow extends Person {
  phone: string
  ownOrganizationCode: string
  role: Role
  scope: Scope
  validTo: string
}

const overArea = (areaCode: string): Scope => ({ organizationCode: '', areaCode })
const overOrganization = (organizationCode: string): Scope => ({ organizationCode, areaCode: '' })

interface Post {
  ownOrganizationCode: string
  grants: readonly { role: Role; scope: Scope; validTo?: string }[]
}

export function listUsers(areas: CityAreas, dice: Dice): UserRow[] {
  const nextPerson = peopleFrom(dice)
  const posts = [
    ...cityPosts(),
    ...bureauPosts(),
    ...districtPosts(areas),
    ...streetPosts(areas),
    ...assessorPosts(),
  ]
  return posts.flatMap(({ ownOrganizationCode, grants }, index) => {
    const person = nextPerson()
    const phone = `1990000${String(1001 + index * 7).padStart(4, '0')}`
    return grants.map(({ role, scope, validTo = '' }) => ({
      ...person,
      phone,
      ownOrganizationCode,
      role,
      scope,
      validTo,
    }))
  })
}

const repeat = (count: number, post: Post): Post[] => Array.from({ length: count }, () => post)

/** People of the campaign office and the leading group, all over the whole city. */
function cityPosts(): Post[] {
  const scope = overArea(CITY.code)
  const at = (ownOrganizationCode: string, ...roles: Role[]): Post => ({
    ownOrganizationCode,
    grants: roles.map((role) => ({ role, scope })),
  })
  return [
    at(CAMPAIGN_OFFICE, 'administrator', 'campaignOffice'),
    at(CAMPAIGN_OFFICE, 'administrator'),
    ...repeat(4, at(LEADING_GROUP, 'leader')),
    ...repeat(4, at(CAMPAIGN_OFFICE, 'campaignOffice')),
    ...repeat(2, at(CIVILIZATION_OFFICE, 'campaignOffice', 'evidenceClerk')),
    ...repeat(4, at(CAMPAIGN_OFFICE, 'inspector')),
    ...repeat(2, at(CIVILIZATION_OFFICE, 'inspector', 'verifier')),
    ...repeat(3, at(CAMPAIGN_OFFICE, 'verifier')),
    ...repeat(3, at(CIVILIZATION_OFFICE, 'supervisor')),
  ]
}

/** One person who answers for each bureau; some keep its evidence, too, and large bureaus have a clerk of their own. */
function bureauPosts(): Post[] {
  return Array.from({ length: BUREAU_COUNT }, (_, index) => index).flatMap((index) => {
    const ownOrganizationCode = bureauCode(index)
    const scope = overOrganization(ownOrganizationCode)
    const answering = { role: 'responsibleOrganization', scope } as const
    const clerk = { role: 'evidenceClerk', scope } as const
    if (index % 3 === 0)
      return [
        { ownOrganizationCode, grants: [answering] },
        { ownOrganizationCode, grants: [clerk] },
      ]
    return [{ ownOrganizationCode, grants: index % 3 === 1 ? [answering, clerk] : [answering] }]
  })
}

function districtPosts(areas: CityAreas): Post[] {
  return areas.districts.flatMap((district) => {
    const ownOrganizationCode = districtOrganizationCode(district)
    const scope = overArea(district.code)
    const post = (...roles: Role[]): Post => ({
      ownOrganizationCode,
      grants: roles.map((role) => ({ role, scope })),
    })
    return [
      post('responsibleOrganization', 'evidenceClerk'),
      post('inspector'),
      post('inspector', 'verifier'),
      post('leader'),
    ]
  })
}

const streetPosts = (areas: CityAreas): Post[] =>
  areas.streets.map((street) => ({
    ownOrganizationCode: streetOrganizationCode(street),
    grants: [{ role: 'responsibleOrganization', scope: overArea(street.code) }],
  }))

/** The inspectors of the hired assessor: over the whole city, until the contract ends. */
function assessorPosts(): Post[] {
  const grant = { role: 'inspector', scope: overArea(CITY.code), validTo: '2027-12-31' } as const
  return repeat(8, { ownOrganizationCode: ASSESSOR, grants: [grant] })
}
