import { v7 as uuidv7 } from 'uuid'
import type { NewObservation } from '../rooms/observations/index.ts'
import { addBatch, addCollection } from '../rooms/observations/index.ts'
import type { TestCity, TestHouse } from './house.ts'

type GivenRound = {
  readonly versionId: string
  readonly name?: string
  readonly kind?: string
  /** sites that are planned, by the type they have */
  readonly sites?: readonly { readonly siteId: string; readonly siteTypeId: string }[]
}

/** A round with its planned sites and its ledger, written as rows. Answers its id. */
export async function givenRound(house: TestHouse, city: TestCity, given: GivenRound): Promise<string> {
  const id = uuidv7()
  const { versionId, name = `批次${id.slice(-8)}`, kind = 'mock', sites = [] } = given
  await house.database.transact(city.author, async (tx) => addCollection(tx, { id, versionId, name }))
  await house.asOwner(
    `insert into inspection_round (city_id, id, name, kind, version_id, starts_on, ends_on, rectify_days, created_at)
     values ($1, $2, $3, $4, $5, '2026-11-20', '2026-11-30', 7, now())`,
    [city.id, id, name, kind, versionId],
  )
  for (const { siteId, siteTypeId } of sites)
    await house.asOwner(
      `insert into round_site (city_id, round_id, site_id, site_type_id, origin) values ($1, $2, $3, $4, 'chosen')`,
      [city.id, id, siteId, siteTypeId],
    )
  return id
}

/** An observation in which everything conforms and nobody answers, but for what is said. */
export const observed = (said: Partial<NewObservation>): NewObservation => ({
  criterionId: null,
  siteId: null,
  placeName: '',
  subjectKey: said.siteId ?? said.placeName ?? '',
  siteTypeId: null,
  areaId: said.subdistrictId ?? null,
  districtId: null,
  subdistrictId: null,
  outcome: 'share',
  share: said.outcome === undefined || said.outcome === 'share' ? { numerator: 1n, denominator: 1n } : null,
  alongside: 1,
  violationCount: 0,
  value: null,
  stakePoints: null,
  deductionPoints: null,
  responsible: [],
  note: '',
  serial: null,
  observedAt: '2026-11-22T01:00:00Z',
  ...said,
})

/** Observations that came in together, through the ledger's door. Answers the batch's id. */
export async function givenBatch(
  house: TestHouse,
  city: TestCity,
  roundId: string,
  observations: readonly Partial<NewObservation>[],
): Promise<string> {
  const id = uuidv7()
  await house.database.transact(city.author, (tx) =>
    addBatch(
      tx,
      { id, collectionId: roundId, source: 'sheet', sourceId: id },
      observations.map((said) => observed(said)),
    ),
  )
  return id
}

/** A further site in an area. Answers its id. */
export async function givenSite(
  house: TestHouse,
  city: TestCity,
  site: { readonly name: string; readonly typeId: string; readonly areaId: string },
): Promise<string> {
  const id = uuidv7()
  await house.asOwner(
    `insert into site (city_id, id, code, name, type_id, area_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, now(), now())`,
    [city.id, id, id.slice(-12), site.name, site.typeId, site.areaId],
  )
  return id
}
