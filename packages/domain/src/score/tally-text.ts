import { sumFrom } from './exact-sum.ts'
import type { COUNTS, PartSums, SUMS, Tally, TallyDimension } from './tally.ts'

type PartText = readonly [number, string, string, string, number, string, string]

/** A tally as it is stored (汇总的存储形式); equal tallies have equal texts. */
export type TallyText = {
  readonly all: Readonly<Record<(typeof COUNTS)[number], number> & Record<(typeof SUMS)[number], string>>
  readonly parts: Readonly<Record<TallyDimension, Readonly<Record<string, PartText>>>>
}

const isEmpty = ({ observations, problems }: PartSums): boolean => observations === 0 && problems === 0

const partText = (part: PartSums): PartText => [
  part.observations,
  part.stake.toJSON(),
  part.earned.toJSON(),
  part.loss.toJSON(),
  part.problems,
  part.deductions.toJSON(),
  part.deductionLoss.toJSON(),
]

const partsText = (parts: ReadonlyMap<string, PartSums>) =>
  Object.fromEntries(
    [...parts]
      .filter(([, part]) => !isEmpty(part))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, partText(part)]),
  )

export function writeTally({ all, parts }: Tally): TallyText {
  const { observations, violations, values, problems } = all
  return {
    all: {
      observations,
      violations,
      values,
      problems,
      sites: all.sites.toJSON(),
      shares: all.shares.toJSON(),
      conforming: all.conforming.toJSON(),
      notApplicable: all.notApplicable.toJSON(),
      valueSum: all.valueSum.toJSON(),
      deductions: all.deductions.toJSON(),
    },
    parts: {
      district: partsText(parts.district),
      subdistrict: partsText(parts.subdistrict),
      siteType: partsText(parts.siteType),
      organization: partsText(parts.organization),
    },
  }
}

const readPart = ([observations, stake, earned, loss, problems, deductions, deductionLoss]: PartText) => ({
  observations,
  problems,
  stake: sumFrom(stake),
  earned: sumFrom(earned),
  loss: sumFrom(loss),
  deductions: sumFrom(deductions),
  deductionLoss: sumFrom(deductionLoss),
})

const readParts = (parts: Readonly<Record<string, PartText>>): Map<string, PartSums> =>
  new Map(Object.entries(parts).map(([key, part]) => [key, readPart(part)]))

export function readTally({ all, parts }: TallyText): Tally {
  return {
    all: {
      observations: all.observations,
      violations: all.violations,
      values: all.values,
      problems: all.problems,
      sites: sumFrom(all.sites),
      shares: sumFrom(all.shares),
      conforming: sumFrom(all.conforming),
      notApplicable: sumFrom(all.notApplicable),
      valueSum: sumFrom(all.valueSum),
      deductions: sumFrom(all.deductions),
    },
    parts: {
      district: readParts(parts.district),
      subdistrict: readParts(parts.subdistrict),
      siteType: readParts(parts.siteType),
      organization: readParts(parts.organization),
    },
  }
}
