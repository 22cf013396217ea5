import {
  type Answerable,
  addFact,
  emptyTally,
  type Fraction,
  lossesBy,
  type ObservedFact,
  RULE_KINDS,
  type Rule,
  roleOfRule,
  type ScoringNode,
  scoreTree,
  type Tally,
} from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { workedExamples, written } from './scoring-page.ts'

/** An observation as it stands on the page. */
type Seen = {
  readonly site: string
  readonly share?: string
  readonly violations?: number
  readonly alongside?: number
  readonly notApplicable?: true
  readonly value?: number
  readonly deduction?: number
  readonly responsible?: readonly (Omit<Answerable, 'organizationId'> & { readonly organization: string })[]
}

/** A criterion with everything that was seen of it; numbers are written as people write them. */
type Example = {
  readonly rule: Rule
  readonly points: number
  readonly planned: number
  readonly observations: readonly Seen[]
  readonly earned?: string
  readonly lost?: string
  readonly open?: string
  readonly passed?: boolean
  readonly losses?: Readonly<Record<string, string>>
}

// what stands on the page is compared with the rules' own types by scoring it
const examples = workedExamples.filter((one) => 'observations' in one) as Example[]

function outcomeOf({ notApplicable, deduction }: Seen): ObservedFact['outcome'] {
  if (notApplicable) return 'notApplicable'
  return deduction === undefined ? 'share' : 'problem'
}

const factOf = (seen: Seen): ObservedFact => ({
  criterionId: 'criterion',
  districtId: null,
  subdistrictId: null,
  siteTypeId: null,
  outcome: outcomeOf(seen),
  share: seen.share === undefined ? null : written(seen.share),
  alongside: seen.alongside ?? 1,
  violationCount: seen.violations ?? 0,
  value: seen.value ?? null,
  stakePoints: null,
  deductionPoints: seen.deduction ?? null,
  responsible: (seen.responsible ?? []).map(({ organization, ...rest }) => ({
    ...rest,
    organizationId: organization,
  })),
})

function scored({ rule, points, planned, observations }: Example) {
  const node: ScoringNode = {
    id: 'criterion',
    parentId: null,
    position: 0,
    kind: 'criterion',
    code: '1',
    text: '标准',
    points,
    role: roleOfRule(rule.kind),
    rule,
  }
  const tally: Tally = emptyTally()
  for (const seen of observations) addFact(tally, factOf(seen))
  const tallies = new Map([['criterion', tally]])
  return { tree: scoreTree([node], tallies, new Map([['criterion', planned]])), tallies }
}

const lossesOf = (losses: Readonly<Record<string, string>>): Map<string, Fraction> =>
  new Map(Object.entries(losses).map(([name, points]) => [name, written(points)]))

describe('the page about scoring', () => {
  it.each(examples.map((example) => [example.rule.kind, example] as const))(
    'tells the truth about %s at many places',
    (_, example) => {
      const { tree, tallies } = scored(example)
      const { earned, lost, open, passed, losses } = example
      if (earned !== undefined) expect(tree.total.earned).toEqual(written(earned))
      if (lost !== undefined) expect(tree.total.lost).toEqual(written(lost))
      if (open !== undefined) expect(tree.total.open).toEqual(written(open))
      if (losses !== undefined) expect(lossesBy('organization', tree, tallies)).toEqual(lossesOf(losses))
      if (passed === undefined) return
      const [beside] = [
        ...tree.gates.map((gate) => gate.passed),
        ...tree.vetoes.map((veto) => veto.happened === false),
      ]
      expect(beside).toBe(passed)
    },
  )

  it('says of every kind of rule how places feed it', () => {
    expect([...new Set(examples.map(({ rule }) => rule.kind))].sort()).toEqual([...RULE_KINDS].sort())
  })
})
