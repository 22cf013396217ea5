/** States of a site (点位状态): 在用 may be inspected; 暂停 is closed for a time; 撤销 is gone but keeps its history. */
export const SITE_STATES = ['active', 'paused', 'retired'] as const
export type SiteState = (typeof SITE_STATES)[number]
