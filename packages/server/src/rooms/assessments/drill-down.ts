import { type Actor, branchOf, lossAtPlace, may, over, Problem, scopeOf, ZERO } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { PAGE_LENGTH } from '../../platform/http/cursor.ts'
import { type ListedObservation, listObservations } from '../observations/index.ts'
import { exact, exactOrNull } from './exact.ts'
import { listPhotosBehind } from './photo-queries.ts'
import { readScore, type Score } from './score.ts'
import type { Selection } from './selection.ts'

type Filter = {
  readonly node?: string | undefined
  readonly district?: string | undefined
  readonly subdistrict?: string | undefined
  readonly siteType?: string | undefined
  readonly organization?: string | undefined
  readonly siteId?: string | undefined
  readonly failedOnly?: boolean | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const NONE = 'none'

/** An id, null for what has none, undefined where nothing was asked. */
const orNone = (asked: string | undefined): string | null | undefined => (asked === NONE ? null : asked)

/** The criteria meant by a node: itself, or all below it. @throws Problem not-found */
function criteriaUnder({ nodes }: Score, node: string | undefined): string[] | null | undefined {
  if (node === undefined) return undefined
  if (node === NONE) return null
  const branch = branchOf(nodes, node)
  if (branch.length === 0) throw new Problem('not-found', { what: 'frameworkNode' })
  return branch.filter(({ kind }) => kind === 'criterion').map(({ id }) => id)
}

const whole = (text: string) => ({ numerator: BigInt(text), denominator: 1n })

const shareOf = ({ numerator, denominator }: ListedObservation) =>
  numerator === null || denominator === null ? null : over(whole(numerator), whole(denominator))

function lostThrough({ tree, tallies }: Score, row: ListedObservation) {
  const id = row.criterion?.id ?? ''
  const [score, tally] = [tree.criteria.get(id), tallies.get(id)]
  return score && tally ? lossAtPlace(score, tally, { ...row, share: shareOf(row) }) : ZERO
}

type Around = {
  readonly score: Score
  readonly rounds: ReadonlyMap<string, string>
  readonly photoIds: ReadonlyMap<string, readonly string[]>
}

const photoKey = (visitId: string, criterionId: string): string => `${visitId} ${criterionId}`

function rowView(row: ListedObservation, { score, rounds, photoIds }: Around) {
  const visitId = row.source === 'visit' ? row.sourceId : null
  return {
    batchId: row.batchId,
    number: row.number,
    round: { id: row.collectionId, name: rounds.get(row.collectionId) ?? '' },
    criterion: row.criterion,
    siteId: row.siteId,
    placeName: row.placeName,
    siteTypeName: row.siteTypeName,
    areaName: row.areaName,
    subdistrictName: row.subdistrictName,
    outcome: row.outcome,
    share: exactOrNull(shareOf(row)),
    lost: exact(lostThrough(score, row)),
    violationCount: row.violationCount,
    value: row.value,
    deductionPoints: row.deductionPoints,
    alongside: row.alongside,
    responsible: row.responsible.map(({ organizationId, name, role, share }) => ({
      organization: { id: organizationId, name },
      role,
      share,
    })),
    note: row.note,
    serial: row.serial,
    observedAt: row.observedAt,
    visitId,
    photoIds: visitId && row.criterion ? (photoIds.get(photoKey(visitId, row.criterion.id)) ?? []) : [],
  }
}

/** Photos of the visits on a page, for whoever may look at visits. */
async function photosOf(reader: Reader, actor: Actor, versionId: string, rows: readonly ListedObservation[]) {
  const visitIds = rows.filter(({ source }) => source === 'visit').map(({ sourceId }) => sourceId)
  const photos = may(actor, 'round.read') ? await listPhotosBehind(reader, versionId, visitIds) : []
  return new Map(photos.map((one) => [photoKey(one.visitId, one.criterionId), one.photoIds]))
}

/**
 * The observations behind a number of a score, as far as somebody may see them, with what each lost.
 * @throws Problem not-found · cursor.invalid
 */
export async function listBehind(
  reader: Reader,
  actor: Actor,
  { version, rounds }: Selection,
  { node, district, subdistrict, siteType, organization, siteId, failedOnly, after, limit }: Filter,
) {
  const roundIds = rounds.map(({ id }) => id)
  const score = await readScore(reader, { versionId: version.id, roundIds })
  const page = await listObservations(
    reader,
    {
      collectionIds: roundIds,
      criterionIds: criteriaUnder(score, node),
      districtId: orNone(district),
      subdistrictId: orNone(subdistrict),
      siteTypeId: orNone(siteType),
      organizationId: orNone(organization),
      siteId,
      failedOnly,
      scope: scopeOf(actor, 'score.read'),
    },
    { after, limit: limit ?? PAGE_LENGTH },
  )
  const photoIds = await photosOf(reader, actor, version.id, page.items)
  const around = { score, rounds: new Map(rounds.map(({ id, name }) => [id, name])), photoIds }
  return { items: page.items.map((row) => rowView(row, around)), next: page.next }
}
