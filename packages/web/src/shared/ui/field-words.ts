import type { AreaLevel, OrganizationKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'

const LEVELS: Readonly<Record<AreaLevel, () => string>> = {
  city: m['office.level.city'],
  district: m['office.level.district'],
  subdistrict: m['office.level.subdistrict'],
  community: m['office.level.community'],
  gridCell: m['office.level.gridCell'],
}

const KINDS: Readonly<Record<OrganizationKind, () => string>> = {
  leadingGroup: m['office.organizationKind.leadingGroup'],
  campaignOffice: m['office.organizationKind.campaignOffice'],
  bureau: m['office.organizationKind.bureau'],
  district: m['office.organizationKind.district'],
  subdistrict: m['office.organizationKind.subdistrict'],
  community: m['office.organizationKind.community'],
  assessor: m['office.organizationKind.assessor'],
  enterprise: m['office.organizationKind.enterprise'],
  other: m['office.organizationKind.other'],
}

export const levelName = (level: AreaLevel): string => LEVELS[level]()
export const organizationKindName = (kind: OrganizationKind): string => KINDS[kind]()

/** “2020-01-01 起”, “2020-01-01 至 2025-12-31”. */
export const validityText = ({
  validFrom,
  validTo,
}: {
  validFrom: string
  validTo: string | null
}): string =>
  validTo === null
    ? m['office.ui.since']({ from: validFrom })
    : m['office.ui.fromTo']({ from: validFrom, to: validTo })
