import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GivenVersion, givenItem, givenVersion } from '../../testing/given-version.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let world: World
let elsewhere: World
let admin: Client
let version: GivenVersion

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  elsewhere = await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  admin = await house.administrator()
})
beforeEach(async () => {
  version = await givenVersion(house, house.city, { criteria: [{ code: '1-1', points: 2 }, { code: '1-2' }] })
})

const NO_AIM = { siteId: null, areaId: null, siteTypeId: null, category: null, criterionId: null }
const today = '2026-11-22'
const criterion = (code: string) => version.criterionIds.get(code) ?? ''
const dutyOf = (
  organizationId: string,
  aim: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  id: uuidv7(),
  ...NO_AIM,
  organizationId,
  role: 'lead',
  share: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...aim,
  ...more,
})
const give = async (...order: Parameters<typeof dutyOf>) =>
  admin.send('POST', '/api/duties', dutyOf(...order))
const remove = async (id: string, basedOn = 1) => admin.send('DELETE', `/api/duties/${id}?basedOn=${basedOn}`)

describe('giving duties', () => {
  it('answers the duty with its names, the same for a repeated request, and stands in the audit log', async () => {
    const [east] = world.streets
    const order = dutyOf(east.organizationId, { target: 'criterion', criterionId: criterion('1-1') })
    const first = await admin.send('POST', '/api/duties', order)
    expect(first.json()).toMatchObject({
      organization: { name: '东门街道办' },
      targetName: '1-1 标准1-1',
      revision: 1,
    })
    expect((await admin.send('POST', '/api/duties', order)).json()).toEqual(first.json())
    const another = await admin.send('POST', '/api/duties', { ...order, role: 'supporting' })
    expect(another.json().code).toBe('duplicate')
    const entries = (await admin.get(`/api/audit?subjectId=${order.id}`)).json().items
    expect(entries).toMatchObject([{ action: 'duty.add', subjectKind: 'duty' }])
  })

  it('refuses what is not whole, backwards, twice, or for somebody who has ended', async () => {
    const [east, west] = world.streets
    const { organizationId } = east
    const aim = { target: 'criterion', criterionId: criterion('1-1') }
    const refused = async (...order: Parameters<typeof dutyOf>) => (await give(...order)).json().code
    expect(await refused(organizationId, { target: 'site' })).toBe('duty.target-incomplete')
    expect(await refused(organizationId, { ...aim, siteId: east.siteId })).toBe('duty.target-incomplete')
    expect(await refused(organizationId, aim, { validTo: '2025-12-31' })).toBe('validity.reversed')
    expect(await refused(uuidv7(), aim)).toBe('not-found')
    expect(await refused(organizationId, { target: 'site', siteId: elsewhere.streets[0].siteId })).toBe(
      'not-found',
    )
    expect(await refused(organizationId, { target: 'criterion', criterionId: version.partId })).toBe(
      'not-found',
    )
    await give(organizationId, aim)
    expect(await refused(organizationId, aim, { role: 'supporting' })).toBe('duty.twice')
    await house.asOwner(`update organization set valid_to = '2025-06-30' where id = $1`, [
      west.organizationId,
    ])
    expect(await refused(west.organizationId, aim)).toBe('duty.organization-ended')
    await house.asOwner('update organization set valid_to = null where id = $1', [west.organizationId])
  })

  it('ends a duty that has held and takes back one that has not', async () => {
    const [east, west] = world.streets
    const aim = { target: 'criterion', criterionId: criterion('1-1') }
    const held = (await give(east.organizationId, aim)).json()
    const coming = (await give(west.organizationId, aim, { validFrom: '2027-01-01' })).json()
    expect((await remove(held.id, 7)).json().code).toBe('changed-meanwhile')
    await remove(held.id)
    await remove(coming.id)
    const { items } = (await admin.get(`/api/duties?criterionId=${criterion('1-1')}`)).json()
    expect(items).toMatchObject([{ id: held.id, validTo: '2026-11-21' }])
  })

  it('takes back any duty of a draft, where nothing is in force', async () => {
    version = await givenVersion(house, house.city, { state: 'draft', criteria: [{ code: '1-1' }] })
    const given = (
      await give(world.streets[0].organizationId, { target: 'criterion', criterionId: criterion('1-1') })
    ).json()
    await remove(given.id)
    expect((await admin.get(`/api/duties?versionId=${version.id}`)).json().items).toEqual([])
  })

  it('changes role, share and days, based on what was seen', async () => {
    const given = (
      await give(world.streets[0].organizationId, { target: 'category', category: '公共秩序' })
    ).json()
    const change = { basedOn: 1, share: 60, role: 'competent', validTo: '2026-12-31' }
    const changed = await admin.send('PATCH', `/api/duties/${given.id}`, change)
    expect(changed.json()).toMatchObject({ share: 60, role: 'competent', validTo: '2026-12-31', revision: 2 })
    expect((await admin.send('PATCH', `/api/duties/${given.id}`, change)).json().code).toBe(
      'changed-meanwhile',
    )
  })
})

describe('assigning in bulk', () => {
  const assign = async (order: Record<string, unknown>) =>
    (
      await admin.send('POST', `/api/framework-versions/${version.id}/duties`, {
        organizations: [],
        role: 'lead',
        replace: false,
        validFrom: '2026-01-01',
        validTo: null,
        ...order,
      })
    ).json()
  const matrix = async (day = today) =>
    (await admin.get(`/api/framework-versions/${version.id}/duties?day=${day}`)).json()

  it('reaches all criteria below an indicator, once', async () => {
    const [east] = world.streets
    const order = {
      nodeIds: [version.partId, criterion('1-1')],
      organizations: [{ id: east.organizationId, share: null }],
    }
    expect(await assign(order)).toEqual({ addedCount: 2, endedCount: 0 })
    expect(await assign(order)).toEqual({ addedCount: 0, endedCount: 0 })
    const seen = await matrix()
    expect(seen.organizations).toMatchObject([{ name: '东门街道办', leadCount: 2 }])
    expect(seen.items).toHaveLength(2)
  })

  it('replaces who had the role from the day on, and nobody is two things to one criterion', async () => {
    const [east, west] = world.streets
    const nodeIds = [criterion('1-1')]
    await assign({ nodeIds, organizations: [{ id: east.organizationId, share: null }] })
    await assign({ nodeIds, organizations: [{ id: west.organizationId, share: null }], role: 'supporting' })
    const change = {
      nodeIds,
      organizations: [{ id: west.organizationId, share: null }],
      replace: true,
      validFrom: today,
    }
    expect(await assign(change)).toEqual({ addedCount: 1, endedCount: 2 })
    const roles = async (day: string) =>
      (await matrix(day)).items[0].duties.map((duty: { organizationId: string; role: string }) => [
        duty.organizationId === east.organizationId ? '东门' : '西湖',
        duty.role,
      ])
    expect(await roles('2026-11-21')).toEqual([
      ['东门', 'lead'],
      ['西湖', 'supporting'],
    ])
    expect(await roles(today)).toEqual([['西湖', 'lead']])
  })

  it('refuses nodes of another version and organizations of another city', async () => {
    const other = await givenVersion(house, house.city, { criteria: [{ code: 'x' }] })
    expect((await assign({ nodeIds: [other.partId] })).code).toBe('not-found')
    const foreign = [{ id: elsewhere.streets[0].organizationId, share: null }]
    expect((await assign({ nodeIds: [version.partId], organizations: foreign })).code).toBe('not-found')
  })
})

describe('gaps and overlaps', () => {
  const flaws = async () => {
    const { items } = (
      await admin.get(`/api/framework-versions/${version.id}/duty-flaws?day=${today}`)
    ).json()
    return items.map(({ code, targetName }: { code: string; targetName: string }) =>
      code === 'category-unowned' ? `${code}: ${targetName}` : code,
    )
  }

  it('are told per criterion, per organization that ended, per category and per site type', async () => {
    const [east, west] = world.streets
    version = await givenVersion(house, house.city, {
      criteria: [
        { code: '1-1' },
        { code: '1-2', leadId: east.organizationId, siteTypeIds: [world.siteTypeId] },
        { code: '1-3', leadId: east.organizationId },
      ],
    })
    await givenItem(house, house.city, { dimension: '公共设施' })
    const aim = (code: string) => ({ target: 'criterion', criterionId: criterion(code) })
    await give(west.organizationId, aim('1-2'))
    await give(west.organizationId, aim('1-3'), { share: 101, role: 'supporting' })
    const unowned = ['公共设施', '公共环境']
    expect((await flaws()).toSorted()).toEqual([
      ...unowned.map((category) => `category-unowned: ${category}`).toSorted(),
      'no-lead',
      'several-leads',
      'shares-exceed',
      'type-unowned',
    ])
    for (const category of unowned) await give(east.organizationId, { target: 'category', category })
    await give(east.organizationId, { target: 'areaSiteType', areaId: world.cityAreaId })
    expect(await flaws()).toEqual(['no-lead', 'several-leads', 'shares-exceed'])
    await house.asOwner(`update organization set valid_to = '2026-10-01' where id = $1`, [
      west.organizationId,
    ])
    expect(await flaws()).toContain('organization-ended')
    await house.asOwner('update organization set valid_to = null where id = $1', [west.organizationId])
    const { items } = (await admin.get(`/api/duties?target=areaSiteType`)).json()
    for (const { id, revision } of items) await remove(id, revision)
  })
})

describe('who is responsible', () => {
  it('is said with the reason, and what stands behind', async () => {
    const [east, west] = world.streets
    const dimension = `环境${uuidv7().slice(-6)}`
    const feeds = { versionId: version.id, criterionId: criterion('1-1') }
    const itemId = await givenItem(house, house.city, { dimension, feeds })
    const ask = async (query: string) => (await admin.get(`/api/responsible?${query}&day=${today}`)).json()
    const here = `siteId=${east.siteId}&itemId=${itemId}`
    expect(await ask(here)).toMatchObject({
      because: 'none',
      organizations: [],
      holder: { name: '东门街道办' },
    })

    await give(west.organizationId, { target: 'criterion', criterionId: criterion('1-1') })
    expect(await ask(here)).toMatchObject({
      because: 'criterion',
      text: '按测评标准分工：1-1 标准1-1。',
      organizations: [{ name: '西湖街道办', role: 'lead' }],
    })
    await give(east.organizationId, {
      target: 'areaSiteType',
      areaId: east.areaId,
      siteTypeId: world.siteTypeId,
    })
    expect(await ask(here)).toMatchObject({
      because: 'areaSiteType',
      text: '按区域和点位类型指定：东门街道·类型c1。',
      organizations: [{ name: '东门街道办' }],
      behind: [{ target: 'criterion', organization: { name: '西湖街道办' }, role: 'lead' }],
    })
    // The other street's sites are none of its business.
    expect(await ask(`siteId=${west.siteId}&itemId=${itemId}`)).toMatchObject({ because: 'criterion' })
    const english = await house.app.inject({
      url: `/api/responsible?criterionId=${criterion('1-1')}`,
      headers: { authorization: `Bearer ${admin.token}`, 'accept-language': 'en' },
    })
    expect(english.json().text).toBe('By the division of the criterion: 1-1 标准1-1.')
  })

  it('is not said of nothing, of what is not there, and of a site outside the scope', async () => {
    const [east, west] = world.streets
    const clerk = await house.givenUser({ role: 'inspector', areaId: east.areaId })
    const code = async (client: Client, query: string) =>
      (await client.get(`/api/responsible?${query}`)).json().code
    expect(await code(admin, '')).toBe('duty.nothing-asked')
    expect(await code(admin, `itemId=${uuidv7()}`)).toBe('not-found')
    expect(await code(admin, `siteId=${elsewhere.streets[0].siteId}`)).toBe('not-found')
    expect(await code(clerk, `siteId=${west.siteId}`)).toBe('not-found')
    expect(await code(clerk, `siteId=${east.siteId}`)).toBeUndefined()
  })
})
