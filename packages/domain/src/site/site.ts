/** States of a site (点位状态): 在用 may be inspected; 暂停 is closed for a time; 撤销 is gone but keeps its history. */
export const SITE_STATES = ['active', 'paused', 'retired'] as const
export type SiteState = (typeof SITE_STATES)[number]

/** What somebody still has to fill in about a site (待补全): it counts only while the site is not 撤销. */
export const SITE_GAPS = ['area', 'position', 'holder', 'supervisor'] as const
export type SiteGap = (typeof SITE_GAPS)[number]
