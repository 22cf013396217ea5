import type { DutyRole } from '../duty/duty.ts'
import { DUTY_ROLES } from '../duty/duty.ts'
import type { AssessmentMethod, Guess } from './framework.ts'
import { equalPoints, sumPoints } from './points.ts'
import type { Rule } from './rule.ts'
import type { RuleFlaw } from './rule-flaw.ts'
import { ruleFlaws } from './rule-flaws.ts'
import { childrenByParent } from './tree.ts'
import { type CountedNode, isOrdinary } from './tree-counts.ts'

/** A node as far as publication looks at it. */
export type PublishedNode = CountedNode & {
  readonly rule: Rule | null
  readonly methods: readonly AssessmentMethod[]
  readonly siteTypeIds: readonly string[]
  readonly guesses: readonly Guess[]
  readonly settled: boolean
}

/** What a version needs of other rooms before it can be published. */
export type PublicationView = {
  readonly totalPoints: number | null
  readonly nodes: readonly PublishedNode[]
  /** criteria that no organization leads */
  readonly leadless: ReadonlySet<string>
  /** criteria that some checklist item observes, confirmed */
  readonly observed: ReadonlySet<string>
  readonly shares: readonly {
    readonly criterionId: string
    readonly role: DutyRole
    readonly share: number | null
  }[]
}

export const VERSION_FLAW_CODES = [
  'no-criteria',
  'points-sum',
  'total-missing',
  'indicator-points',
  'indicator-empty',
  'points-missing',
  'rule-missing',
  'rule-flawed',
  'methods-missing',
  'lead-missing',
  'still-guessed',
  'site-types-missing',
  'not-observed',
  'share-sum',
  'unsettled',
] as const

/** Something that keeps a draft from being published (发布前的问题), or should be looked at; `field` says where it is mended. */
export type VersionFlaw = {
  readonly severity: 'error' | 'warning'
  readonly code: (typeof VERSION_FLAW_CODES)[number]
  readonly params: Readonly<Record<string, string | number>>
  readonly node: { readonly id: string; readonly code: string } | null
  readonly field: 'points' | 'rule' | 'text' | 'duties' | 'siteTypes' | 'mappings' | 'methods' | null
  /** of `rule-flawed`: what is wrong with the rule */
  readonly rule: RuleFlaw | null
}

type Said = Partial<Pick<VersionFlaw, 'params' | 'field' | 'rule'>>
const said = (
  severity: VersionFlaw['severity'],
  code: VersionFlaw['code'],
  node: PublishedNode | null,
  { params = {}, field = null, rule = null }: Said = {},
): VersionFlaw => ({
  severity,
  code,
  params,
  node: node && { id: node.id, code: node.code },
  field,
  rule,
})

const GUESS_FIELDS = { points: 'points', rule: 'rule', lead: 'duties' } as const

const guessFlaws = (node: PublishedNode): VersionFlaw[] =>
  node.guesses.map((guess) =>
    said('error', 'still-guessed', node, { field: GUESS_FIELDS[guess], params: { guess } }),
  )

function criterionErrors(node: PublishedNode, { leadless }: PublicationView): VersionFlaw[] {
  const flaws: VersionFlaw[] = []
  const needsPoints = node.role === 'ordinary' || node.role === 'bonus'
  if (needsPoints && node.points === null)
    flaws.push(said('error', 'points-missing', node, { field: 'points' }))
  if (node.rule === null) flaws.push(said('error', 'rule-missing', node, { field: 'rule' }))
  else
    for (const rule of ruleFlaws(node.rule, node))
      flaws.push(said('error', 'rule-flawed', node, { field: 'rule', rule }))
  if (leadless.has(node.id)) flaws.push(said('error', 'lead-missing', node, { field: 'duties' }))
  return [...flaws, ...guessFlaws(node)]
}

function criterionWarnings(node: PublishedNode, { observed }: PublicationView): VersionFlaw[] {
  const flaws: VersionFlaw[] = []
  const onSite = node.methods.includes('siteInspection')
  if (node.methods.length === 0) flaws.push(said('warning', 'methods-missing', node, { field: 'methods' }))
  if (onSite && node.siteTypeIds.length === 0)
    flaws.push(said('warning', 'site-types-missing', node, { field: 'siteTypes' }))
  if (onSite && !observed.has(node.id))
    flaws.push(said('warning', 'not-observed', node, { field: 'mappings' }))
  if (!node.settled) flaws.push(said('warning', 'unsettled', node, { field: 'text' }))
  return flaws
}

type Children = ReadonlyMap<string | null, readonly PublishedNode[]>

/** The points of the criteria below a node: of ordinary ones, or of bonus items where it has nothing else. */
function pointsBelow(node: PublishedNode, children: Children): number | null {
  const ordinary: number[] = []
  const bonus: number[] = []
  const visit = (at: PublishedNode): void => {
    if (isOrdinary(at)) ordinary.push(at.points ?? 0)
    else if (at.kind === 'criterion' && at.role === 'bonus') bonus.push(at.points ?? 0)
    for (const child of children.get(at.id) ?? []) visit(child)
  }
  visit(node)
  if (ordinary.length > 0) return sumPoints(ordinary)
  return bonus.length > 0 ? sumPoints(bonus) : null
}

function indicatorFlaws(node: PublishedNode, children: Children): VersionFlaw[] {
  if ((children.get(node.id) ?? []).length === 0)
    return [said('error', 'indicator-empty', node, { field: 'text' })]
  const sum = pointsBelow(node, children)
  if (node.points === null || sum === null || equalPoints(node.points, sum)) return guessFlaws(node)
  return [
    ...guessFlaws(node),
    said('error', 'indicator-points', node, { field: 'points', params: { points: node.points, sum } }),
  ]
}

function wholeFlaws({ nodes, totalPoints }: PublicationView): VersionFlaw[] {
  const criteria = nodes.filter(({ kind }) => kind === 'criterion')
  if (criteria.length === 0) return [said('error', 'no-criteria', null)]
  const sum = sumPoints(criteria.filter(isOrdinary).map(({ points }) => points ?? 0))
  if (totalPoints === null)
    return [said('warning', 'total-missing', null, { field: 'points', params: { sum } })]
  if (equalPoints(sum, totalPoints)) return []
  return [said('error', 'points-sum', null, { field: 'points', params: { sum, total: totalPoints } })]
}

/** Shares of the organizations of one role that do not add up to the whole. */
function shareFlaws({ nodes, shares }: PublicationView): VersionFlaw[] {
  const given = new Map<string, number[]>()
  for (const { criterionId, role, share } of shares) {
    if (share === null) continue
    const key = `${criterionId} ${role}`
    given.set(key, [...(given.get(key) ?? []), share])
  }
  if (given.size === 0) return []
  return nodes.flatMap((node) =>
    DUTY_ROLES.flatMap((role) => {
      const own = given.get(`${node.id} ${role}`)
      const sum = own ? sumPoints(own) : 1
      return equalPoints(sum, 1)
        ? []
        : [said('warning', 'share-sum', node, { field: 'duties', params: { role, sum } })]
    }),
  )
}

/** Everything that keeps a draft from being published, errors first, each in the order of the tree (发布检查). */
export function versionFlaws(view: PublicationView): VersionFlaw[] {
  const children = childrenByParent(view.nodes)
  const flaws = [
    ...wholeFlaws(view),
    ...view.nodes.flatMap((node) =>
      node.kind === 'indicator'
        ? indicatorFlaws(node, children)
        : [...criterionErrors(node, view), ...criterionWarnings(node, view)],
    ),
    ...shareFlaws(view),
  ]
  const errors = flaws.filter(({ severity }) => severity === 'error')
  return [...errors, ...flaws.filter(({ severity }) => severity === 'warning')]
}
