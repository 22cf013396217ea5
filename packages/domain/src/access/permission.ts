/** What somebody may do (权限). The same word names the endpoint's rule, the button and the audit entry's right to exist. */
export const PERMISSIONS = [
  'city.read',
  'city.edit',
  'area.read',
  'area.edit',
  'area.import',
  'organization.read',
  'organization.edit',
  'organization.import',
  'user.read',
  'user.edit',
  'user.grant',
  'user.import',
  'site.read',
  'site.edit',
  'site.import',
  'siteType.edit',
  'framework.read',
  'framework.edit',
  'checklist.read',
  'checklist.edit',
  'duty.read',
  'duty.edit',
  'selfCheck.read',
  'selfCheck.open',
  'selfCheck.answer',
  'file.add',
  'audit.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Keys of the roles (角色) every city starts with; a city may add its own as rows. */
export const STARTING_ROLES = [
  'administrator',
  'campaignOffice',
  'inspector',
  'responsibleOrganization',
  'verifier',
  'evidenceClerk',
  'leader',
  'supervisor',
] as const
export type StartingRole = (typeof STARTING_ROLES)[number]

const LOOKING = [
  'city.read',
  'area.read',
  'organization.read',
  'site.read',
  'framework.read',
  'checklist.read',
  'duty.read',
  'selfCheck.read',
] as const

/** The rights that each role has on the day a city moves in; afterwards the rows of the city decide. */
export const STARTING_PERMISSIONS: Readonly<Record<StartingRole, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  campaignOffice: [
    ...LOOKING,
    'area.edit',
    'area.import',
    'organization.edit',
    'organization.import',
    'user.read',
    'site.edit',
    'site.import',
    'siteType.edit',
    'framework.edit',
    'checklist.edit',
    'duty.edit',
    'selfCheck.open',
    'selfCheck.answer',
    'file.add',
    'audit.read',
  ],
  inspector: [...LOOKING, 'file.add'],
  responsibleOrganization: [...LOOKING, 'site.edit', 'selfCheck.answer', 'file.add'],
  verifier: [...LOOKING, 'file.add'],
  evidenceClerk: [...LOOKING, 'selfCheck.answer', 'file.add'],
  leader: [...LOOKING],
  supervisor: [...LOOKING, 'user.read', 'audit.read'],
}
