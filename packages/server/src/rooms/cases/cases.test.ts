import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenCase, givenCases } from '../../testing/given-case.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { upload } from '../../testing/import-file.ts'
import { PIXEL } from '../../testing/pixel.ts'
import { verifyCases } from './index.ts'

const house = useHouse()
let world: World
let office: Client
let clerk: Client
let neighbor: Client
let verifier: Client
const START = new Date('2026-11-22T02:00:00Z')
const DUE = '2026-11-25T02:00:00.000Z'

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  const [east, west] = world.streets
  office = await house.givenUser({ role: 'campaignOffice' })
  clerk = await house.givenUser({ role: 'responsibleOrganization', organizationId: east.organizationId })
  neighbor = await house.givenUser({ role: 'responsibleOrganization', organizationId: west.organizationId })
  verifier = await house.givenUser({ role: 'verifier' })
})
beforeEach(() => {
  house.now = START
})
// Whatever the tests did: what the steps of every case fold to is its row.
afterAll(async () => {
  const { caseCount, faults } = await verifyCases(house.database.reader(house.city.id))
  expect(caseCount).toBeGreaterThan(10)
  expect(faults).toEqual([])
})

const east = () => world.streets[0]
const ledBy = (organizationId: string) => [{ organizationId, role: 'lead' as const, share: null }]
/** A case of the street in the east, at its office. */
const givenEast = async (more: Parameters<typeof givenCase>[1] = {}) =>
  (
    await givenCase(house, {
      siteId: east().siteId,
      placeName: '东门广场',
      areaId: east().communityId,
      responsible: ledBy(east().organizationId),
      because: 'register',
      dueAt: DUE,
      ...more,
    })
  ).id
const caseOf = async (client: Client, id: string) => (await client.get(`/api/cases/${id}`)).json()
const take = async (client: Client, id: string, verb: string, more: Record<string, unknown> = {}) =>
  (
    await client.send('POST', `/api/cases/${id}/${verb}`, {
      stepId: uuidv7(),
      basedOn: 1,
      ...(verb === 'rectification' ? { photoIds: [] } : {}),
      ...more,
    })
  ).json()
const idsOf = async (client: Client, query: string) =>
  (await client.get(`/api/cases?limit=500&${query}`)).json().items.map(({ id }: { id: string }) => id)

describe('from handing over to closing', () => {
  it('an organization receives, reports with a photo, and somebody else closes', async () => {
    const id = await givenEast({ photoRequired: true })
    expect(await caseOf(clerk, id)).toMatchObject({
      state: 'assigned',
      mayTake: ['accept', 'rectify', 'decline'],
      organization: { id: east().organizationId, name: '东门街道办' },
      because: 'register',
      area: { name: '东门社区' },
    })
    const accepted = await take(clerk, id, 'acceptance')
    expect(accepted).toMatchObject({ state: 'accepted', mayTake: ['rectify', 'decline'], revision: 2 })
    const bare = await take(clerk, id, 'rectification', { basedOn: 2 })
    expect(bare.code).toBe('case.photo-needed')
    const photoId = await upload(clerk, 'after.png', PIXEL)
    const reported = await take(clerk, id, 'rectification', {
      basedOn: 2,
      photoIds: [photoId],
      reason: '已清',
    })
    expect(reported).toMatchObject({ state: 'rectified', mayTake: [], rectifiedAt: START.toISOString() })
    expect((await caseOf(verifier, id)).mayTake).toEqual(['close', 'return'])
    const closed = await take(verifier, id, 'closing', { basedOn: 3 })
    expect(closed).toMatchObject({ state: 'closed', mayTake: [], closedAt: START.toISOString() })
    expect(closed.steps.map(({ step }: { step: string }) => step)).toEqual([
      'open',
      'accept',
      'rectify',
      'close',
    ])
    const entries = (await office.get(`/api/audit?subjectId=${id}`)).json().items
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'case.close',
      'case.rectify',
      'case.accept',
      'case.open',
    ])
  })

  it('a report straight from the inspector’s hands counts as received', async () => {
    const id = await givenEast()
    expect(await take(clerk, id, 'rectification')).toMatchObject({
      state: 'rectified',
      acceptedAt: START.toISOString(),
    })
  })

  it('what is not put right goes back with a reason and, if so wished, another deadline', async () => {
    const id = await givenEast()
    await take(clerk, id, 'rectification')
    expect((await take(verifier, id, 'return', { basedOn: 2 })).code).toBe('case.reason-missing')
    const late = { basedOn: 2, reason: '没扫净', dueAt: START.toISOString() }
    expect((await take(verifier, id, 'return', late)).code).toBe('case.due-past')
    const dueAt = '2026-11-30T02:00:00.000Z'
    expect(await take(verifier, id, 'return', { basedOn: 2, reason: '没扫净', dueAt })).toMatchObject({
      state: 'returned',
      returnCount: 1,
      dueAt,
      rectifiedAt: null,
    })
    expect((await caseOf(clerk, id)).mayTake).toEqual(['rectify', 'decline'])
  })

  it('whoever says it is not theirs sends it to the inbox with a reason, and still sees what became of it', async () => {
    const id = await givenEast()
    expect((await take(clerk, id, 'decline')).code).toBe('case.reason-missing')
    await take(clerk, id, 'decline', { reason: '归西湖街道' })
    expect(await caseOf(clerk, id)).toMatchObject({ state: 'unassigned', organization: null, mayTake: [] })
    const west = world.streets[1].organizationId
    const dueAt = '2026-11-28T02:00:00.000Z'
    const given = await take(office, id, 'dispatch', { basedOn: 2, organizationId: west, dueAt })
    expect(given).toMatchObject({ state: 'assigned', organization: { id: west }, dueAt })
    expect((await caseOf(neighbor, id)).mayTake).toEqual(['accept', 'rectify', 'decline'])
    expect((await take(clerk, id, 'rectification', { basedOn: 3 })).code).toBe('access.out-of-scope')
  })
})

describe('who verifies', () => {
  it('is nobody who took the case up or reported it', async () => {
    const both = await house.givenUser({ role: 'administrator' })
    const id = await givenEast()
    await take(both, id, 'acceptance')
    await take(clerk, id, 'rectification', { basedOn: 2 })
    expect((await take(both, id, 'closing', { basedOn: 3 })).code).toBe('case.verifier-is-handler')
    expect((await caseOf(both, id)).mayTake).toEqual([])
    expect(await idsOf(both, 'waiting=verify')).not.toContain(id)
    expect(await idsOf(verifier, 'waiting=verify')).toContain(id)
  })

  it('two at once: one closes, the other learns that something changed meanwhile', async () => {
    const second = await house.givenUser({ role: 'verifier' })
    const id = await givenEast()
    await take(clerk, id, 'rectification')
    const answers = await Promise.all([
      take(verifier, id, 'closing', { basedOn: 2 }),
      take(second, id, 'return', { basedOn: 2, reason: '不行' }),
    ])
    expect(new Set(answers.map(({ code, revision }) => code ?? revision))).toEqual(
      new Set([3, 'changed-meanwhile']),
    )
    expect((await caseOf(verifier, id)).steps).toHaveLength(3)
  })
})

describe('a step sent again', () => {
  it('gets the first answer and changes nothing', async () => {
    const id = await givenEast()
    const stepId = uuidv7()
    const first = await take(clerk, id, 'acceptance', { stepId })
    expect(await take(clerk, id, 'acceptance', { stepId })).toEqual(first)
    expect((await take(clerk, id, 'decline', { stepId, reason: '别的' })).code).toBe('duplicate')
    expect((await caseOf(clerk, id)).revision).toBe(2)
  })

  it('is refused where another step came between, and where the state does not allow it', async () => {
    const id = await givenEast()
    await take(clerk, id, 'acceptance')
    expect((await take(clerk, id, 'decline', { reason: '不' })).code).toBe('changed-meanwhile')
    const again = await take(clerk, id, 'acceptance', { basedOn: 2 })
    expect(again).toMatchObject({ code: 'case.step-not-possible', title: '案卷现在是“整改中”，不能签收' })
  })
})

type Attempt = {
  readonly id: string
  readonly verb: string
  readonly withPhoto: boolean
  readonly reason: string
  readonly isStale: number
}

/** Somebody tries a step, with or without what it needs, now and then from an old view of the case. */
async function attempt(client: Client, photo: string, { id, verb, withPhoto, reason, isStale }: Attempt) {
  const { revision } = await caseOf(office, id)
  const more: Record<string, object> = {
    rectification: { photoIds: withPhoto ? [photo] : [] },
    dispatch: { organizationId: east().organizationId, dueAt: DUE },
  }
  const basedOn = isStale === 0 ? revision + 1 : revision
  await take(client, id, verb, { basedOn, reason, ...more[verb] })
}

describe('whatever is tried by whom', () => {
  it('leaves a case that its steps rebuild, closed only with its proof and by another hand', async () => {
    const both = await house.givenUser({ role: 'administrator' })
    const people = [clerk, verifier, office, both]
    const photos = await Promise.all(people.map((one) => upload(one, 'after.png', PIXEL)))
    const anyAttempt = fc.record({
      who: fc.nat({ max: people.length - 1 }),
      verb: fc.constantFrom('acceptance', 'rectification', 'closing', 'return', 'decline', 'dispatch'),
      withPhoto: fc.boolean(),
      reason: fc.constantFrom('', '原因'),
      isStale: fc.nat({ max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyAttempt, { minLength: 3, maxLength: 10 }), async (attempts) => {
        const id = await givenEast({ photoRequired: true })
        for (const { who, ...said } of attempts)
          await attempt(people[who] ?? clerk, photos[who] ?? '', { id, ...said })
        const { state, steps } = await caseOf(office, id)
        if (state !== 'closed') return
        const report = steps.findLast(({ step }: { step: string }) => step === 'rectify')
        expect(report.photoIds).toHaveLength(1)
        expect(report.actorName).not.toBe(steps.at(-1).actorName)
      }),
      { numRuns: 25 },
    )
  })
})

describe('photos', () => {
  it('are shown to those who may see the case, and only those of the case', async () => {
    const photoId = await upload(clerk, 'after.png', PIXEL)
    const other = await upload(clerk, 'other.png', PIXEL)
    const id = await givenEast()
    await take(clerk, id, 'rectification', { photoIds: [photoId] })
    const status = async (client: Client, photo: string, size = '') =>
      (await client.get(`/api/cases/${id}/photos/${photo}${size}`)).statusCode
    expect([await status(clerk, photoId), await status(verifier, photoId, '/thumbnail')]).toEqual([200, 200])
    expect([await status(neighbor, photoId), await status(verifier, other)]).toEqual([404, 404])
  })

  it('must be pictures, and uploaded by whoever reports', async () => {
    const id = await givenEast()
    const table = await upload(clerk, 'table.csv', 'a,b\n1,2')
    const foreign = await upload(office, 'office.png', PIXEL)
    for (const photo of [table, foreign, uuidv7()])
      expect((await take(clerk, id, 'rectification', { photoIds: [photo] })).code).toBe('case.photo-unknown')
  })
})

describe('what is seen', () => {
  it('is one’s own: the area’s, or an organization’s that was named', async () => {
    const id = await givenEast()
    expect((await neighbor.get(`/api/cases/${id}`)).statusCode).toBe(404)
    expect((await take(neighbor, id, 'acceptance')).code).toBe('not-found')
    expect(await idsOf(neighbor, '')).not.toContain(id)
    const west = world.streets[1].organizationId
    const shared = await givenEast({
      responsible: [...ledBy(east().organizationId), { organizationId: west, role: 'supporting', share: 20 }],
    })
    expect((await caseOf(neighbor, shared)).mayTake).toEqual([])
    expect(await idsOf(neighbor, '')).toContain(shared)
    const admin = await house.administrator(house.otherCity)
    expect((await admin.get(`/api/cases/${id}`)).statusCode).toBe(404)
  })

  it('names the inspector to the office alone, and the round to those who follow rounds', async () => {
    const id = await givenEast({ roundId: uuidv7() })
    const [told, untold] = [await caseOf(office, id), await caseOf(clerk, id)]
    expect([told.steps[0].actorName, untold.steps[0].actorName]).toEqual(['c1管理员', null])
    expect([told.roundId === null, untold.roundId]).toEqual([false, null])
  })
})

describe('lists', () => {
  it('show what waits by deadline, and count it', async () => {
    const street = await house.givenUser({ role: 'responsibleOrganization', areaId: east().areaId })
    const before = (await street.get('/api/case-counts')).json()
    const roundId = uuidv7()
    const later = await givenEast({ roundId, dueAt: '2026-11-24T00:00:00.000Z' })
    const sooner = await givenEast({ roundId, dueAt: '2026-11-22T02:30:00.000Z' })
    const bureaus = await givenEast({ roundId, responsible: ledBy(world.streets[1].organizationId) })
    const nobodys = await givenEast({ roundId, responsible: [] })
    expect(await idsOf(street, `waiting=handle&roundId=${roundId}`)).toEqual([sooner, later])
    expect(await idsOf(street, `waiting=any&roundId=${roundId}`)).toEqual([sooner, later])
    expect(await idsOf(office, `waiting=any&roundId=${roundId}`)).toEqual([nobodys])
    expect((await idsOf(street, `roundId=${roundId}`)).toSorted()).toEqual(
      [later, sooner, bureaus, nobodys].toSorted(),
    )
    house.now = new Date('2026-11-22T03:00:00Z')
    expect(await idsOf(office, `overdue=true&roundId=${roundId}`)).toEqual([sooner])
    const { handle, handleOverdue, running } = (await street.get('/api/case-counts')).json()
    expect([handle - before.handle, handleOverdue, running - before.running]).toEqual([2, 1, 4])
  })

  it('lets nothing wait for who may only look, nor for who stands in for the whole city', async () => {
    const roundId = uuidv7()
    await givenEast({ roundId })
    const leader = await house.givenUser({ role: 'leader' })
    const admin = await house.administrator()
    expect(await idsOf(leader, `waiting=any&roundId=${roundId}`)).toEqual([])
    expect(await idsOf(admin, `waiting=handle&roundId=${roundId}`)).toEqual([])
  })

  it('go on where a page ends, and are narrowed by state, site, organization and words', async () => {
    const roundId = uuidv7()
    const opened = await givenCases(
      house,
      Array.from({ length: 5 }, (_, at) => ({
        roundId,
        title: `井盖破损${at}`,
        openedAt: new Date(START.getTime() - at * 1000).toISOString(),
      })),
    )
    const page = async (query: string) => (await office.get(`/api/cases?roundId=${roundId}&${query}`)).json()
    const first = await page('limit=3')
    const second = await page(`limit=3&after=${encodeURIComponent(first.next)}`)
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(
      opened.map(({ id }) => id),
    )
    expect(second.next).toBeNull()
    expect((await page(`text=${encodeURIComponent('破损3')}`)).items).toHaveLength(1)
    expect((await page(`text=${opened[1]?.number}`)).items).toHaveLength(1)
    expect((await page('state=closed')).items).toEqual([])
    const site = await givenEast({ roundId })
    const area = world.streets[0].districtId
    const narrowed = `siteId=${east().siteId}&organizationId=${east().organizationId}&areaId=${area}`
    expect((await page(narrowed)).items.map(({ id }: { id: string }) => id)).toEqual([site])
  })
})

describe('the inbox of what nobody owns', () => {
  it('offers who is likely, with why it came back, and gives many away at once', async () => {
    const id = await givenEast({ responsible: [], because: 'none' })
    const declined = await givenEast()
    await take(clerk, declined, 'decline', { reason: '不归我们' })
    const inbox = (await office.get('/api/unassigned-cases')).json().items
    const rowOf = (one: string) => inbox.find((row: { id: string }) => row.id === one)
    expect(rowOf(id).likely).toEqual([{ id: east().organizationId, name: '东门街道办', ground: 'holder' }])
    // who had it and let it go is not proposed again
    expect(rowOf(declined)).toMatchObject({ reason: '不归我们', likely: [] })
    expect((await office.get(`/api/cases/${id}/likely-organizations`)).json().items).toEqual(rowOf(id).likely)
    const west = world.streets[1].organizationId
    const item = (one: string, basedOn: number) => ({
      id: one,
      stepId: uuidv7(),
      basedOn,
      organizationId: west,
    })
    const answer = await office.send('POST', '/api/case-dispatches', {
      dueAt: DUE,
      items: [item(id, 1), item(declined, 1), item(uuidv7(), 1), item(id, 1)],
    })
    expect(
      answer.json().items.map(({ problem }: { problem: { code: string } | null }) => problem?.code),
    ).toEqual([undefined, 'changed-meanwhile', 'not-found', 'changed-meanwhile'])
    expect(await caseOf(office, id)).toMatchObject({ state: 'assigned', organization: { id: west } })
  })

  it('gives nothing to an organization that has ended or is not there, or until yesterday', async () => {
    const ended = uuidv7()
    await house.asOwner(
      `insert into organization (city_id, id, code, name, kind, path, valid_from, valid_to)
       values ($1, $2, 'E1', '旧城管局', 'bureau', array[$2::uuid], '2000-01-01', '2026-10-31')`,
      [house.city.id, ended],
    )
    const id = await givenEast({ responsible: [] })
    const give = async (organizationId: string, dueAt = DUE) =>
      (await take(office, id, 'dispatch', { organizationId, dueAt })).code
    expect(await give(ended)).toBe('case.organization-ended')
    expect(await give(uuidv7())).toBe('not-found')
    expect(await give(east().organizationId, '2026-11-21T00:00:00Z')).toBe('case.due-past')
  })
})
