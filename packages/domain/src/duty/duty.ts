/** What an organization is to a duty (责任): 牵头 leads, 主管 is competent, 配合 supports. */
export const DUTY_ROLES = ['lead', 'competent', 'supporting'] as const
export type DutyRole = (typeof DUTY_ROLES)[number]

/** What a duty is for, the most specific first: one site, an area × site type, a category of problems (dimension), a criterion. */
export const DUTY_TARGETS = ['site', 'areaSiteType', 'category', 'criterion'] as const
export type DutyTarget = (typeof DUTY_TARGETS)[number]

/** What a duty is for (责任对象): exactly the fields of its target are set; an area may stand without a site type. */
export type DutyAim = {
  readonly target: DutyTarget
  readonly siteId: string | null
  readonly areaId: string | null
  readonly siteTypeId: string | null
  readonly category: string | null
  readonly criterionId: string | null
}

/** Who answers for what, as what, and when (责任). `share` is a part of the whole in percent (份额); days are local dates. */
export type Duty = DutyAim & {
  readonly id: string
  readonly organizationId: string
  readonly role: DutyRole
  readonly share: number | null
  readonly validFrom: string
  /** the last day; null = no end */
  readonly validTo: string | null
}

/** Fields that a target needs; the site type beside an area may be left out. */
const NEEDED = {
  site: 'siteId',
  areaSiteType: 'areaId',
  category: 'category',
  criterion: 'criterionId',
} as const satisfies Record<DutyTarget, keyof DutyAim>

/** Whether exactly the fields of the target are set. */
export function isWhole(aim: DutyAim): boolean {
  const { siteId, areaId, siteTypeId, category, criterionId } = aim
  const foreign = { siteId, areaId, category, criterionId }
  const set = Object.entries(foreign).filter(([, value]) => value !== null)
  const alone = set.length === 1 && set[0]?.[0] === NEEDED[aim.target]
  return alone && (siteTypeId === null || aim.target === 'areaSiteType')
}

type Validity = Pick<Duty, 'validFrom' | 'validTo'>

/** Whether two duties hold on one and the same day at least. */
export const overlaps = (a: Validity, b: Validity): boolean =>
  (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)
