/** What a round of inspection is for (督查类型): 日常 · 专项 · 扫街 · 模拟测评 · 第三方 · 暗访 · 补测 · 复检. */
export const ROUND_KINDS = [
  'daily',
  'special',
  'streetSweeping',
  'mock',
  'thirdParty',
  'covert',
  'supplementary',
  'recheck',
] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** Where a round stands (督查批次状态): 未开始 · 进行中 · 已结束. */
export const ROUND_STATES = ['planned', 'running', 'finished'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** Whether a visit counts (现场督查状态): it stands, another took its place (已更正), or it was taken out (已作废). */
export const VISIT_STATES = ['standing', 'corrected', 'voided'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** How a site came into a round (入选方式): drawn at random, or chosen by somebody. */
export const SITE_ORIGINS = ['drawn', 'chosen'] as const
export type SiteOrigin = (typeof SITE_ORIGINS)[number]

/** A round of inspection (督查批次) as far as its own rules go; days are local dates. */
export type InspectionRound = {
  readonly id: string
  readonly name: string
  readonly kind: RoundKind
  readonly startsOn: string
  readonly endsOn: string
  /** so many days after handing over is a finding to be put right, by the end of that day */
  readonly rectifyDays: number
  /** from then on everybody may see a covert round */
  readonly publishedAt: string | null
  readonly finishedAt: string | null
}

/** A round is over when somebody says so: visits that come in late, after its last day, still count until then. */
export function stateOfRound(
  { startsOn, finishedAt }: Pick<InspectionRound, 'startsOn' | 'finishedAt'>,
  today: string,
): RoundState {
  if (finishedAt !== null) return 'finished'
  return today < startsOn ? 'planned' : 'running'
}

/** Only its team and the office see a covert round (暗访), until it is published. */
export const isHidden = ({ kind, publishedAt }: Pick<InspectionRound, 'kind' | 'publishedAt'>): boolean =>
  kind === 'covert' && publishedAt === null
