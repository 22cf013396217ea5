import { describe, expect, it } from 'vitest'
import { type PublicationView, type PublishedNode, versionFlaws } from './version-flaws.ts'

const node = (id: string, parentId: string | null, said: Partial<PublishedNode> = {}): PublishedNode => ({
  id,
  parentId,
  position: 0,
  kind: 'criterion',
  code: id,
  points: 1,
  role: 'ordinary',
  origin: 'core',
  rule: { kind: 'binary' },
  methods: ['documentReview'],
  siteTypeIds: [],
  guesses: [],
  settled: true,
  ...said,
})
const view = (nodes: PublishedNode[], said: Partial<PublicationView> = {}): PublicationView => ({
  totalPoints: null,
  nodes,
  leadless: new Set(),
  observed: new Set(),
  shares: [],
  ...said,
})
const found = (seen: PublicationView) =>
  versionFlaws(seen).map(({ severity, code, node: at, field }) => `${severity} ${at?.code} ${code} ${field}`)

describe('what keeps a version from being published', () => {
  it('is nothing where tenths of points add up exactly', () => {
    const nodes = [
      node('1', null, { kind: 'indicator', points: 0.3 }),
      node('a', '1', { points: 0.1 }),
      node('b', '1', { points: 0.2 }),
    ]
    expect(found(view(nodes, { totalPoints: 0.3 }))).toEqual([])
  })

  it('counts bonus items beside the total, but their own indicator’s points by them', () => {
    const bonus = { role: 'bonus', rule: { kind: 'bonus', each: '每项', points: 1, cap: null } } as const
    const nodes = [
      node('a', null, { points: 100 }),
      node('2', null, { kind: 'indicator', points: 20 }),
      node('b', '2', { points: 5, ...bonus }),
    ]
    expect(found(view(nodes, { totalPoints: 100 }))).toEqual(['error 2 indicator-points points'])
  })

  it('names every guess at the field that confirms it', () => {
    const nodes = [node('a', null, { guesses: ['points', 'rule', 'lead'] })]
    expect(found(view(nodes, { totalPoints: 1 }))).toEqual([
      'error a still-guessed points',
      'error a still-guessed rule',
      'error a still-guessed duties',
    ])
  })

  it('wants no points of gates and vetoes, but their rules and leads', () => {
    const nodes = [node('a', null), node('v', null, { role: 'veto', points: null, rule: null })]
    expect(found(view(nodes, { totalPoints: 1, leadless: new Set(['v']) }))).toEqual([
      'error v rule-missing rule',
      'error v lead-missing duties',
    ])
  })

  it('looks at shares role by role', () => {
    const shares = [
      { criterionId: 'a', role: 'lead', share: 0.7 },
      { criterionId: 'a', role: 'lead', share: 0.3 },
      { criterionId: 'a', role: 'supporting', share: 0.5 },
    ] as const
    expect(found(view([node('a', null)], { totalPoints: 1, shares }))).toEqual(['warning a share-sum duties'])
  })

  it('is that there is nothing in it', () => {
    expect(found(view([]))).toEqual(['error undefined no-criteria null'])
  })
})
