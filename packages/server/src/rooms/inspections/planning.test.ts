import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type GivenAnswering,
  givenAnswering,
  givenItems,
  givenRound,
  visitOf,
} from '../../testing/given-inspection.ts'
import { givenVersion } from '../../testing/given-version.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let world: World
let office: Client
let answering: GivenAnswering
let round: { id: string; revision: number; [more: string]: unknown }

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  const elsewhere = await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  office = await house.givenUser({ role: 'campaignOffice' })
  answering = await givenAnswering(house, world, givenItems(2))
  for (const at of [world, elsewhere]) await givenSites(at, 30)
})

beforeEach(async () => {
  round = await givenRound(office, { versionId: answering.versionId, siteTypeIds: [world.siteTypeId] })
})

/** More sites of the type, every other one in the second street. */
async function givenSites({ city, siteTypeId, streets }: World, count: number) {
  for (let number = 1; number <= count; number++)
    await house.asOwner(
      `insert into site (city_id, id, code, name, type_id, area_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, now(), now())`,
      [
        city.id,
        uuidv7(),
        `Z${String(number).padStart(3, '0')}`,
        `点位${number}`,
        siteTypeId,
        streets[number % 2 === 0 ? 0 : 1].communityId,
      ],
    )
}

const at = (rest = '') => `/api/rounds/${round.id}${rest}`
const plan = async (
  rest: string,
  body: Record<string, unknown> = {},
  method: 'POST' | 'PUT' | 'PATCH' = 'POST',
  client = office,
) => {
  const answer = (await client.send(method, at(rest), { basedOn: round.revision, ...body })).json()
  round = answer.round ?? (answer.revision ? answer : round)
  return answer
}
const draw = (body: Record<string, unknown> = {}) =>
  plan('/draws', {
    seed: '2026',
    quotas: [{ siteTypeId: world.siteTypeId, count: 5 }],
    dryRun: false,
    ...body,
  })
const sitesOf = async (query = '') => (await office.get(at(`/sites?limit=500&${query}`))).json().items
const codesOf = async (query = '') =>
  (await sitesOf(query)).map((one: { site: { code: string } }) => one.site.code)
const idsOf = async (...codes: string[]) =>
  (
    await house.asOwner('select id from site where city_id = $1 and code = any($2)', [house.city.id, codes])
  ).rows.map(({ id }) => id)

describe('a round', () => {
  const order = () => ({
    id: uuidv7(),
    name: `批次${uuidv7().slice(-8)}`,
    kind: 'special',
    versionId: answering.versionId,
    startsOn: '2026-12-01',
    endsOn: '2026-12-10',
    rectifyDays: 2,
    siteTypeIds: [world.siteTypeId],
  })

  it('is planned once for a repeated request, with its gaps said in words', async () => {
    const body = order()
    const first = (await office.send('POST', '/api/rounds', body)).json()
    expect(first).toMatchObject({
      state: 'planned',
      siteCount: 0,
      gaps: [{ code: 'no-sites', text: '还没有计划点位' }],
    })
    expect((await office.send('POST', '/api/rounds', body)).json()).toEqual(first)
    expect((await office.send('POST', '/api/rounds', { ...body, name: '别的' })).json().code).toBe(
      'duplicate',
    )
    const { items } = (await office.get('/api/rounds?state=planned')).json()
    expect(items.map(({ id }: { id: string }) => id)).toEqual([body.id])
  })

  it('is refused under a draft, with its days reversed, under a name that is taken, and to whom plans only a part', async () => {
    const code = async (more: Record<string, unknown>, client = office) =>
      (await client.send('POST', '/api/rounds', { ...order(), ...more })).json().code
    const draft = await givenVersion(house, house.city, { state: 'draft', criteria: [] })
    expect(await code({ versionId: draft.id })).toBe('framework.not-published')
    expect(await code({ versionId: uuidv7() })).toBe('not-found')
    expect(await code({ endsOn: '2026-11-30' })).toBe('validity.reversed')
    expect(await code({ name: round.name })).toBe('duplicate')
    expect(await code({ siteTypeIds: [uuidv7()] })).toBe('not-found')
    const { areaId } = world.streets[0]
    expect(await code({}, await house.givenUser({ role: 'campaignOffice', areaId }))).toBe(
      'access.out-of-scope',
    )
  })

  it('changes, ends and opens again, each on what was last seen', async () => {
    expect(await plan('', { rectifyDays: 7, endsOn: '2027-01-31' }, 'PATCH')).toMatchObject({
      rectifyDays: 7,
      endsOn: '2027-01-31',
    })
    expect((await plan('', { basedOn: 99 }, 'PATCH')).code).toBe('changed-meanwhile')
    expect((await plan('/publication')).code).toBe('round.not-covert')
    expect(await plan('/finish')).toMatchObject({ state: 'finished', finishedAt: house.now.toISOString() })
    expect((await plan('', { name: '改' }, 'PATCH')).code).toBe('round.finished')
    expect(await plan('/reopening')).toMatchObject({ state: 'running', finishedAt: null })
  })

  it('keeps a type of which sites are planned', async () => {
    await plan('/sites', { siteIds: await idsOf('P1') })
    expect((await plan('', { siteTypeIds: [] }, 'PATCH')).code).toBe('round.type-planned')
  })
})

describe('drawing by lot', () => {
  it('plans as many as are wanted, the same again from the same seed, and anyone can replay it', async () => {
    const { draw: recorded, addedCount } = await draw()
    expect(addedCount).toBe(5)
    expect(recorded).toMatchObject({
      number: 1,
      seed: '2026',
      byType: [{ quota: 5, frameCount: 32, drawnCount: 5 }],
    })
    const first = await codesOf()
    const leader = await house.givenUser({ role: 'leader' })
    const replay = (await leader.get(at('/draws/latest'))).json()
    expect(replay).toMatchObject({ same: true, missing: [], added: [] })
    expect(replay.frame[0].drawn).toEqual(first)
    expect(replay.frame[0].codes).toHaveLength(32)
    expect(await draw()).toMatchObject({ addedCount: 0, removedCount: 0 })
    expect(await codesOf()).toEqual(first)
    await draw({ seed: '2027' })
    expect(await codesOf()).not.toEqual(first)
    expect(await codesOf()).toHaveLength(5)
  })

  it('tried without planning changes nothing', async () => {
    const tried = await draw({ dryRun: true })
    expect(tried).toMatchObject({ addedCount: 5, round: { siteCount: 0, draw: null } })
    expect(tried.sites).toHaveLength(5)
    expect(await codesOf()).toEqual([])
  })

  it('keeps what was chosen and what was visited, and says what was taken out since', async () => {
    await draw({ quotas: [{ siteTypeId: world.siteTypeId, count: null }] })
    const [visited] = await sitesOf()
    const inspector = await house.givenUser({ role: 'inspector' })
    const place = { roundId: round.id, siteId: visited.site.id }
    await inspector.send('POST', '/api/visits', visitOf(house, answering, place))
    await draw({ quotas: [{ siteTypeId: world.siteTypeId, count: 1 }], areaId: world.streets[1].areaId })
    expect(await codesOf()).toHaveLength(2)
    const kept = (await sitesOf()).find(({ site }: { site: { id: string } }) => site.id === visited.site.id)
    expect(kept).toMatchObject({ origin: 'chosen', visit: { findingCount: 0 } })
    const [drawn] = (await sitesOf()).filter(({ origin }: { origin: string }) => origin === 'drawn')
    const removal = { siteIds: [drawn.site.id, visited.site.id] }
    expect(await plan('/sites/removal', removal)).toMatchObject({ removedCount: 1, visitedCount: 1 })
    expect((await office.get(at('/draws/latest'))).json()).toMatchObject({
      same: false,
      missing: [{ name: drawn.site.code }],
    })
  })

  it('is refused of types that are not the round’s', async () => {
    const other = uuidv7()
    await house.asOwner(`insert into site_type (city_id, id, code, name) values ($1, $2, $3, $3)`, [
      house.city.id,
      other,
      other.slice(-8),
    ])
    expect((await draw({ quotas: [{ siteTypeId: other, count: 1 }] })).code).toBe('round.type-elsewhere')
    expect((await draw({ quotas: [{ siteTypeId: uuidv7(), count: 1 }] })).code).toBe('not-found')
  })
})

describe('chosen sites', () => {
  it('are planned by name or by area, once', async () => {
    expect(await plan('/sites', { siteIds: await idsOf('Z001', 'Z002') })).toMatchObject({ addedCount: 2 })
    expect(await plan('/sites', { areaId: world.streets[0].areaId })).toMatchObject({ addedCount: 15 })
    expect(await codesOf('text=Z00')).toEqual(['Z001', 'Z002', 'Z004', 'Z006', 'Z008'])
    expect(round.byArea).toMatchObject([
      { area: { name: '东门街道' }, plannedCount: 16 },
      { area: { name: '西湖街道' }, plannedCount: 1 },
    ])
  })

  it('are refused when they are unknown, out of use or of another type', async () => {
    expect((await plan('/sites', { siteIds: [uuidv7()] })).code).toBe('not-found')
    const [id] = await idsOf('Z030')
    await house.asOwner(`update site set state = 'paused' where id = $1`, [id])
    expect((await plan('/sites', { siteIds: [id] })).code).toBe('round.site-unfit')
    await house.asOwner(`update site set state = 'active' where id = $1`, [id])
  })
})

describe('teams', () => {
  it('share out what nobody has evenly, take areas and single sites, and give them back when they go', async () => {
    const [one, two] = [
      await house.givenUser({ role: 'inspector' }),
      await house.givenUser({ role: 'inspector' }),
    ]
    const teams = [
      { id: uuidv7(), name: '一组', memberIds: [one.userId] },
      { id: uuidv7(), name: '二组', memberIds: [two.userId] },
    ]
    await plan('/sites', { areaId: world.cityAreaId })
    await plan('/teams', { teams }, 'PUT')
    expect(round.gaps).toMatchObject([{ code: 'site-unassigned', count: 32 }])
    expect(await plan('/assignments', { to: { way: 'evenly' } })).toMatchObject({ assignedCount: 32 })
    expect(round.teams).toMatchObject([{ siteCount: 16 }, { siteCount: 16 }])
    // neighbors together: each street is one team's
    expect(new Set(await codesOf(`teamId=${teams[0]?.id}&areaId=${world.streets[0].areaId}`))).toHaveProperty(
      'size',
      16,
    )
    const area = { way: 'area', areaId: world.streets[0].areaId, teamId: teams[1]?.id }
    expect(await plan('/assignments', { to: area })).toMatchObject({ assignedCount: 16 })
    const mine = (await two.get('/api/my-assignments?limit=500')).json()
    expect(mine.rounds).toMatchObject([
      { id: round.id, team: { name: '二组' }, siteCount: 32, visitedCount: 0 },
    ])
    expect(mine.items).toHaveLength(32)
    expect(mine.items[0]).toMatchObject({ checklistReady: true, visit: null })
    expect((await one.get('/api/my-assignments')).json().items).toEqual([])
    const { waiting } = (await two.get('/api/workbench')).json()
    expect(waiting).toContainEqual({ kind: 'sitesToVisit', count: 32, day: round.endsOn })
    await plan('/teams', { teams: teams.slice(0, 1) }, 'PUT')
    expect(await codesOf('unassigned=true')).toHaveLength(32)
  })

  it('have everybody once, and only who may record visits', async () => {
    const inspector = await house.givenUser({ role: 'inspector' })
    const leader = await house.givenUser({ role: 'leader' })
    const code = async (...memberIds: string[][]) => {
      const teams = memberIds.map((ids, index) => ({ id: uuidv7(), name: `${index}组`, memberIds: ids }))
      return (await plan('/teams', { teams }, 'PUT')).code
    }
    expect(await code([inspector.userId], [inspector.userId])).toBe('round.member-twice')
    expect(await code([leader.userId])).toBe('round.member-unfit')
    expect(await code([uuidv7()])).toBe('not-found')
    const twice = [1, 2].map(() => ({ id: uuidv7(), name: '一组', memberIds: [] }))
    expect((await plan('/teams', { teams: twice }, 'PUT')).code).toBe('round.team-twice')
    expect((await plan('/assignments', { to: { way: 'evenly' } })).code).toBe('round.no-team')
    const names = (await office.get('/api/inspectors')).json().items.map(({ id }: { id: string }) => id)
    expect(names).toContain(inspector.userId)
    expect(names).not.toContain(leader.userId)
  })
})

describe('an assignment', () => {
  it('shows an inspector the checklist with its protocol, who goes, and what was seen before', async () => {
    const inspector = await house.givenUser({ role: 'inspector' })
    const [siteId = ''] = await idsOf('P1')
    const earlier = await givenRound(office, {
      versionId: answering.versionId,
      siteTypeIds: [world.siteTypeId],
      siteIds: [siteId],
    })
    const before = visitOf(house, answering, { roundId: earlier.id, siteId }, { failed: [1] })
    await inspector.send('POST', '/api/visits', before)
    await plan('/sites', { siteIds: [siteId] })
    const shown = (await inspector.get(at(`/sites/${siteId}`))).json()
    expect(shown).toMatchObject({
      mayRecord: true,
      site: {
        holder: { name: '东门街道办' },
        areaPath: [{ name: '东门区' }, { name: '东门街道' }, { name: '东门社区' }],
      },
      checklists: [{ protocol: '沿街步行 300 米', visit: null }],
    })
    expect(shown.checklists[0].items).toHaveLength(2)
    // other tests of this file were at the site too: the latest visit stands first, and the oldest is among them
    expect(shown.before[0]).toMatchObject({ visitId: before.id, failedItems: [{ text: '无乱停放' }] })
    expect(shown.before.map(({ roundName }: { roundName: string }) => roundName)).toContain('旧批次')
    const reader = await house.givenUser({ role: 'leader' })
    expect((await reader.get(at(`/sites/${siteId}`))).json()).toMatchObject({ mayRecord: false })
    const [elsewhere] = await idsOf('Z001')
    expect((await inspector.get(at(`/sites/${elsewhere}`))).statusCode).toBe(404)
  })
})
