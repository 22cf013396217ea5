import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type GivenAnswering,
  givenAnswering,
  givenItems,
  givenRound,
  visitOf,
} from '../../testing/given-inspection.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { PIXEL } from '../../testing/pixel.ts'

const house = useHouse()
let world: World
let office: Client
let member: Client
let answering: GivenAnswering
let round: { id: string; revision: number }
let visitId: string
const photoId = uuidv7()

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  office = await house.givenUser({ role: 'campaignOffice' })
  // by their own grant they would see the other street only
  member = await house.givenUser({ role: 'inspector', areaId: world.streets[1].areaId })
  answering = await givenAnswering(house, world, givenItems(2, { photo: 'onFailure' }))
  round = await givenRound(office, {
    versionId: answering.versionId,
    siteTypeIds: [world.siteTypeId],
    siteIds: world.streets.map(({ siteId }) => siteId),
    kind: 'covert',
    name: '秘密批次',
    teams: [{ name: '暗访组', memberIds: [member.userId] }],
  })
  await office.send('POST', `/api/rounds/${round.id}/assignments`, {
    basedOn: round.revision,
    to: { way: 'evenly' },
  })
  await member.sendBytes(`/api/files?id=${photoId}&name=a.png`, PIXEL)
  const visit = visitOf(
    house,
    answering,
    { roundId: round.id, siteId: world.streets[0].siteId },
    { failed: [0] },
  )
  const answers = visit.answers.map((answer, at) => ({ ...answer, photoIds: at === 0 ? [photoId] : [] }))
  visitId = visit.id
  expect((await member.send('POST', '/api/visits', { ...visit, answers })).statusCode).toBe(200)
})

/** Every way to look at the round or its visit. */
const pathsOf = () => [
  `/api/rounds/${round.id}`,
  `/api/rounds/${round.id}/sites`,
  `/api/rounds/${round.id}/sites/${world.streets[0].siteId}`,
  `/api/rounds/${round.id}/draws/latest`,
  `/api/visits?roundId=${round.id}`,
  `/api/visits/${visitId}`,
  `/api/visits/${visitId}/photos/${photoId}`,
  `/api/visits/${visitId}/photos/${photoId}/thumbnail`,
  `/api/visits/${visitId}/handover-slip`,
]
const LISTS = ['/api/rounds?limit=500', '/api/visits?limit=500', '/api/my-assignments?limit=500']

describe('a covert round', () => {
  it('is seen by its team and by the office, in lists and in every part', async () => {
    for (const client of [member, office]) {
      for (const path of pathsOf().filter((one) => !one.endsWith('latest')))
        expect([path, (await client.get(path)).statusCode]).toEqual([path, 200])
      expect((await client.get(LISTS[0] ?? '')).body).toContain('秘密批次')
      expect((await client.get(LISTS[1] ?? '')).body).toContain(visitId)
    }
    const mine = (await member.get('/api/my-assignments')).json()
    expect(mine.rounds).toMatchObject([{ id: round.id, hidden: true }])
  })

  it('is not there for anybody else, whatever they may see of other rounds', async () => {
    const { areaId, organizationId } = world.streets[0]
    const strangers = [
      await house.givenUser({ role: 'inspector' }),
      await house.givenUser({ role: 'leader' }),
      await house.givenUser({ role: 'verifier' }),
      await house.givenUser({ role: 'supervisor' }),
      await house.givenUser({ role: 'inspector', areaId }),
      // who plans rounds of a part of the city is not the office
      await house.givenUser({ role: 'campaignOffice', areaId }),
      await house.givenUser({ role: 'campaignOffice', organizationId }),
    ]
    for (const client of strangers) {
      for (const path of pathsOf()) expect([path, (await client.get(path)).statusCode]).toEqual([path, 404])
      for (const path of LISTS) {
        const { body } = await client.get(path)
        expect(body).not.toContain(round.id)
        expect(body).not.toContain('秘密批次')
        expect(body).not.toContain(visitId)
      }
    }
  })

  it('takes no visit, no change and no plan from others, and does not say that it is there', async () => {
    const inspector = await house.givenUser({ role: 'inspector' })
    const visit = visitOf(house, answering, { roundId: round.id, siteId: world.streets[1].siteId })
    const refused = (await inspector.send('POST', '/api/visits', visit)).json()
    expect(refused.code).toBe('not-found')
    expect(JSON.stringify(refused)).not.toContain('秘密批次')
    const voiding = await inspector.send('POST', `/api/visits/${visitId}/voiding`, { reason: '作废' })
    expect(voiding.statusCode).toBe(404)
    const planner = await house.givenUser({ role: 'campaignOffice', areaId: world.streets[0].areaId })
    const finish = await planner.send('POST', `/api/rounds/${round.id}/finish`, { basedOn: 1 })
    expect(finish.statusCode).toBe(404)
  })

  it('is not shown at its sites in later rounds either', async () => {
    const { siteId } = world.streets[0]
    const later = await givenRound(office, {
      versionId: answering.versionId,
      siteTypeIds: [world.siteTypeId],
      siteIds: [siteId],
    })
    const before = async (client: Client) =>
      (await client.get(`/api/rounds/${later.id}/sites/${siteId}`))
        .json()
        .before.map((one: { visitId: string }) => one.visitId)
    expect(await before(office)).toContain(visitId)
    expect(await before(await house.givenUser({ role: 'inspector' }))).not.toContain(visitId)
  })

  it('is seen by everybody once it is published', async () => {
    const leader = await house.givenUser({ role: 'leader' })
    const { revision } = (await office.get(`/api/rounds/${round.id}`)).json()
    const published = await office.send('POST', `/api/rounds/${round.id}/publication`, { basedOn: revision })
    expect(published.json()).toMatchObject({ hidden: false, publishedAt: house.now.toISOString() })
    expect((await leader.get(`/api/visits/${visitId}`)).statusCode).toBe(200)
    expect((await leader.get('/api/rounds')).body).toContain('秘密批次')
  })
})
