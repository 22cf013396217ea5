/** What keeps a round from being walked as planned (计划缺口代码). */
export const ROUND_GAP_CODES = [
  'no-sites',
  'type-without-checklist',
  'no-item-feeds',
  'site-unassigned',
  'site-unfit',
  'team-empty',
] as const
export type RoundGapCode = (typeof ROUND_GAP_CODES)[number]

/** A gap of a plan (计划缺口): of what it speaks, and how many sites it concerns. */
export type RoundGap = { readonly code: RoundGapCode; readonly name: string; readonly count: number }

/** A plan as far as its gaps go (待检查的计划). */
export type PlannedRound = {
  readonly types: readonly {
    readonly name: string
    readonly siteCount: number
    readonly checklistCount: number
    /** items of its checklists that feed a criterion of the round's framework version */
    readonly feedingItemCount: number
  }[]
  readonly unassignedCount: number
  /** planned sites that are no longer inspected */
  readonly unfitCount: number
  readonly teams: readonly { readonly name: string; readonly memberCount: number }[]
}

/** The gaps of a plan, the gravest first. A round that goes without teams is walked by whoever may record there. */
export function gapsOfRound({ types, unassignedCount, unfitCount, teams }: PlannedRound): RoundGap[] {
  const planned = types.filter(({ siteCount }) => siteCount > 0)
  const gap = (code: RoundGapCode, count: number, name = ''): RoundGap => ({ code, name, count })
  return [
    ...(planned.length === 0 ? [gap('no-sites', 0)] : []),
    ...planned
      .filter(({ checklistCount }) => checklistCount === 0)
      .map(({ name, siteCount }) => gap('type-without-checklist', siteCount, name)),
    ...planned
      .filter(({ checklistCount, feedingItemCount }) => checklistCount > 0 && feedingItemCount === 0)
      .map(({ name, siteCount }) => gap('no-item-feeds', siteCount, name)),
    ...(teams.length > 0 && unassignedCount > 0 ? [gap('site-unassigned', unassignedCount)] : []),
    ...(unfitCount > 0 ? [gap('site-unfit', unfitCount)] : []),
    ...teams.filter(({ memberCount }) => memberCount === 0).map(({ name }) => gap('team-empty', 0, name)),
  ]
}
