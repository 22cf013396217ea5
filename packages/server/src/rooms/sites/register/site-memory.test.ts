import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld, type World } from '../../../testing/given-world.ts'
import { type Client, useHouse } from '../../../testing/house.ts'

const house = useHouse()
let world: World
let admin: Client
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  admin = await house.administrator()
})

/** A site that has been looked at, so that this process remembers it. */
async function givenSeenSite(): Promise<string> {
  const id = uuidv7()
  const { organizationId } = world.streets[0]
  const said = { typeId: world.siteTypeId, holderId: organizationId, supervisorId: null, state: 'active' }
  const body = { id, code: `N-${id.slice(-8)}`, name: '人民公园', address: '', position: null, ...said }
  expect((await admin.send('POST', '/api/sites', body)).statusCode).toBe(200)
  await see(id)
  return id
}
const see = (id: string) => admin.get(`/api/sites/${id}`)
const change = (id: string, basedOn: number, said: object) =>
  admin.send('PATCH', `/api/sites/${id}`, { basedOn, ...said })
const historyOf = async (id: string) => (await admin.get(`/api/sites/${id}/history`)).json().items

describe('a site that was looked at', () => {
  it('is changed again and again, and the log has every step as it was', async () => {
    const id = await givenSeenSite()
    for (const [at, state] of ['paused', 'active', 'retired'].entries()) {
      expect((await change(id, at + 1, { state })).json()).toMatchObject({ state, revision: at + 2 })
    }
    expect((await see(id)).json()).toMatchObject({ state: 'retired', revision: 4 })
    const steps = (await historyOf(id)).map(
      ({ before, after }: { before: { state: string } | null; after: { state: string } }) => [
        before?.state,
        after.state,
      ],
    )
    expect(steps).toEqual([
      ['active', 'retired'],
      ['paused', 'active'],
      ['active', 'paused'],
      [undefined, 'active'],
    ])
  })

  it('and that somebody else changed past this process is refused, and changed from what it is now', async () => {
    const id = await givenSeenSite()
    await house.asOwner(`update site set name = '中山公园', revision = 2 where id = $1`, [id])
    const late = await change(id, 1, { state: 'paused' })
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-meanwhile'])
    expect(await historyOf(id)).toHaveLength(1)
    const now = await change(id, 2, { state: 'paused' })
    expect(now.json()).toMatchObject({ name: '中山公园', state: 'paused', revision: 3 })
    expect((await historyOf(id))[0]).toMatchObject({ before: { name: '中山公园', state: 'active' } })
  })

  it('is also refused as changed meanwhile where the change would say nothing new', async () => {
    const id = await givenSeenSite()
    await house.asOwner(`update site set name = '中山公园', revision = 2 where id = $1`, [id])
    expect((await change(id, 1, { state: 'active' })).statusCode).toBe(409)
  })

  it('is changed once by two who saw the same', async () => {
    const id = await givenSeenSite()
    const answers = await Promise.all(['paused', 'retired'].map((state) => change(id, 1, { state })))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
    expect(await historyOf(id)).toHaveLength(2)
  })

  it('is answered and logged under the names that hold now, also when they are new', async () => {
    const id = await givenSeenSite()
    const types = (await admin.get('/api/site-types')).json().items
    const type = types.find((one: { id: string }) => one.id === world.siteTypeId)
    const { organizationId } = world.streets[0]
    const organization = (await admin.get(`/api/organizations/${organizationId}`)).json()
    await admin.send('PATCH', `/api/site-types/${type.id}`, { basedOn: type.revision, name: '城市公园' })
    const renamed = await admin.send('PATCH', `/api/organizations/${organizationId}`, {
      basedOn: organization.revision,
      name: '新街道办',
    })
    expect(renamed.statusCode).toBe(200)
    const named = { type: { name: '城市公园' }, holder: { name: '新街道办' } }
    expect((await change(id, 1, { state: 'paused' })).json()).toMatchObject(named)
    expect((await historyOf(id))[0]).toMatchObject({ before: named, after: named })
  })

  it('is not there for whoever may not see it', async () => {
    const id = await givenSeenSite()
    const elsewhere = await house.givenUser({ role: 'administrator', areaId: world.streets[1].areaId })
    const answer = await elsewhere.send('PATCH', `/api/sites/${id}`, { basedOn: 1, state: 'paused' })
    expect(answer.statusCode).toBe(404)
    const abroad = await house.administrator(house.otherCity)
    const other = await abroad.send('PATCH', `/api/sites/${id}`, { basedOn: 1, state: 'paused' })
    expect(other.statusCode).toBe(404)
  })
})
