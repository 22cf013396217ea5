import { describe, expect, it } from 'vitest'
import { PASSWORD, useHouse } from '../../testing/house.ts'

const house = useHouse()

const founding = (over: object = {}) => ({
  token: 'the-set-up-token',
  code: 'q1',
  name: '清澜市',
  administrator: { userName: 'first.one', name: '陈主任', password: PASSWORD },
  start: 'qinglan',
  ...over,
})
const setUp = (body: object) => house.app.inject({ method: 'POST', url: '/api/set-up', payload: body })

describe('setting up a city', () => {
  it('is refused without the link that the server printed, and with a weak password; nothing is left behind', async () => {
    const wrong = await setUp(founding({ token: 'some-other-token' }))
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'set-up.link-wrong'])
    const weak = await setUp(
      founding({ administrator: { userName: 'first.one', name: '陈', password: '12345' } }),
    )
    expect([weak.statusCode, weak.json().code]).toEqual([422, 'password.too-short'])
    const standing = await setUp(founding({ code: 'c1' }))
    expect([standing.statusCode, standing.json().code]).toEqual([409, 'duplicate'])
    expect(
      (await house.app.inject('/api/set-up')).json().cities.map(({ code }: { code: string }) => code),
    ).toEqual(['c1', 'c2'])
  })

  it('moves 清澜市 in through the importers: areas, boundaries, organizations, users, types, sites, map', async () => {
    expect((await setUp(founding())).json()).toEqual({ done: true })
    const city = { id: '', code: 'q1', author: house.city.author }
    const first = await house.signIn('first.one', city)
    const { counts, waiting } = (await first.get('/api/workbench')).json()
    expect(counts).toEqual({ sites: 1200, siteTypes: 43, areas: 793, organizations: 233, users: 120 })
    // Every site was found in its area by its position; only the people still lack passwords.
    expect(waiting).toEqual([{ kind: 'usersWithoutPassword', count: 119 }])
    const map = (await first.get('/api/base-map')).json()
    expect(map.map.features.length).toBeGreaterThan(500)
    const streets = (await first.get('/api/areas?level=subdistrict')).json()
    expect(streets.items).toHaveLength(28)
  }, 60_000)

  it('spends the link: a second city is not founded by it', async () => {
    const again = await setUp(founding({ code: 'q2' }))
    expect([again.statusCode, again.json().code]).toEqual([409, 'set-up.done'])
  })

  it('gives a user of one street what is theirs, and nothing else', async () => {
    const city = { id: '', code: 'q1', author: house.city.author }
    const first = await house.signIn('first.one', city)
    const users = (await first.get('/api/users?role=responsibleOrganization&limit=500')).json().items
    const streetUser = users.find((user: { grants: { area: { name: string } | null }[] }) =>
      user.grants.some((grant) => grant.area?.name.endsWith('街道')),
    )
    const { link } = (await first.send('POST', `/api/users/${streetUser.id}/password-link`)).json()
    const token = link.split('/').at(-1)
    const set = await house.app.inject({
      method: 'POST',
      url: '/api/password',
      payload: { token, password: PASSWORD },
    })
    expect(set.statusCode).toBe(200)
    const clerk = await house.signIn(streetUser.userName, city)
    const street = streetUser.grants[0].area.name
    const all = (await first.get('/api/sites?limit=500')).json().items
    const mine = (await clerk.get('/api/sites?limit=500')).json().items
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThan(200)
    const foreign = all.find(({ id }: { id: string }) => mine.every((site: { id: string }) => site.id !== id))
    expect((await clerk.get(`/api/sites/${foreign.id}`)).statusCode).toBe(404)
    for (const site of mine.slice(0, 20)) {
      const { areaPath } = (await clerk.get(`/api/sites/${site.id}`)).json()
      expect(areaPath.map(({ name }: { name: string }) => name)).toContain(street)
    }
  })
})
