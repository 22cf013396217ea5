import type { inspections, ResponseOf } from '@chuangcheng/contract'
import type { HandoverGround } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import { findText } from '../../../platform/http/problem-text.ts'

export type Accepted = ResponseOf<typeof inspections.submitVisit>
export type FindingShown = Accepted['findings'][number]

/** Why a finding went where it went, in a sentence. */
export const whyThere = (locale: Locale, ground: HandoverGround, dutyName: string): string =>
  findText(locale, `responsible.${ground}`, { name: dutyName }) ?? ground
