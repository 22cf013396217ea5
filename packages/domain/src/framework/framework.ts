/** What a campaign (创建活动) strives for: each kind has frameworks of its own, and several run at once. */
export const CAMPAIGN_KINDS = ['national', 'provincial', 'healthCity', 'other'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

/** Where a version of a framework (测评体系版本) stands: a draft is edited, a published one never changes again. */
export const VERSION_STATES = ['draft', 'published', 'withdrawn'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** An indicator (指标) groups, at any depth; a criterion (测评标准) is the leaf that gets points. */
export const NODE_KINDS = ['indicator', 'criterion'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** How a criterion counts: ordinarily, as bonus points (加分项), as a gate (前置条件) or as a veto item (一票否决). */
export const CRITERION_ROLES = ['ordinary', 'bonus', 'gate', 'veto'] as const
export type CriterionRole = (typeof CRITERION_ROLES)[number]

/** Where a criterion comes from: as the higher level has it (基本), raised above it (高于国家), or the city's own (特色). */
export const CRITERION_ORIGINS = ['core', 'raised', 'local'] as const
export type CriterionOrigin = (typeof CRITERION_ORIGINS)[number]

/** How a criterion is assessed (测评方法): 实地考察 · 材料审核 · 问卷调查 · 数据调取 · 暗访 · 热线模拟验证. */
export const ASSESSMENT_METHODS = [
  'siteInspection',
  'documentReview',
  'survey',
  'statistics',
  'covertVisit',
  'hotlineTest',
] as const
export type AssessmentMethod = (typeof ASSESSMENT_METHODS)[number]

/** As deep as a tree of indicators may grow, the criterion included; real frameworks have two to four levels. */
export const MOST_LEVELS = 8

/** What the shipped draft only supposes (待确认): a person has to confirm it before the version is published. */
export const GUESSES = ['points', 'rule', 'lead'] as const
export type Guess = (typeof GUESSES)[number]
