import type {
  AssessmentMethod,
  CampaignKind,
  CriterionOrigin,
  CriterionRole,
  RuleKind,
  VersionState,
} from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tone } from '../../shared/ui/status-tag.tsx'
import type { Version } from './framework-queries.ts'

export const campaignName = (kind: CampaignKind): string => m[`campaignKind.${kind}`]()
export const stateName = (state: VersionState): string => m[`versionState.${state}`]()
export const roleName = (role: CriterionRole): string => m[`criterionRole.${role}`]()
export const originName = (origin: CriterionOrigin): string => m[`criterionOrigin.${origin}`]()
export const methodName = (method: AssessmentMethod): string => m[`assessmentMethod.${method}`]()
export const ruleKindName = (kind: RuleKind): string => m[`ruleKind.${kind}`]()

export const STATE_TONES: Readonly<Record<VersionState, Tone>> = {
  draft: 'caution',
  published: 'good',
  withdrawn: 'plain',
}

/** Points are exact and never rounded; at most four decimals, none that say nothing. */
export const pointsText = (points: number): string => String(points)

/** “7 / 24 / 75 / 228”: how many nodes stand on each level. */
export const shapeText = ({ levelCounts }: Pick<Version, 'levelCounts'>): string => levelCounts.join(' / ')
