import { exactly, type Fraction, minus, ONE, over, times } from '../framework/fraction.ts'
import { ExactSum } from './exact-sum.ts'
import type { ObservedFact } from './observed.ts'
import { splitOf } from './split.ts'

/** Ways to divide what was observed (汇总维度). */
export const TALLY_DIMENSIONS = ['district', 'subdistrict', 'siteType', 'organization'] as const
/** One of them (汇总维度). */
export type TallyDimension = (typeof TALLY_DIMENSIONS)[number]

/** What has no area, type or organization stands under this key (未归属). */
export const NO_KEY = ''

/** Sums of one criterion over all places (标准汇总): a place counts once, however many observations stand side by side there. */
export type CriterionSums = {
  observations: number
  sites: ExactSum
  shares: ExactSum
  /** places where everything conforms */
  conforming: ExactSum
  notApplicable: ExactSum
  violations: number
  values: number
  valueSum: ExactSum
  problems: number
  deductions: ExactSum
}

/** Sums of one criterion for an area, a site type or an organization (分项汇总). */
export type PartSums = {
  observations: number
  /** what was at stake, in parts of the criterion's points */
  stake: ExactSum
  earned: ExactSum
  /** what was lost here, an organization's part of it */
  loss: ExactSum
  problems: number
  /** points taken off by problems, in full */
  deductions: ExactSum
  /** the same, an organization's part of it */
  deductionLoss: ExactSum
}

/** Everything that was observed of one criterion in one collection, summed exactly (观测汇总). */
export type Tally = {
  readonly all: CriterionSums
  readonly parts: Readonly<Record<TallyDimension, Map<string, PartSums>>>
}

const emptySums = (): CriterionSums => ({
  observations: 0,
  sites: new ExactSum(),
  shares: new ExactSum(),
  conforming: new ExactSum(),
  notApplicable: new ExactSum(),
  violations: 0,
  values: 0,
  valueSum: new ExactSum(),
  problems: 0,
  deductions: new ExactSum(),
})

const emptyPart = (): PartSums => ({
  observations: 0,
  stake: new ExactSum(),
  earned: new ExactSum(),
  loss: new ExactSum(),
  problems: 0,
  deductions: new ExactSum(),
  deductionLoss: new ExactSum(),
})

export const emptyTally = (): Tally => ({
  all: emptySums(),
  parts: { district: new Map(), subdistrict: new Map(), siteType: new Map(), organization: new Map() },
})

function partAt(parts: Map<string, PartSums>, key: string | null): PartSums {
  const known = parts.get(key ?? NO_KEY)
  if (known) return known
  const part = emptyPart()
  parts.set(key ?? NO_KEY, part)
  return part
}

/** 1 takes a fact in, −1 takes it out again. */
type Sign = 1 | -1

/** What a fact is worth, ready to be added wherever it counts. */
type Worth = {
  readonly sign: bigint
  readonly count: number
  readonly stake: Fraction
  readonly earned: Fraction
  readonly loss: Fraction
  readonly problem: number
  readonly deduction: Fraction
}

const NOTHING: Fraction = { numerator: 0n, denominator: 1n }

function worthOf(fact: ObservedFact, sign: Sign): Worth {
  const stake = fact.stakePoints === null ? ONE : exactly(fact.stakePoints)
  const place: Fraction = { numerator: 1n, denominator: BigInt(fact.alongside) }
  const isProblem = fact.outcome === 'problem'
  const deduction = isProblem ? exactly(fact.deductionPoints ?? 0) : NOTHING
  const base = { sign: BigInt(sign), count: sign, problem: isProblem ? sign : 0, deduction }
  if (fact.share === null) return { ...base, stake: NOTHING, earned: NOTHING, loss: NOTHING }
  return {
    ...base,
    stake,
    earned: times(stake, fact.share),
    loss: times(times(stake, place), minus(ONE, fact.share)),
  }
}

/** Count an observation where it was made or who answered; `part` is how much of the loss falls there. */
function addPart(sums: PartSums, worth: Worth, part: Fraction): void {
  const { sign } = worth
  sums.observations += worth.count
  sums.stake.add(worth.stake, sign)
  sums.earned.add(worth.earned, sign)
  sums.loss.add(times(worth.loss, part), sign)
  sums.problems += worth.problem
  sums.deductions.add(worth.deduction, sign)
  sums.deductionLoss.add(times(worth.deduction, part), sign)
}

function addToAll(all: CriterionSums, fact: ObservedFact, sign: Sign): void {
  const signed = BigInt(sign)
  const place: Fraction = { numerator: 1n, denominator: BigInt(fact.alongside) }
  all.violations += sign * fact.violationCount
  if (fact.value !== null) {
    all.values += sign
    all.valueSum.add(exactly(fact.value), signed)
  }
  if (fact.outcome === 'notApplicable') {
    all.notApplicable.add(place, signed)
  } else if (fact.share === null) {
    all.problems += sign
    all.deductions.add(exactly(fact.deductionPoints ?? 0), signed)
  } else {
    all.observations += sign
    all.sites.add(place, signed)
    all.shares.add(over(fact.share, { numerator: BigInt(fact.alongside), denominator: 1n }), signed)
    if (fact.share.numerator === fact.share.denominator) all.conforming.add(place, signed)
  }
}

/** Take an observation into a tally, or out of it again (计入汇总); exact both ways. Changes the tally it is given. */
export function addFact(tally: Tally, fact: ObservedFact, sign: Sign = 1): void {
  addToAll(tally.all, fact, sign)
  if (fact.outcome === 'notApplicable') return
  const worth = worthOf(fact, sign)
  const { parts } = tally
  addPart(partAt(parts.district, fact.districtId), worth, ONE)
  addPart(partAt(parts.subdistrict, fact.subdistrictId), worth, ONE)
  addPart(partAt(parts.siteType, fact.siteTypeId), worth, ONE)
  addToOrganizations(parts.organization, fact, worth)
}

/** Every organization that answered counts in full; the loss is divided among them. */
function addToOrganizations(parts: Map<string, PartSums>, fact: ObservedFact, worth: Worth): void {
  const split = new Map(splitOf(fact.responsible).map(({ organizationId, part }) => [organizationId, part]))
  if (split.size === 0) addPart(partAt(parts, null), worth, ONE)
  for (const organizationId of new Set(fact.responsible.map((one) => one.organizationId)))
    addPart(partAt(parts, organizationId), worth, split.get(organizationId) ?? NOTHING)
}

export const SUMS = ['sites', 'shares', 'conforming', 'notApplicable', 'valueSum', 'deductions'] as const
export const COUNTS = ['observations', 'violations', 'values', 'problems'] as const
const PART_SUMS = ['stake', 'earned', 'loss', 'deductions', 'deductionLoss'] as const

function mergePart(into: PartSums, part: PartSums): void {
  into.observations += part.observations
  into.problems += part.problems
  for (const name of PART_SUMS) into[name].addAll(part[name])
}

/** Several tallies of one criterion as one (合并汇总): rounds of one assessment. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const [only] = tallies
  if (only && tallies.length === 1) return only
  const sum = emptyTally()
  for (const { all, parts } of tallies) {
    for (const name of COUNTS) sum.all[name] += all[name]
    for (const name of SUMS) sum.all[name].addAll(all[name])
    for (const dimension of TALLY_DIMENSIONS)
      for (const [key, part] of parts[dimension]) mergePart(partAt(sum.parts[dimension], key), part)
  }
  return sum
}
