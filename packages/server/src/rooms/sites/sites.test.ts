import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let world: World
let admin: Client
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  admin = await house.administrator()
})

const siteBody = (over: object = {}) => {
  const id = uuidv7()
  const { longitude, latitude, organizationId } = world.streets[0]
  return {
    id,
    code: `N-${id.slice(-8)}`,
    name: '人民公园',
    typeId: world.siteTypeId,
    address: '人民路1号',
    position: {
      longitude,
      latitude,
      datum: 'WGS84',
    },
    holderId: organizationId,
    supervisorId: null,
    state: 'active',
    ...over,
  }
}
const add = async (over: object = {}) => (await admin.send('POST', '/api/sites', siteBody(over))).json()
const problemOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

describe('a site', () => {
  it('belongs to the deepest area at its position, and moves to another area when it is moved', async () => {
    const [east, west] = world.streets
    const site = await add()
    expect(site.area).toEqual({ id: east.communityId, name: '东门社区' })
    expect(site.areaPath.map((area: { name: string }) => area.name)).toEqual([
      '城市c1',
      '东门区',
      '东门街道',
      '东门社区',
    ])
    const position = { longitude: west.longitude + 0.06, latitude: west.latitude, datum: 'WGS84' }
    const moved = (await admin.send('PATCH', `/api/sites/${site.id}`, { basedOn: 1, position })).json()
    expect(moved).toMatchObject({
      area: { id: west.areaId },
      revision: 2,
      holder: { id: east.organizationId },
    })
    const gone = (await admin.send('PATCH', `/api/sites/${site.id}`, { basedOn: 2, position: null })).json()
    expect(gone).toMatchObject({ area: null, position: null, givenPosition: null, areaPath: [] })
  })

  it('keeps the position as it was given beside the one in WGS84', async () => {
    const given = { longitude: 120.0147, latitude: 30.0077, datum: 'GCJ-02' }
    const site = await add({ position: given })
    expect(site.givenPosition).toEqual(given)
    expect(site.position.longitude).toBeCloseTo(120.0098, 2)
    expect(site.position.longitude).not.toBe(given.longitude)
    const { rows } = await house.asOwner('select h3_cell::text from site where id = $1', [site.id])
    expect(rows[0].h3_cell).toMatch(/^\d{18}$/)
  })

  it('is added once, however often the request is repeated; its id serves no other site', async () => {
    const body = siteBody()
    const first = await admin.send('POST', '/api/sites', body)
    const again = await admin.send('POST', '/api/sites', body)
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    const history = (await admin.get(`/api/sites/${body.id}/history`)).json().items
    expect(history).toHaveLength(1)
    expect(problemOf(await admin.send('POST', '/api/sites', { ...body, name: '别的' }))).toEqual([
      409,
      'duplicate',
    ])
  })

  it('has a code of its own, and points only to what is there', async () => {
    const { code } = await add()
    const twice = await admin.send('POST', '/api/sites', siteBody({ code }))
    expect([...problemOf(twice), twice.json().params]).toEqual([
      409,
      'duplicate',
      { what: 'siteCode', value: code },
    ])
    for (const gap of [{ typeId: uuidv7() }, { holderId: uuidv7() }, { supervisorId: uuidv7() }]) {
      expect(problemOf(await admin.send('POST', '/api/sites', siteBody(gap)))).toEqual([404, 'not-found'])
    }
    expect((await admin.send('POST', '/api/sites', siteBody({ position: 3 }))).statusCode).toBe(400)
  })

  it('is not changed on top of somebody else’s change; a change of nothing leaves no trace', async () => {
    const { id } = await add()
    expect(
      (await admin.send('PATCH', `/api/sites/${id}`, { basedOn: 1, name: '人民公园' })).json().revision,
    ).toBe(1)
    const [one, two] = await Promise.all([
      admin.send('PATCH', `/api/sites/${id}`, { basedOn: 1, name: '甲' }),
      admin.send('PATCH', `/api/sites/${id}`, { basedOn: 1, name: '乙' }),
    ])
    expect(new Set([one.statusCode, two.statusCode])).toEqual(new Set([200, 409]))
    expect((await admin.get(`/api/sites/${id}/history`)).json().items).toHaveLength(2)
  })

  it('tells its history with names, the latest first', async () => {
    const { id } = await add({ name: '旧名' })
    await admin.send('PATCH', `/api/sites/${id}`, {
      basedOn: 1,
      name: '新名',
      supervisorId: world.streets[1].organizationId,
    })
    const { items } = (await admin.get(`/api/sites/${id}/history`)).json()
    expect(items.map((entry: { action: string }) => entry.action)).toEqual(['site.change', 'site.add'])
    expect(items[0].before).toMatchObject({ name: '旧名', supervisor: null, area: { name: '东门社区' } })
    expect(items[0].after).toMatchObject({ name: '新名', supervisor: { name: '西湖街道办' } })
    const page = (await admin.get(`/api/sites/${id}/history?limit=1`)).json()
    const next = (await admin.get(`/api/sites/${id}/history?limit=1&after=${page.next}`)).json()
    expect(next.items[0].action).toBe('site.add')
  })

  it('is found by two characters of its name, and by the new name once it is renamed', async () => {
    const { id } = await add({ name: '梧桐书屋' })
    const found = async (text: string) =>
      (await admin.get(`/api/search?text=${encodeURIComponent(text)}`))
        .json()
        .items.map((item: { id: string }) => item.id)
    expect(await found('书屋')).toContain(id)
    await admin.send('PATCH', `/api/sites/${id}`, { basedOn: 1, name: '梧桐驿站' })
    expect(await found('驿站')).toContain(id)
    expect(await found('书屋')).not.toContain(id)
  })
})

describe('the register', () => {
  const names = async (query: string, client = admin): Promise<string[]> =>
    (await client.get(`/api/sites?${query}`)).json().items.map((site: { name: string }) => site.name)

  it('is read page by page in the order of codes, without gap or repetition', async () => {
    const all = (await admin.get('/api/sites?limit=500'))
      .json()
      .items.map((site: { code: string }) => site.code)
    const pages: string[] = []
    let after = ''
    do {
      const page = (await admin.get(`/api/sites?limit=3${after && `&after=${after}`}`)).json()
      pages.push(...page.items.map((site: { code: string }) => site.code))
      after = page.next
    } while (after)
    expect(pages).toEqual(all)
    expect((await admin.get('/api/sites?after=rubbish')).json().code).toBe('cursor.invalid')
  })

  it('is filtered by type, area and organization with what lies below, state, gaps and words', async () => {
    const [east, west] = world.streets
    const type = (
      await admin.send('POST', '/api/site-types', {
        id: uuidv7(),
        code: 'F',
        name: '集市',
        category: '',
        description: '',
      })
    ).json()
    await add({ name: '筛选甲', typeId: type.id, supervisorId: west.organizationId, state: 'paused' })
    await add({ name: '筛选乙', typeId: type.id, position: null, holderId: null })
    await add({ name: '筛选丙', typeId: type.id, position: null, state: 'retired', holderId: null })
    const of = (query: string) => names(`typeId=${type.id}&${query}`).then((list) => list.sort())
    expect(await of('')).toEqual(['筛选丙', '筛选乙', '筛选甲'].sort())
    expect(await of(`areaId=${east.districtId}`)).toEqual(['筛选甲'])
    expect(await of(`areaId=${west.districtId}`)).toEqual([])
    expect(await of(`organizationId=${west.organizationId}`)).toEqual(['筛选甲'])
    expect(await of('state=paused')).toEqual(['筛选甲'])
    expect(await of('missing=position')).toEqual(['筛选乙'])
    expect(await of('missing=area')).toEqual(['筛选乙'])
    expect(await of('missing=holder')).toEqual(['筛选乙'])
    expect(await of('missing=supervisor')).toEqual(['筛选乙'])
    expect(await of(`text=${encodeURIComponent('选甲')}`)).toEqual(['筛选甲'])
    expect(await of(`text=${encodeURIComponent('集市')}`)).toHaveLength(3)
    expect(await of(`text=${encodeURIComponent('()')}`)).toHaveLength(3)
    const counts = (await admin.get(`/api/site-counts?typeId=${type.id}`)).json()
    expect(counts).toEqual({ total: 3, byType: [{ id: type.id, name: '集市', count: 3 }] })
  })

  it('gives the map compact points of what has a position', async () => {
    const { id } = await add({
      name: '带"引号"的点',
      position: { longitude: 120.01234567, latitude: 30.01, datum: 'WGS84' },
    })
    const points = (await admin.get(`/api/site-points?text=${encodeURIComponent('引号')}`)).json()
    const properties = { id, name: '带"引号"的点', typeId: world.siteTypeId }
    const geometry = { type: 'Point', coordinates: [120.012346, 30.01] }
    expect(points).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry, properties }],
    })
  })
})
