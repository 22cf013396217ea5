import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let world: World
let abroad: World
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  abroad = await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
})

const codes = async (client: Client, query = ''): Promise<string[]> =>
  (await client.get(`/api/sites${query}`)).json().items.map((site: { code: string }) => site.code)
const problemOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

describe('somebody of one street', () => {
  it('sees the sites of the street only: in lists, counts, points, export, by id and by search', async () => {
    const [east, west] = world.streets
    const clerk = await house.givenUser({ role: 'campaignOffice', areaId: east.areaId })
    expect(await codes(clerk)).toEqual(['P1'])
    expect((await clerk.get('/api/site-counts')).json().total).toBe(1)
    expect((await clerk.get('/api/site-points')).json().features).toHaveLength(1)
    for (const filter of [`areaId=${west.areaId}`, `organizationId=${west.organizationId}`, 'text=广场']) {
      expect(await codes(clerk, `?${encodeURI(filter)}`)).toEqual(filter.startsWith('text') ? ['P1'] : [])
    }
    for (const path of [`/api/sites/${west.siteId}`, `/api/sites/${west.siteId}/history`]) {
      expect(problemOf(await clerk.get(path))).toEqual([404, 'not-found'])
    }
    const change = { basedOn: 1, name: '改' }
    expect(problemOf(await clerk.send('PATCH', `/api/sites/${west.siteId}`, change))).toEqual([
      404,
      'not-found',
    ])
    const types = (await clerk.get('/api/site-types')).json().items
    expect(types).toMatchObject([{ code: 'T1', siteCount: 1 }])
  })

  it('can neither add a site elsewhere nor move one out of reach', async () => {
    const [east, west] = world.streets
    const clerk = await house.givenUser({ role: 'campaignOffice', areaId: east.areaId })
    const elsewhere = { longitude: west.longitude, latitude: west.latitude, datum: 'WGS84' }
    const body = {
      id: uuidv7(),
      code: 'X',
      name: '越界',
      typeId: world.siteTypeId,
      address: '',
      position: elsewhere,
      holderId: west.organizationId,
      supervisorId: null,
      state: 'active',
    }
    expect(problemOf(await clerk.send('POST', '/api/sites', body))).toEqual([403, 'access.out-of-scope'])
    const away = { basedOn: 1, position: elsewhere, holderId: null }
    const moved = await clerk.send('PATCH', `/api/sites/${east.siteId}`, away)
    expect(problemOf(moved)).toEqual([403, 'access.out-of-scope'])
    // Its own office still holds it there: it stays in reach.
    const kept = await clerk.send('PATCH', `/api/sites/${east.siteId}`, { basedOn: 1, position: elsewhere })
    expect(kept.json()).toMatchObject({ area: { id: west.communityId }, holder: { id: east.organizationId } })
    expect(await codes(clerk)).toEqual(['P1'])
    const types = await clerk.send('POST', '/api/site-types', {
      id: uuidv7(),
      code: 'X',
      name: 'X',
      category: '',
      description: '',
    })
    expect(problemOf(types)).toEqual([403, 'access.out-of-scope'])
  })
})

describe('a bureau', () => {
  it('sees what it supervises, wherever it lies, and may not edit without the permission', async () => {
    const [east, west] = world.streets
    const bureau = await house.givenUser({ role: 'leader', organizationId: west.organizationId })
    const before = await codes(bureau)
    const admin = await house.administrator()
    const { revision } = (await admin.get(`/api/sites/${east.siteId}`)).json()
    await admin.send('PATCH', `/api/sites/${east.siteId}`, {
      basedOn: revision,
      supervisorId: west.organizationId,
    })
    expect([before, await codes(bureau)]).toEqual([['P2'], ['P1', 'P2']])
    const refused = await bureau.send('PATCH', `/api/sites/${east.siteId}`, {
      basedOn: revision + 1,
      name: '改',
    })
    expect(problemOf(refused)).toEqual([403, 'access.no-permission'])
  })
})

describe('another city', () => {
  it('is not there', async () => {
    const admin = await house.administrator()
    const [street] = abroad.streets
    expect((await admin.get(`/api/sites/${street.siteId}`)).statusCode).toBe(404)
    expect(await codes(admin, `?areaId=${street.areaId}`)).toEqual([])
    const body = {
      id: uuidv7(),
      code: 'Y',
      name: '外市',
      typeId: abroad.siteTypeId,
      address: '',
      position: null,
      holderId: null,
      supervisorId: null,
      state: 'active',
    }
    expect(problemOf(await admin.send('POST', '/api/sites', body))).toEqual([404, 'not-found'])
    const held = { ...body, id: uuidv7(), typeId: world.siteTypeId, holderId: street.organizationId }
    expect(problemOf(await admin.send('POST', '/api/sites', held))).toEqual([404, 'not-found'])
  })
})
