import type { DutyRole } from '../duty/duty.ts'
import type { Fraction } from '../framework/fraction.ts'

/** Who answered for what was observed, at that moment (观测时的责任单位). `share` is the part of the loss in percent; null = not said. */
export type Answerable = {
  readonly organizationId: string
  readonly role: DutyRole
  readonly share: number | null
}

/** What an observation says (观测结果): a share of the points, that it does not apply, or a problem of a list that names only problems. */
export const OBSERVATION_OUTCOMES = ['share', 'notApplicable', 'problem'] as const
export type ObservationOutcome = (typeof OBSERVATION_OUTCOMES)[number]

/** One row of the ledger as far as scores go (观测): what was seen of one criterion at one place. */
export type ObservedFact = {
  /** null: could not be resolved; it counts for its area and organizations, for no criterion */
  readonly criterionId: string | null
  readonly districtId: string | null
  readonly subdistrictId: string | null
  readonly siteTypeId: string | null
  readonly outcome: ObservationOutcome
  /** exact, 0–1; null unless the outcome is a share */
  readonly share: Fraction | null
  /** so many observations of the criterion stand side by side at this place: together they count as one site */
  readonly alongside: number
  readonly violationCount: number
  /** a measured number, at most four decimals */
  readonly value: number | null
  /** points at stake where no criterion says so; null = those of the criterion */
  readonly stakePoints: number | null
  /** of a problem: what it takes off */
  readonly deductionPoints: number | null
  readonly responsible: readonly Answerable[]
}
