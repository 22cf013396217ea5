import {
  ASSESSMENT_METHODS,
  type AssessmentMethod,
  type DutyRole,
  type DutyTarget,
} from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tone } from '../../shared/ui/status-tag.tsx'
import type { DutyFlaw } from './duty-queries.ts'

export const roleName = (role: DutyRole): string => m[`dutyRole.${role}`]()
export const targetName = (target: DutyTarget): string => m[`dutyTarget.${target}`]()

export const ROLE_TONES: Readonly<Record<DutyRole, Tone>> = {
  lead: 'active',
  competent: 'good',
  supporting: 'plain',
}

const FLAWS: Readonly<Record<DutyFlaw['code'], () => string>> = {
  'no-lead': m['office.duties.flaw.noLead'],
  'several-leads': m['office.duties.flaw.severalLeads'],
  'shares-exceed': m['office.duties.flaw.sharesExceed'],
  'organization-ended': m['office.duties.flaw.organizationEnded'],
  'category-unowned': m['office.duties.flaw.categoryUnowned'],
  'type-unowned': m['office.duties.flaw.typeUnowned'],
}

export const flawName = (code: DutyFlaw['code']): string => FLAWS[code]()

/** “60%”; nothing where the whole is not divided. */
export const shareText = (share: number | null): string => (share === null ? '' : `${share}%`)

const isMethod = (method: string): method is AssessmentMethod =>
  ASSESSMENT_METHODS.some((known) => known === method)

/** A method of assessment in words; one we do not know is shown as it is. */
export const methodName = (method: string): string =>
  isMethod(method) ? m[`assessmentMethod.${method}`]() : method
