import { beforeAll, describe, expect, it } from 'vitest'
import { givenCases } from '../../testing/given-case.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()
let world: World
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
})

const workbench = async (client: Client) => (await client.get('/api/workbench')).json()
const waitingOf = ({ waiting }: { waiting: { kind: string; count: number }[] }) =>
  Object.fromEntries(waiting.map(({ kind, count }) => [kind, count]))

describe('the workbench', () => {
  it('shows the administrator the whole city, by districts, and everything that waits', async () => {
    const admin = await house.administrator()
    const seen = await workbench(admin)
    expect(seen.counts).toEqual({ sites: 2, siteTypes: 1, areas: 7, organizations: 2, users: 3 })
    expect(seen.sitesByType).toEqual([{ id: expect.any(String), name: '类型c1', count: 2 }])
    expect(seen.sitesByArea).toEqual([
      { id: expect.any(String), name: '东门区', count: 1 },
      { id: expect.any(String), name: '西湖区', count: 1 },
    ])
    expect(waitingOf(seen)).toEqual({
      sitesWithoutSupervisor: 2,
      areasWithoutBoundary: 3,
      usersWithoutPassword: 2,
    })
    expect(seen.recent[0]).toMatchObject({ actorName: 'c1管理员' })
  })

  it('counts a grant that ends within thirty days, and a retired site no longer', async () => {
    const admin = await house.administrator()
    const [east, west] = world.streets
    const day = (offset: number) =>
      new Date(house.now.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
    for (const [street, until] of [
      [east, day(30)],
      [west, day(31)],
    ] as const) {
      await house.asOwner('update role_grant set valid_until = $2 where id = $1', [street.grantId, until])
    }
    await admin.send('PATCH', `/api/sites/${west.siteId}`, { basedOn: 1, state: 'retired' })
    expect(waitingOf(await workbench(admin))).toMatchObject({
      grantsEndingSoon: 1,
      sitesWithoutSupervisor: 1,
    })
  })

  it('puts cases first, for whoever has to act on them', async () => {
    const [east] = world.streets
    const own = { responsible: [{ organizationId: east.organizationId, role: 'lead' as const, share: null }] }
    await givenCases(house, [{ ...own, dueAt: '2026-11-24T17:00:00.000Z' }, own, {}])
    const clerk = await house.givenUser({
      role: 'responsibleOrganization',
      organizationId: east.organizationId,
    })
    // five in the afternoon of Greenwich is the next day here
    expect((await workbench(clerk)).waiting[0]).toEqual({
      kind: 'casesToHandle',
      count: 2,
      day: '2026-11-25',
    })
    const admin = await house.administrator()
    expect((await workbench(admin)).waiting[0]).toEqual({ kind: 'casesToDispatch', count: 1 })
    await house.asOwner('delete from case_step where number = 1 and photo_ids = $1', [[]])
    await house.asOwner(`delete from case_file where state <> 'closed'`)
  })

  it('shows somebody of one street that street, by communities, and what they themselves did', async () => {
    const [east] = world.streets
    const clerk = await house.givenUser({ role: 'responsibleOrganization', areaId: east.areaId })
    const { revision } = (await clerk.get(`/api/sites/${east.siteId}`)).json()
    await clerk.send('PATCH', `/api/sites/${east.siteId}`, { basedOn: revision, address: '新址' })
    const seen = await workbench(clerk)
    expect(seen.counts).toEqual({ sites: 1, siteTypes: 1, areas: 2, organizations: 1, users: 0 })
    expect(seen.sitesByArea).toMatchObject([{ name: '东门社区', count: 1 }])
    expect(waitingOf(seen)).toEqual({ sitesWithoutSupervisor: 1 })
    expect(seen.recent.map((entry: { action: string }) => entry.action)).toContain('site.change')
    expect(seen.recent.every((entry: { actorId: string }) => entry.actorId === clerk.userId)).toBe(true)
  })

  it('says an import in one line, and leaves out who signed in', async () => {
    house.now = new Date() // ids tell the real time, and an import's beginning is found by them
    const admin = await house.administrator()
    const rows = Array.from({ length: 15 }, (_, row) => `T${row},类型${row}`)
    await importText(admin, '/api/site-types', ['编码,名称', ...rows].join('\n'))
    const actions = (await workbench(admin)).recent.map(({ action }: { action: string }) => action)
    expect(actions[0]).toBe('siteType.import')
    expect(actions).not.toContain('siteType.add')
    expect(actions).not.toContain('session.signIn')
    expect(actions.length).toBeGreaterThan(1)
  })

  it('lets nothing wait for somebody who may only look', async () => {
    const leader = await house.givenUser({ role: 'leader' })
    const seen = await workbench(leader)
    expect([seen.counts.sites, seen.waiting]).toEqual([2, []])
    const nobody = await house.givenUser({})
    const nothing = { sites: 0, siteTypes: 0, areas: 0, organizations: 0, users: 0 }
    expect(await workbench(nobody)).toMatchObject({
      counts: nothing,
      waiting: [],
      sitesByType: [],
      sitesByArea: [],
    })
  })
})
