/** What an organization is to a duty (责任): 牵头 leads, 主管 is competent, 配合 supports. */
export const DUTY_ROLES = ['lead', 'competent', 'supporting'] as const
export type DutyRole = (typeof DUTY_ROLES)[number]

/** What a duty is for, the most specific first: one site, an area × site type, a category of problems (dimension), a criterion. */
export const DUTY_TARGETS = ['site', 'areaSiteType', 'category', 'criterion'] as const
export type DutyTarget = (typeof DUTY_TARGETS)[number]
