import {
  type Answerable,
  type NamedCriterion,
  type ObservedFact,
  ONE,
  type SheetLists,
  shareLeft,
  ZERO,
} from '@chuangcheng/domain'
import type { NewObservation } from '../../observations/index.ts'
import { saidStreet } from '../names/area-book.ts'
import type { TargetRound } from '../order.ts'
import type { SaidRow } from '../sheet/said-row.ts'
import type { Ground } from './ground.ts'
import type { Notes } from './notes.ts'

/** An observation before anybody counted what stands beside it. */
export type Draft = { readonly row: SaidRow; readonly observation: Omit<NewObservation, 'alongside'> }

export type ObservingOrder = {
  readonly lists: SheetLists
  readonly pointsPerSubItem: number
  readonly round: TargetRound
  /** local date of a row that says none */
  readonly usualDay: string
}

type Outcome = Pick<ObservedFact, 'outcome' | 'share' | 'violationCount' | 'stakePoints' | 'deductionPoints'>

/** Noon of the local day: a sheet says the day only. */
const noonOf = (day: string): string => `${day}T04:00:00.000Z`

/** Points that a row can lose; a criterion without points (veto, gate) has none to take from. */
function pointsAtStake(criterion: NamedCriterion | null, perSubItem: number): number | null {
  if (criterion === null) return perSubItem
  return criterion.points === null || criterion.points === 0 ? null : criterion.points
}

/** What a list of every check says: the share that is left. Blank means that nothing was taken off. */
function checkOutcome(deduction: number, points: number | null): Outcome {
  const lost = deduction > 0
  const share = points === null ? (lost ? ZERO : ONE) : shareLeft(deduction, points)
  return { outcome: 'share', share, violationCount: lost ? 1 : 0, stakePoints: null, deductionPoints: null }
}

/** What a list of problems says: points off. Blank means all that the criterion has. */
const problemOutcome = (deduction: number): Outcome => ({
  outcome: 'problem',
  share: null,
  violationCount: 1,
  stakePoints: null,
  deductionPoints: deduction,
})

/** Turns rows into observations, one after another; what is wrong with them goes into the notes. */
export class Observer {
  readonly #ground: Ground
  readonly #order: ObservingOrder
  readonly #notes: Notes

  constructor(ground: Ground, order: ObservingOrder, notes: Notes) {
    this.#ground = ground
    this.#order = order
    this.#notes = notes
  }

  observe(row: SaidRow): Draft {
    const { item, site, problem, serial } = row
    const criterionId = item.said === '' ? null : this.#ground.names.item.settle(item.said, row)
    const criterion = criterionId === null ? null : (this.#ground.criteria.get(criterionId) ?? null)
    const place = this.#placeOf(row)
    this.#noteGaps(row)
    const outcome = this.#outcomeOf(row, criterion)
    const observation = {
      criterionId,
      ...place,
      ...outcome,
      stakePoints: criterionId === null ? this.#order.pointsPerSubItem : null,
      value: null,
      responsible: this.#answeringOf(row),
      placeName: site ?? '',
      subjectKey: this.#subjectOf(row, criterionId, place),
      // Without a criterion, what the sheet called it is all that a reader has.
      note:
        criterionId === null && item.said !== '' ? [item.said, problem].filter(Boolean).join('：') : problem,
      serial,
      observedAt: noonOf(row.day ?? this.#order.usualDay),
    }
    return { row, observation }
  }

  #placeOf(
    row: SaidRow,
  ): Pick<NewObservation, 'areaId' | 'districtId' | 'subdistrictId' | 'siteId' | 'siteTypeId'> {
    const { areas, sites, names } = this.#ground
    const { district, street } = row
    const districtId = district === null ? null : names.district.settle(district, row)
    const streetId = street === null ? null : names.street.settle(saidStreet(street, district), row)
    const said = areas.place(streetId ?? districtId)
    const { siteId, siteTypeId, areaId } = sites.find(row.site, row.siteType, said)
    return { ...(siteId === null || areaId === null ? said : areas.place(areaId)), siteId, siteTypeId }
  }

  /**
   * What is one and the same place: a site of the register, else its name within the street. A row that names no place stands alone. Rows
   * without a criterion are told apart by what they call their item.
   */
  #subjectOf(
    { item, street, site, sheet, line }: SaidRow,
    criterionId: string | null,
    { siteId, areaId }: Pick<NewObservation, 'siteId' | 'areaId'>,
  ): string {
    const named =
      site === null ? `#${sheet}.${line}.${this.#order.round.id}` : `${areaId ?? street ?? ''} ${site}`
    const place = siteId ?? named
    return criterionId === null ? `${place} ${item.said}` : place
  }

  #answeringOf(row: SaidRow): Answerable[] {
    const { organizations, names } = this.#ground
    const { sheet, line } = row
    const said = row.organizations.flatMap(({ field, cell }) =>
      organizations.namesIn(cell).map((name) => ({ name, place: { sheet, line, field } })),
    )
    const ids = new Set(said.flatMap(({ name, place }) => names.organization.settle(name, place) ?? []))
    return [...ids].map((organizationId, at) => ({
      organizationId,
      role: at === 0 ? 'lead' : 'competent',
      share: null,
    }))
  }

  #outcomeOf(row: SaidRow, criterion: NamedCriterion | null): Outcome {
    const points = pointsAtStake(criterion, this.#order.pointsPerSubItem)
    const { deduction } = row
    if (deduction !== null && points !== null && deduction > points) {
      const params = { value: deduction, points, item: row.item.said.slice(0, 60) }
      this.#notes.error(row, 'deduction', 'deduction-over-points', params)
      return this.#order.lists === 'everyCheck' ? checkOutcome(0, points) : problemOutcome(0)
    }
    if (this.#order.lists === 'everyCheck') return checkOutcome(deduction ?? 0, points)
    // One deduction merged over several problems is taken off once.
    return problemOutcome(row.sharesDeduction ? 0 : (deduction ?? points ?? 0))
  }

  #noteGaps(row: SaidRow): void {
    const notes = this.#notes
    const { startsOn, endsOn } = this.#order.round
    if (row.item.said === '') notes.repeated(row, 'item', 'item-missing')
    if (row.site === null) notes.repeated(row, 'site', 'site-missing')
    if (row.day !== null && (row.day < startsOn || row.day > endsOn))
      notes.repeated(row, 'observedOn', 'day-outside-round', { value: row.day, from: startsOn, to: endsOn })
    if (this.#order.lists === 'problemsOnly' && row.deduction === null)
      notes.repeated(row, 'deduction', 'deduction-missing')
  }
}
