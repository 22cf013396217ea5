import type { AssessmentKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Dimension } from './score-queries.ts'
import type { Sort, View } from './score-search.ts'

export const assessmentKindName = (kind: AssessmentKind): string => m[`assessmentKind.${kind}`]()

export const VIEW_NAMES: Readonly<Record<View, () => string>> = {
  tree: m['office.scores.view.tree'],
  district: m['office.scores.view.district'],
  subdistrict: m['office.scores.view.subdistrict'],
  siteType: m['office.scores.view.siteType'],
  organization: m['office.scores.view.organization'],
}

export const SORT_NAMES: Readonly<Record<Sort, () => string>> = {
  lost: m['office.scores.sort.lost'],
  score: m['office.scores.sort.score'],
  register: m['office.scores.sort.register'],
}

/** What stands where a row belongs to nobody, or to no place. */
export const NOBODY: Readonly<Record<Dimension, () => string>> = {
  district: m['office.scores.noArea'],
  subdistrict: m['office.scores.noArea'],
  siteType: m['office.scores.noType'],
  organization: m['office.scores.unassigned'],
}
