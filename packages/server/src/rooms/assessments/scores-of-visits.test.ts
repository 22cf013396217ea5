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

const submit = async (siteId: string, more: Parameters<typeof visitOf>[3] = {}) => {
  const visit = visitOf(house, answering, { roundId, siteId }, more)
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
