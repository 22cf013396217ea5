/** Kinds of organizations (单位类别). What they answer for is said by duties, not by the kind. */
export const ORGANIZATION_KINDS = [
  'leadingGroup',
  'campaignOffice',
  'bureau',
  'district',
  'subdistrict',
  'community',
  'assessor',
  'enterprise',
  'other',
] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]
