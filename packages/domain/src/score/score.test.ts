import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { USUAL_BANDS } from '../framework/default-rule.ts'
import { exactly, type Fraction, plus, roundedTo, ZERO } from '../framework/fraction.ts'
import type { Rule } from '../framework/rule.ts'
import { lossesBy, scoresBy } from './breakdown.ts'
import type { Answerable, ObservedFact } from './observed.ts'
import { type ScoringNode, scoreTree } from './score-tree.ts'
import { addFact, emptyTally, NO_KEY, sumTallies, TALLY_DIMENSIONS, type Tally } from './tally.ts'
import { readTally, writeTally } from './tally-text.ts'

const RULES: readonly Rule[] = [
  { kind: 'binary' },
  { kind: 'countBands', bands: USUAL_BANDS },
  { kind: 'meanOverSites', of: { kind: 'binary' } },
  { kind: 'meanOverSites', of: { kind: 'countBands', bands: USUAL_BANDS } },
  { kind: 'rate', numerator: '达标', denominator: '应达标', full: 0.95 },
  { kind: 'deduction', each: '每处', points: 0.3, cap: 1 },
  {
    kind: 'composite',
    parts: [
      { name: '甲', weight: 30, rule: { kind: 'binary' } },
      { name: '乙', weight: 70, rule: { kind: 'meanOverSites', of: { kind: 'binary' } } },
    ],
  },
  {
    kind: 'threshold',
    metric: '占比',
    unit: '%',
    direction: 'atLeast',
    steps: [{ grade: 'A', bound: 30, share: 1 }],
  },
]

const node = (id: string, given: Partial<ScoringNode>): ScoringNode => ({
  id,
  parentId: null,
  position: 0,
  kind: 'criterion',
  code: id,
  text: id,
  points: 1,
  role: 'ordinary',
  rule: { kind: 'meanOverSites', of: { kind: 'binary' } },
  ...given,
})

/** Two parts; under each, one criterion a rule. */
const NODES: readonly ScoringNode[] = [
  node('p0', { kind: 'indicator', points: null, rule: null }),
  node('p1', { kind: 'indicator', points: null, rule: null, position: 1 }),
  ...RULES.map((rule, index) =>
    node(`c${index}`, { parentId: `p${index % 2}`, position: index, rule, points: 1 + index / 2 }),
  ),
]

const answerable: fc.Arbitrary<Answerable> = fc.record({
  organizationId: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
  role: fc.constantFrom('lead', 'competent', 'supporting'),
  share: fc.option(fc.constantFrom(0, 25, 33.3333, 60, 100), { nil: null }),
})

const share: fc.Arbitrary<Fraction> = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }))
  .map(([a, b]) => ({ numerator: BigInt(Math.min(a, b)), denominator: BigInt(b) }))

const fact: fc.Arbitrary<ObservedFact> = fc
  .record({
    criterionId: fc.option(fc.constantFrom(...RULES.map((_, index) => `c${index}`)), { nil: null, freq: 9 }),
    districtId: fc.option(fc.constantFrom('d1', 'd2'), { nil: null, freq: 9 }),
    subdistrictId: fc.option(fc.constantFrom('s1', 's2', 's3'), { nil: null, freq: 9 }),
    siteTypeId: fc.option(fc.constantFrom('t1', 't2'), { nil: null }),
    outcome: fc.constantFrom('share', 'share', 'share', 'notApplicable', 'problem'),
    share,
    alongside: fc.integer({ min: 1, max: 3 }),
    value: fc.option(fc.nat(60), { nil: null }),
    deduction: fc.constantFrom(0.25, 0.5, 1),
    responsible: fc.uniqueArray(answerable, { maxLength: 3, selector: (one) => one.organizationId }),
  })
  .map(({ deduction, ...given }) => {
    const isShare = given.outcome === 'share'
    const isFull = given.share.numerator === given.share.denominator
    return {
      ...given,
      outcome: given.outcome as ObservedFact['outcome'],
      share: isShare ? given.share : null,
      value: isShare ? given.value : null,
      violationCount: isShare && !isFull ? 1 : 0,
      stakePoints: given.criterionId === null ? 1 : null,
      deductionPoints: given.outcome === 'problem' ? deduction : null,
    }
  })

function talliesOf(facts: readonly ObservedFact[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const one of facts) {
    const key = one.criterionId ?? 'none'
    const tally = tallies.get(key) ?? emptyTally()
    tallies.set(key, tally)
    addFact(tally, one)
  }
  return tallies
}

const sum = (values: Iterable<Fraction>): Fraction => [...values].reduce(plus, ZERO)
const planned = fc.array(fc.nat(20), { minLength: RULES.length, maxLength: RULES.length })
const plannedMap = (counts: readonly number[]) => new Map(counts.map((count, index) => [`c${index}`, count]))

describe('a score tree', () => {
  it('has earned + lost + open = points at every node, whatever was seen', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), planned, (facts, counts) => {
        const { total, nodes } = scoreTree(NODES, talliesOf(facts), plannedMap(counts))
        for (const score of [total, ...nodes.values()]) {
          expect(plus(plus(score.earned, score.lost), score.open)).toEqual(score.points)
          for (const part of [score.earned, score.lost, score.open])
            expect(part.numerator).toBeGreaterThanOrEqual(0n)
        }
      }),
    )
  })

  it('divides every lost point among areas, types and organizations so that the parts add up exactly', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), planned, (facts, counts) => {
        const tallies = talliesOf(facts)
        const tree = scoreTree(NODES, tallies, plannedMap(counts))
        for (const dimension of TALLY_DIMENSIONS)
          expect(sum(lossesBy(dimension, tree, tallies).values())).toEqual(tree.total.lost)
      }),
    )
  })

  it('is the same from tallies written down and read again, from parts summed, and from facts taken out again', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), fc.array(fact, { maxLength: 10 }), (facts, gone) => {
        const whole = talliesOf(facts)
        const half = facts.length / 2
        const [first, second] = [talliesOf(facts.slice(0, half)), talliesOf(facts.slice(half))]
        for (const [key, tally] of whole) {
          const text = writeTally(tally)
          expect(writeTally(readTally(JSON.parse(JSON.stringify(text))))).toEqual(text)
          const parts = [first.get(key), second.get(key)].filter((one) => one !== undefined)
          expect(writeTally(sumTallies(parts))).toEqual(text)
          for (const one of gone) addFact(tally, one)
          for (const one of gone) addFact(tally, one, -1)
          expect(writeTally(tally)).toEqual(text)
        }
      }),
    )
  })
})

const given = (change: Partial<ObservedFact>): ObservedFact => ({
  criterionId: 'a',
  districtId: 'd1',
  subdistrictId: 's1',
  siteTypeId: 't1',
  outcome: 'share',
  share: { numerator: 1n, denominator: 1n },
  alongside: 1,
  violationCount: 0,
  value: null,
  stakePoints: null,
  deductionPoints: null,
  responsible: [],
  ...change,
})
const failed = { share: ZERO, violationCount: 1 }
const office = (organizationId: string, part: number | null = null): Answerable => ({
  organizationId,
  role: 'lead',
  share: part,
})

describe('a round worked out by hand', () => {
  // Criterion a: 4 points, mean over sites; 5 sites planned, 4 seen: 1, 0, 1/2 and, twice at one place, 1 and 0.
  const half = { share: { numerator: 1n, denominator: 2n }, violationCount: 1 }
  const facts = [
    given({ responsible: [office('o1')] }),
    given({ ...failed, responsible: [office('o1', 70), office('o2')] }),
    given({ ...half, subdistrictId: 's2' }),
    given({ alongside: 2, subdistrictId: 's2', responsible: [office('o2')] }),
    given({ ...failed, alongside: 2, subdistrictId: 's2', responsible: [office('o2')] }),
    // A row that could not be resolved: two points at stake, half of them earned.
    given({ ...half, criterionId: null, stakePoints: 2, responsible: [office('o1')] }),
  ]
  const nodes = [node('a', { points: 4 })]
  const tallies = new Map(
    [...talliesOf(facts)].map(([key, tally]) => [
      key === 'none' ? '00000000-0000-0000-0000-000000000000' : key,
      tally,
    ]),
  )
  const tree = scoreTree(nodes, tallies, new Map([['a', 5]]))
  const shown = (value: Fraction | null | undefined) => (value ? roundedTo(value, 4) : value)

  it('takes the mean of places and leaves open what was not seen', () => {
    // (1 + 0 + 0.5 + 0.5) / 4 = 0.5 of 4/5 of 4 points
    const score = tree.criteria.get('a')
    expect(shown(score?.share)).toBe('0.5000')
    expect(shown(score?.coverage)).toBe('0.8000')
    expect([score?.earned, score?.lost, score?.open].map(shown)).toEqual(['1.6000', '1.6000', '0.8000'])
  })

  it('scores streets and organizations by points earned over points at stake, each organization in full', () => {
    const streets = new Map(scoresBy('subdistrict', nodes, tallies).map((one) => [one.key, one]))
    // s1: 4 + 0 of 8, and 1 of 2; s2: 2 + 4 + 0 of 12
    expect(shown(streets.get('s1')?.earned)).toBe('5.0000')
    expect(shown(streets.get('s1')?.stake)).toBe('10.0000')
    expect(shown(streets.get('s2')?.score)).toBe('0.5000')
    const organizations = new Map(scoresBy('organization', nodes, tallies).map((one) => [one.key, one]))
    // o1: 4 + 0 of 8, and 1 of 2; o2: 0 + 4 + 0 of 12; nobody: 2 of 4
    expect(shown(organizations.get('o1')?.score)).toBe('0.5000')
    expect(shown(organizations.get('o2')?.score)).toBe('0.3333')
    expect(shown(organizations.get(NO_KEY)?.score)).toBe('0.5000')
  })

  it('divides the loss by what was lost where, and by stated shares', () => {
    // Lost at places: 1 (70 % o1, 30 % o2), 0.5 (nobody), 0.5 (o2): 2 in all, for 1.6 points.
    const losses = lossesBy('organization', tree, tallies)
    expect(shown(losses.get('o1'))).toBe('0.5600')
    expect(shown(losses.get('o2'))).toBe('0.6400')
    expect(shown(losses.get(NO_KEY))).toBe('0.4000')
  })

  it('takes deductions from a list of problems, never a rate', () => {
    const problem = given({ outcome: 'problem', share: null, deductionPoints: 0.75 })
    const listed = talliesOf([problem, problem])
    const score = scoreTree(nodes, listed, new Map()).criteria.get('a')
    expect(score?.basis).toBe('problems')
    expect([score?.earned, score?.lost, score?.open].map(shown)).toEqual(['0.0000', '1.5000', '2.5000'])
    expect(scoresBy('district', nodes, listed)[0]?.score).toBeNull()
    expect(shown(scoresBy('district', nodes, listed)[0]?.deductions)).toBe('1.5000')
  })

  it('lets what does not apply leave the denominator', () => {
    const nowhere = given({ outcome: 'notApplicable', share: null })
    const score = scoreTree(nodes, talliesOf([nowhere, nowhere]), new Map([['a', 2]])).criteria.get('a')
    expect(score?.points).toEqual(ZERO)
    expect(score?.fullPoints).toEqual(exactly(4))
  })
})
