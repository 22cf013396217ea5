import { emptyTally, NO_CRITERION, type Tally, writeTally } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { useHouse } from '../../testing/house.ts'
import {
  addBatch,
  addCollection,
  foldCity,
  listObservations,
  type NewObservation,
  readTallies,
  readTalliesAt,
  removeObservations,
  removeVisit,
  verifyTallies,
} from './index.ts'

const house = useHouse()
let world: World
let collectionId: string

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东河', '西山'], 110)
})

beforeEach(async () => {
  collectionId = uuidv7()
  const collection = { id: collectionId, versionId: world.rulebook.publishedId, name: '第一轮' }
  await transact(async (tx) => addCollection(tx, collection))
})

const transact: <T>(work: Parameters<typeof house.database.transact<T>>[1]) => Promise<T> = (work) =>
  house.database.transact(house.city.author, work)
const reader = () => house.database.reader(house.city.id)

function given(change: Partial<NewObservation> = {}): NewObservation {
  const [street] = world.streets
  return {
    criterionId: street.criterionId,
    siteId: street.siteId,
    placeName: '',
    subjectKey: street.siteId,
    siteTypeId: world.siteTypeId,
    areaId: street.communityId,
    districtId: street.districtId,
    subdistrictId: street.areaId,
    outcome: 'share',
    share: { numerator: 2n, denominator: 3n },
    alongside: 1,
    violationCount: 1,
    value: null,
    stakePoints: null,
    deductionPoints: null,
    responsible: [{ organizationId: street.organizationId, role: 'lead', share: null }],
    note: '',
    serial: null,
    observedAt: '2026-11-22T01:00:00Z',
    ...change,
  }
}

async function enter(...observations: NewObservation[]): Promise<string> {
  const id = uuidv7()
  const batch = { id, collectionId, source: 'visit' as const, sourceId: id }
  await transact((tx) => addBatch(tx, batch, observations))
  return id
}

/** Tallies as text, those that hold nothing left out. */
const shown = (tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>) => {
  const empty = JSON.stringify(writeTally(emptyTally()))
  return [...(tallies.get(collectionId) ?? [])]
    .map(([criterionId, tally]) => [criterionId, JSON.stringify(writeTally(tally))] as const)
    .filter(([, text]) => text !== empty)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const standing = async () => shown(await readTallies(reader(), [collectionId]))
const fold = () => foldCity(house.database, house.city.id)

/** Rows of every sort, other ones at every step. */
function mixed(step: number): NewObservation[] {
  const [one, two] = world.streets
  const street = step % 3 === 0 ? two : one
  const responsible = [
    { organizationId: one.organizationId, role: 'lead' as const, share: step % 2 === 0 ? 70 : null },
    { organizationId: two.organizationId, role: 'competent' as const, share: null },
  ].slice(0, step % 3)
  const where = { districtId: street.districtId, subdistrictId: street.areaId, responsible }
  const share = { numerator: BigInt(step % 7), denominator: 7n }
  const rows = [
    given({ ...where, criterionId: street.criterionId, subjectKey: `${step}`, share }),
    given({ ...where, criterionId: street.criterionId, subjectKey: `${step}`, share, alongside: 3 }),
    given({ ...where, criterionId: street.criterionId, outcome: 'notApplicable', share: null }),
    given({ ...where, criterionId: null, stakePoints: 2, share }),
  ]
  return rows.slice(0, (step * 7) % 5)
}

async function supersede(batchId: string, other: string): Promise<void> {
  const byBatchId = await enter()
  await transact(async (tx) => {
    removeVisit(tx, { visitId: batchId, byBatchId })
    removeObservations(tx, { keys: [{ batchId: other, number: 0 }], byBatchId })
  })
}

describe('the ledger', () => {
  it('counts what came in at once, before and after it is folded', async () => {
    await enter(given(), given({ subjectKey: 'b', siteId: null, share: { numerator: 1n, denominator: 2n } }))
    const before = await standing()
    await fold()
    expect(await standing()).toEqual(before)
    const tally = (await readTallies(reader(), [collectionId])).get(collectionId)
    expect(tally?.get(world.streets[0].criterionId)?.all.shares.toJSON()).toBe('7/6')
  })

  it('supersedes and never overwrites: the earlier rows stay, and count no more', async () => {
    const first = await enter(given())
    await fold()
    const second = uuidv7()
    await transact(async (tx) => {
      const batch = { id: second, collectionId, source: 'visit' as const, sourceId: second }
      await addBatch(tx, batch, [given({ share: { numerator: 1n, denominator: 1n }, violationCount: 0 })])
      removeVisit(tx, { visitId: first, byBatchId: second })
    })
    const tally = (await readTallies(reader(), [collectionId])).get(collectionId)
    expect(tally?.get(world.streets[0].criterionId)?.all.shares.toJSON()).toBe('1')
    const { rows } = await house.asOwner('select removed_by from observation where batch_id = $1', [first])
    expect(rows).toEqual([{ removed_by: second }])
  })

  it('gives the same sums at a watermark, whatever came later', async () => {
    const first = await enter(given())
    const watermark = await fold()
    const then = shown(await readTalliesAt(reader(), [collectionId], watermark))
    await enter(given({ subjectKey: 'later', share: { numerator: 1n, denominator: 5n } }))
    const remover = await enter()
    await transact(async (tx) => removeVisit(tx, { visitId: first, byBatchId: remover }))
    await fold()
    expect(shown(await readTalliesAt(reader(), [collectionId], watermark))).toEqual(then)
    expect(await standing()).not.toEqual(then)
  })

  it('keeps tallies equal to a recount through any order of coming and going', async () => {
    const entered: string[] = []
    for (let step = 0; step < 40; step += 1) {
      entered.push(await enter(...mixed(step)))
      if (step % 4 === 3) await supersede(entered[step - 2] ?? '', entered[step - 1] ?? '')
      if (step % 5 === 4) await fold()
    }
    const unfolded = await standing()
    const watermark = await fold()
    expect(await standing()).toEqual(unfolded)
    expect(shown(await readTalliesAt(reader(), [collectionId], watermark))).toEqual(unfolded)
    expect(unfolded.map(([key]) => key)).toContain(NO_CRITERION)
  })

  it('shows what is behind a sum, narrowed to a criterion, an organization and a scope, page by page', async () => {
    const [one, two] = world.streets
    await enter(
      given(),
      given({ criterionId: two.criterionId, share: { numerator: 1n, denominator: 1n }, violationCount: 0 }),
      given({
        subjectKey: 'x',
        siteId: null,
        placeName: '社区1',
        areaId: two.communityId,
        subdistrictId: two.areaId,
        districtId: two.districtId,
        responsible: [{ organizationId: two.organizationId, role: 'lead', share: null }],
      }),
    )
    const filter = { collectionIds: [collectionId], scope: { everything: true } as const }
    const first = await listObservations(reader(), filter, { limit: 2 })
    expect(first.items.map(({ placeName }) => placeName)[0]).toBe('社区1')
    const rest = await listObservations(reader(), filter, { limit: 2, after: first.next ?? '' })
    expect(first.items.length + rest.items.length).toBe(3)
    expect(rest.next).toBeNull()
    const failed = await listObservations(
      reader(),
      { ...filter, criterionIds: [one.criterionId], organizationId: one.organizationId, failedOnly: true },
      { limit: 10 },
    )
    expect(failed.items.map(({ responsible }) => responsible.map(({ name }) => name))).toEqual([
      [expect.stringContaining(one.word)],
    ])
    const nobodys = { everything: false as const, seatAreaIds: new Set<string>() }
    const seen = await listObservations(
      reader(),
      {
        ...filter,
        scope: { ...nobodys, areaIds: new Set(), organizationIds: new Set([two.organizationId]) },
      },
      { limit: 10 },
    )
    expect(seen.items.map(({ placeName }) => placeName)).toEqual(['社区1'])
  })

  it('finds a tally that was changed behind its back', async () => {
    await enter(given())
    await fold()
    const faults = async () =>
      (await verifyTallies(reader())).faults.filter((fault) => fault.collectionId === collectionId)
    expect(await faults()).toEqual([])
    await house.asOwner(
      `update tally set totals = jsonb_set(totals, '{shares}', '"1"') where collection_id = $1`,
      [collectionId],
    )
    const { criterionId } = world.streets[0]
    expect(await faults()).toEqual([{ collectionId, criterionId, fault: 'sum' }])
  })

  it('finds two observations at one place that do not know of each other', async () => {
    await enter(given(), given())
    await fold()
    const { faults } = await verifyTallies(reader())
    const { criterionId } = world.streets[0]
    expect(faults).toContainEqual({ collectionId, criterionId, fault: 'alongside' })
  })

  it('keeps to its city', async () => {
    await enter(given())
    await fold()
    const elsewhere = house.database.reader(house.otherCity.id)
    expect(shown(await readTallies(elsewhere, [collectionId]))).toEqual([])
  })
})
