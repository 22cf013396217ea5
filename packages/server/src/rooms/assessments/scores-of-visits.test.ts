import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Tx } from '../../platform/database/database.ts'
import {
  type GivenAnswering,
  givenAnswering,
  givenChecklist,
  givenItems,
  givenRound,
  visitOf,
} from '../../testing/given-inspection.ts'
import { observed } from '../../testing/given-round.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { PIXEL } from '../../testing/pixel.ts'
import { addBatch, foldCity, lockCollection, verifyTallies } from '../observations/index.ts'

const house = useHouse()
let world: World
let office: Client
let inspector: Client
let answering: GivenAnswering
let roundId: string

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  office = await house.givenUser({ role: 'campaignOffice' })
  inspector = await house.givenUser({ role: 'inspector' })
  // three items, each feeding a criterion of one point
  answering = await givenAnswering(house, world, givenItems(3, { photo: 'onFailure' }))
  const round = await givenRound(office, {
    versionId: answering.versionId,
    siteTypeIds: [world.siteTypeId],
    siteIds: world.streets.map(({ siteId }) => siteId),
  })
  roundId = round.id
})

type Exact = { readonly fraction: string }
type Parts = { readonly points: Exact; readonly earned: Exact; readonly lost: Exact; readonly open: Exact }
const read = async (path: string) => (await office.get(`/api/score${path}rounds=${roundId}`)).json()
const partsOf = ({ points, earned, lost, open }: Parts) =>
  [points, earned, lost, open].map(({ fraction }) => fraction)

async function givenPhoto(): Promise<string> {
  const id = uuidv7()
  await inspector.sendBytes(`/api/files?id=${id}&name=${encodeURIComponent('照片.png')}`, PIXEL)
  return id
}

const submit = async (siteId: string, more: Parameters<typeof visitOf>[3] = {}, checklist = answering) => {
  const visit = visitOf(house, checklist, { roundId, siteId }, more)
  const answer = await inspector.send('POST', '/api/visits', visit)
  expect(answer.statusCode).toBe(200)
  return visit
}

describe('a visit', () => {
  it('changes the score at once, and a correction or a voided visit takes it back', async () => {
    const [east, west] = world.streets
    expect(partsOf((await read('?')).total)).toEqual(['3', '0', '0', '3'])

    // one of two sites: 1/2 of each point is seen; the first item fails there
    const photoId = await givenPhoto()
    const first = visitOf(house, answering, { roundId, siteId: east.siteId }, { failed: [0] })
    const answers = first.answers.map((answer, at) =>
      at === 0 ? { ...answer, photoIds: [photoId] } : answer,
    )
    await inspector.send('POST', '/api/visits', { ...first, answers })
    const once = await read('?')
    expect(once.nodes.slice(1).map(partsOf)).toEqual([
      ['1', '0', '1/2', '1/2'],
      ['1', '1/2', '0', '1/2'],
      ['1', '1/2', '0', '1/2'],
    ])
    expect(once.total.sites).toEqual({ planned: 2, visited: 1 })

    // at the other site everything conforms
    const second = await submit(west.siteId)
    expect(partsOf((await read('?')).total)).toEqual(['3', '5/2', '1/2', '0'])

    // nobody has a duty, so whoever holds the site answers for it
    const { rows } = await read('/breakdown?by=organization&')
    expect(rows).toMatchObject([
      { name: '东门街道办', lost: { fraction: '1/2' }, earned: { fraction: '2' }, stake: { fraction: '3' } },
      { name: '西湖街道办', lost: { fraction: '0' }, score: { fraction: '1' } },
    ])

    // the number opens to the visit and its photo
    const { items } = await read('/observations?failedOnly=true&')
    expect(items).toMatchObject([
      {
        visitId: first.id,
        photoIds: [photoId],
        placeName: '东门广场',
        note: '第1项不符合',
        lost: { fraction: '1/2' },
      },
    ])
    const photo = await office.get(`/api/visits/${first.id}/photos/${photoId}/thumbnail`)
    expect(photo.statusCode).toBe(200)

    await submit(east.siteId, { correctsId: first.id, reason: '看错了' })
    expect(partsOf((await read('?')).total)).toEqual(['3', '3', '0', '0'])
    await inspector.send('POST', `/api/visits/${second.id}/voiding`, { reason: '走错了点位' })
    expect(partsOf((await read('?')).total)).toEqual(['3', '3/2', '0', '3/2'])
    expect((await read('?')).total.sites).toEqual({ planned: 2, visited: 1 })
  })
})

describe('visits to one site with two checklists', () => {
  let front: GivenAnswering
  let paper: GivenAnswering
  let east: string

  // the second checklist asks for the first two criteria once more
  beforeEach(async () => {
    front ??= await givenAnswering(house, world, givenItems(3))
    const { versionId, criterionIds } = front
    paper ??= await givenChecklist(house, world, { versionId, items: givenItems(2), criterionIds })
    const round = await givenRound(office, {
      versionId,
      siteTypeIds: [world.siteTypeId],
      siteIds: world.streets.map(({ siteId }) => siteId),
    })
    roundId = round.id
    east = world.streets[0].siteId
  })

  const criteria = async () => (await read('?')).nodes.slice(1).map(partsOf)
  const verified = () => verifyTallies(house.database.reader(house.city.id))

  it('are one place: a criterion that both asked for has the mean of the two', async () => {
    await submit(east, { failed: [0] }, front)
    // of two sites one is seen; of what both asked for, each brings half of that one
    await submit(east, { failed: [1] }, paper)
    const both = [
      ['1', '1/4', '1/4', '1/2'],
      ['1', '1/4', '1/4', '1/2'],
      ['1', '1/2', '0', '1/2'],
    ]
    expect(await criteria()).toEqual(both)
    expect((await read('?')).total.sites).toEqual({ planned: 2, visited: 1 })
    const { rows } = await read('/breakdown?by=organization&')
    expect(rows).toMatchObject([{ name: '东门街道办', lost: { fraction: '1/2' } }])
    await foldCity(house.database, house.city.id)
    expect(await criteria()).toEqual(both)
    expect((await verified()).faults).toEqual([])
  })

  it('open to the visit that saw it, also when what it saw was written anew', async () => {
    const first = await submit(east, { failed: [0] }, front)
    const second = await submit(east, { failed: [1] }, paper)
    const { items } = await read('/observations?failedOnly=true&')
    const lost = new Map(
      items.map((one: { visitId: string; lost: Exact }) => [one.visitId, one.lost.fraction]),
    )
    expect(lost).toEqual(
      new Map([
        [first.id, '1/4'],
        [second.id, '1/4'],
      ]),
    )
  })

  it('count for themselves again when the other is voided', async () => {
    await submit(east, { failed: [0] }, front)
    const second = await submit(east, { failed: [1] }, paper)
    await inspector.send('POST', `/api/visits/${second.id}/voiding`, { reason: '走错了点位' })
    expect(await criteria()).toEqual([
      ['1', '0', '1/2', '1/2'],
      ['1', '1/2', '0', '1/2'],
      ['1', '1/2', '0', '1/2'],
    ])
  })

  it('stay one place through a correction, of whichever was there first', async () => {
    const first = await submit(east, { failed: [0] }, front)
    await submit(east, { failed: [1] }, paper)
    const corrected = await submit(east, { failed: [0, 1], correctsId: first.id, reason: '漏了一项' }, front)
    expect(await criteria()).toEqual([
      ['1', '1/4', '1/4', '1/2'],
      ['1', '0', '1/2', '1/2'],
      ['1', '1/2', '0', '1/2'],
    ])
    await submit(east, { correctsId: corrected.id, reason: '看错了' }, front)
    expect(await criteria()).toEqual([
      ['1', '1/2', '0', '1/2'],
      ['1', '1/4', '1/4', '1/2'],
      ['1', '1/2', '0', '1/2'],
    ])
    expect((await verified()).faults).toEqual([])
  })

  it('wait for each other and for a sheet that comes in, so that none overlooks another', async () => {
    const waiting = async () => {
      const { rows } = await house.asOwner(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0].count
    }
    const waitsFor = async (lock: (tx: Tx) => unknown, visited: () => Promise<unknown>) => {
      let answered: Promise<unknown> = Promise.resolve()
      await house.database.transact(house.city.author, async (tx) => {
        await lock(tx)
        answered = visited()
        await expect.poll(waiting).toBe(1)
      })
      await answered
    }
    await waitsFor(
      (tx) =>
        sql`select from round_site where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = ${east}
          for no key update`.execute(tx.sql),
      () => submit(east, {}, front),
    )
    await waitsFor(
      async (tx) => {
        await lockCollection(tx, roundId)
        const id = uuidv7()
        const [criterionId = ''] = front.criterionIds
        await addBatch(tx, { id, collectionId: roundId, source: 'sheet', sourceId: id }, [
          observed({ criterionId, siteId: east, subjectKey: east }),
        ])
      },
      () => submit(east, {}, paper),
    )
    expect((await verified()).faults).toEqual([])
  })

  it('are one place when both are sent at the same moment', async () => {
    await Promise.all([submit(east, { failed: [0] }, front), submit(east, { failed: [1] }, paper)])
    expect((await criteria()).slice(0, 2)).toEqual([
      ['1', '1/4', '1/4', '1/2'],
      ['1', '1/4', '1/4', '1/2'],
    ])
  })
})
