import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
let siteId: string

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  office = await house.givenUser({ role: 'campaignOffice' })
  inspector = await house.givenUser({ role: 'inspector' })
  answering = await givenAnswering(house, world, givenItems(3))
})

beforeEach(async () => {
  siteId = world.streets[0].siteId
  const { versionId } = answering
  const siteIds = world.streets.map((street) => street.siteId)
  roundId = (await givenRound(office, { versionId, siteTypeIds: [world.siteTypeId], siteIds })).id
})

const body = (more: Parameters<typeof visitOf>[3] = {}) =>
  visitOf(house, answering, { roundId, siteId }, more)
const submit = async (visit: unknown, client = inspector) =>
  (await client.send('POST', '/api/visits', visit)).json()
const pageOf = async (id: string, client = office) => (await client.get(`/api/visits/${id}`)).json()
const caseOf = async (id: string) => (await office.get(`/api/cases/${id}`)).json()
const observations = async () =>
  (
    await house.asOwner(
      `select outcome, share_numerator::int as share, removed_by is not null as superseded, subdistrict_id, site_type_id, responsible
       from observation where collection_id = $1 order by batch_id, number`,
      [roundId],
    )
  ).rows
const counted = async () => {
  const { rows } = await house.asOwner(
    `select (select count(*)::int from site_visit) as visits, (select count(*)::int from observation) as observations,
      (select count(*)::int from finding) as findings, (select count(*)::int from case_file) as cases,
      (select count(*)::int from audit_entry) as entries`,
  )
  return rows[0]
}

describe('a visit', () => {
  it('is recorded with observations, findings and cases, and says to whom each went and why', async () => {
    const accepted = await submit(body({ failed: [1] }))
    const [east] = world.streets
    expect(accepted).toMatchObject({ state: 'standing', failedCount: 1 })
    expect(accepted.findings).toMatchObject([
      {
        itemText: '无乱停放',
        note: '第2项不符合',
        because: 'register',
        organizations: [{ id: east.organizationId, name: '东门街道办', role: 'competent' }],
        // three days after handing over, at the end of that day
        dueAt: '2026-11-25T15:59:59.999Z',
      },
    ])
    expect(await observations()).toMatchObject([
      { outcome: 'share', share: 1, subdistrict_id: east.areaId, site_type_id: world.siteTypeId },
      { outcome: 'share', share: 0, responsible: [{ organizationId: east.organizationId }] },
      { outcome: 'share', share: 1 },
    ])
    const [finding] = accepted.findings
    expect(await caseOf(finding.case.id)).toMatchObject({
      number: finding.case.number,
      state: 'assigned',
      title: '无乱停放',
      description: '第2项不符合',
      dueAt: finding.dueAt,
    })
  })

  it('can be read afterwards as it was sent, with the distance from the site', async () => {
    const visit = body({ failed: [0] })
    const accepted = await submit(visit)
    const page = await pageOf(visit.id)
    expect(page).toMatchObject({
      site: { name: '东门广场' },
      finishedAt: visit.finishedAt,
      recordedAt: house.now.toISOString(),
      clockOffsetSeconds: 0,
      distanceMeters: 0,
      state: 'standing',
      itemCount: 3,
      failedCount: 1,
      unanswered: [],
      findings: accepted.findings,
      mayChange: true,
    })
    expect(page.answers.map((one: { failed: boolean }) => one.failed)).toEqual([true, false, false])
    const { items } = (await office.get(`/api/visits?roundId=${roundId}`)).json()
    expect(items).toMatchObject([{ id: visit.id, failedCount: 1, photoCount: 0 }])
    const round = (await office.get(`/api/rounds/${roundId}`)).json()
    expect(round).toMatchObject({ siteCount: 2, visitedCount: 1, findingCount: 1 })
    expect(round.byArea).toMatchObject([
      { area: { name: '东门街道' }, plannedCount: 1, visitedCount: 1, findingCount: 1 },
      { area: { name: '西湖街道' }, plannedCount: 1, visitedCount: 0 },
    ])
  })

  it('sent twice gets the first answer; another one under its id is refused', async () => {
    const visit = body({ failed: [1, 2] })
    const first = await submit(visit)
    const before = await counted()
    expect(await submit({ ...visit, sentAt: new Date(house.now.getTime() + 5000).toISOString() })).toEqual(
      first,
    )
    expect((await submit({ ...visit, reason: '别的' })).code).toBe('duplicate')
    expect(await counted()).toEqual(before)
  })

  it('sent twice at the same moment is recorded once, and both hear the same', async () => {
    const visit = body({ failed: [0] })
    const [one, other] = await Promise.all([submit(visit), submit(visit)])
    expect(one).toEqual(other)
    expect(one.findings).toHaveLength(1)
  })

  it('takes its times from a device whose clock is wrong, and keeps both', async () => {
    const late = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString()
    const visit = body()
    await submit({
      ...visit,
      startedAt: late(visit.startedAt),
      finishedAt: late(visit.finishedAt),
      sentAt: late(visit.sentAt),
    })
    expect(await pageOf(visit.id)).toMatchObject({ finishedAt: visit.finishedAt, clockOffsetSeconds: -3600 })
  })

  it('leaves out what does not apply, and says what nobody looked at', async () => {
    const visit = body()
    const [first, second] = visit.answers
    await submit({ ...visit, answers: [{ ...first, answer: { kind: 'notApplicable' } }, second] })
    expect((await observations()).map(({ outcome }) => outcome)).toEqual(['notApplicable', 'share'])
    expect((await pageOf(visit.id)).unanswered).toMatchObject([{ code: '3' }])
  })

  it('goes to whom a duty names rather than to the register, with the words of that duty', async () => {
    const duty = {
      id: uuidv7(),
      target: 'site',
      siteId,
      areaId: null,
      siteTypeId: null,
      category: null,
      criterionId: null,
      organizationId: world.streets[1].organizationId,
      role: 'lead',
      share: null,
      validFrom: '2026-01-01',
      validTo: null,
    }
    await office.send('POST', '/api/duties', duty)
    const { findings } = await submit(body({ failed: [0] }))
    expect(findings).toMatchObject([
      {
        because: 'site',
        organizations: [{ name: '西湖街道办', role: 'lead' }],
        becauseText: expect.stringContaining('东门广场'),
      },
    ])
    await house.asOwner('delete from duty where id = $1', [duty.id])
  })

  it('goes to the inbox of the unassigned where nobody answers', async () => {
    await house.asOwner('update site set holder_id = null where id = $1', [siteId])
    const { findings } = await submit(body({ failed: [0] }))
    await house.asOwner('update site set holder_id = $2 where id = $1', [
      siteId,
      world.streets[0].organizationId,
    ])
    expect(findings).toMatchObject([{ because: 'none', organizations: [], case: { state: 'unassigned' } }])
    const { items } = (await office.get('/api/unassigned-cases')).json()
    expect(items.map(({ id }: { id: string }) => id)).toContain(findings[0].case.id)
  })
})

describe('bad input', () => {
  const refused = async (more: Record<string, unknown>, client = inspector) => {
    const before = await counted()
    const { code } = await submit({ ...body(), ...more }, client)
    expect(await counted()).toEqual(before)
    return code
  }
  const answered = (answer: unknown, more: Record<string, unknown> = {}) => ({
    answers: [{ itemId: answering.items[0]?.id, answer, note: '', photoIds: [], ...more }],
  })

  it('is a site that is not in the round', async () => {
    const other = await givenRound(office, {
      versionId: answering.versionId,
      siteTypeIds: [world.siteTypeId],
      siteIds: [world.streets[1].siteId],
    })
    expect(await refused({ roundId: other.id })).toBe('visit.site-not-in-round')
    expect(await refused({ siteId: uuidv7() })).toBe('not-found')
    expect(await refused({ roundId: uuidv7() })).toBe('not-found')
  })

  it('is an answer the checklist does not know', async () => {
    expect(await refused(answered({ kind: 'grade', grade: 'A' }))).toBe('visit.answer-invalid')
    const strange = { itemId: uuidv7(), answer: { kind: 'notApplicable' }, note: '', photoIds: [] }
    expect(await refused({ answers: [strange] })).toBe('visit.item-unknown')
    const [first] = body().answers
    expect(await refused({ answers: [first, first] })).toBe('visit.item-twice')
    expect(await refused(answered({ kind: 'binary' }))).toBe('request.invalid')
  })

  it('is a photo that is none, or somebody else’s', async () => {
    const upload = async (client: Client, bytes: Buffer, name: string) => {
      const id = uuidv7()
      await client.sendBytes(`/api/files?id=${id}&name=${name}`, bytes)
      return id
    }
    const text = await upload(inspector, Buffer.from('不是照片'), 'a.txt')
    const theirs = await upload(office, PIXEL, 'b.png')
    for (const photoId of [text, theirs, uuidv7()])
      expect(await refused(answered({ kind: 'binary', conforms: false }, { photoIds: [photoId] }))).toBe(
        'visit.photo-unknown',
      )
  })

  it('is time that cannot be', async () => {
    const { startedAt, finishedAt } = body()
    expect(await refused({ startedAt: finishedAt, finishedAt: startedAt })).toBe('visit.time-invalid')
    expect(await refused({ startedAt: '2026-10-30T01:00:00Z', finishedAt: '2026-10-30T02:00:00Z' })).toBe(
      'visit.time-invalid',
    )
  })

  it('is a second visit where one stands: it says whose and offers to correct', async () => {
    await submit(body())
    const again = await submit(body())
    expect(again.code).toBe('visit.already')
    expect(again.title).toContain('更正')
  })

  it('is a round that is not running', async () => {
    const { revision } = (await office.get(`/api/rounds/${roundId}`)).json()
    await office.send('POST', `/api/rounds/${roundId}/finish`, { basedOn: revision })
    expect(await refused({})).toBe('visit.round-not-running')
  })

  it('is a site where the inspector may not record', async () => {
    const areaId = world.streets[1].areaId
    const stranger = await house.givenUser({ role: 'inspector', areaId })
    expect(await refused({}, stranger)).toBe('not-found')
    expect(await refused({}, await house.givenUser({ role: 'leader' }))).toBe('access.no-permission')
  })

  it('is a version of a checklist that was withdrawn, is a draft, or belongs to another type', async () => {
    const other = await givenAnswering(house, world, givenItems(1))
    await house.asOwner(`update checklist_version set state = 'withdrawn' where id = $1`, [
      other.checklistVersionId,
    ])
    const under = (checklistVersionId: string) =>
      refused({ ...answered({ kind: 'notApplicable' }), checklistVersionId })
    expect(await under(other.checklistVersionId)).toBe('visit.checklist-withdrawn')
    expect(await under(world.checklist.publishedId)).toBe('visit.checklist-elsewhere')
    expect(await under(uuidv7())).toBe('not-found')
  })

  it('in a batch keeps none of the others out, and nothing of it is half saved', async () => {
    const good = body({ failed: [0] })
    const bad = body({ answers: [] })
    const visits = [
      { ...good },
      { ...body(), siteId: uuidv7() },
      visitOf(house, answering, { roundId, siteId: world.streets[1].siteId }),
    ]
    expect((await inspector.send('POST', '/api/visits/batch', { visits: [bad] })).statusCode).toBe(400)
    const { items } = (await inspector.send('POST', '/api/visits/batch', { visits })).json()
    expect(items.map((one: { problem: { code: string } | null }) => one.problem?.code ?? 'ok')).toEqual([
      'ok',
      'not-found',
      'ok',
    ])
    expect(items[0].visit.findings).toHaveLength(1)
    const listed = (await office.get(`/api/visits?roundId=${roundId}`)).json().items
    expect(listed).toHaveLength(2)
  })
})

describe('photos', () => {
  it('are asked for only where an item fails whose rule says so, and shown to whoever sees the visit', async () => {
    const photographed = await givenAnswering(house, world, givenItems(2, { photo: 'onFailure' }))
    const round = await givenRound(office, {
      versionId: photographed.versionId,
      siteTypeIds: [world.siteTypeId],
      siteIds: [siteId],
    })
    const at = { roundId: round.id, siteId }
    const visit = visitOf(house, photographed, at, { failed: [1] })
    const missing = await submit(visit)
    expect(missing).toMatchObject({ code: 'visit.photo-needed' })
    expect(missing.title).toContain('便于整改前后对比')
    const photoId = uuidv7()
    await inspector.sendBytes(`/api/files?id=${photoId}&name=a.png`, PIXEL)
    const [first, second] = visit.answers
    const accepted = await submit({ ...visit, answers: [first, { ...second, photoIds: [photoId] }] })
    expect(accepted.findings).toMatchObject([{ photoIds: [photoId] }])
    const photo = await office.get(`/api/visits/${visit.id}/photos/${photoId}/thumbnail`)
    expect(photo.headers['content-type']).toBe('image/webp')
    const other = uuidv7()
    await inspector.sendBytes(`/api/files?id=${other}&name=b.png`, PIXEL)
    expect((await office.get(`/api/visits/${visit.id}/photos/${other}`)).statusCode).toBe(404)
    const stranger = await house.givenUser({ role: 'inspector', areaId: world.streets[1].areaId })
    expect((await stranger.get(`/api/visits/${visit.id}/photos/${photoId}`)).statusCode).toBe(404)
    await house.asOwner('update checklist set retired = true where id = $1', [photographed.checklistId])
  })
})

describe('a correction', () => {
  it('supersedes the earlier visit, keeps the case of what is still wrong and withdraws that of what is not', async () => {
    const first = body({ failed: [0, 1] })
    const [dirty, parked] = (await submit(first)).findings
    const second = body({ failed: [1, 2], correctsId: first.id, reason: '看错了第一项' })
    const corrected = await submit(second)
    expect(corrected.findings.map(({ itemCode }: { itemCode: string }) => itemCode)).toEqual(['2', '3'])
    expect(corrected.findings[0].case).toEqual(parked.case)
    expect(await caseOf(parked.case.id)).toMatchObject({ state: 'assigned' })
    expect(await caseOf(dirty.case.id)).toMatchObject({ state: 'withdrawn' })
    expect(await pageOf(first.id)).toMatchObject({
      state: 'corrected',
      correctedBy: { id: second.id },
      itemCount: 3,
    })
    expect(await pageOf(second.id)).toMatchObject({ corrects: { id: first.id }, reason: '看错了第一项' })
    const standing = (await observations()).filter(({ superseded }) => !superseded)
    expect(standing.map(({ share }) => share)).toEqual([1, 0, 0])
    expect(await submit(second)).toEqual(corrected)
  })

  it('needs a reason, one visit that stands, of the same place, and somebody whose it is', async () => {
    const first = body()
    await submit(first)
    const corrects = async (more: Record<string, unknown>, client = inspector) =>
      (await submit(body({ correctsId: first.id, reason: '更正', ...more }), client)).code
    expect(await corrects({ reason: ' ' })).toBe('visit.reason-missing')
    expect(await corrects({ correctsId: uuidv7() })).toBe('not-found')
    expect(await corrects({ siteId: world.streets[1].siteId })).toBe('visit.correction-elsewhere')
    expect(await corrects({}, await house.givenUser({ role: 'inspector' }))).toBe('visit.not-yours')
    expect(await corrects({}, office)).toBeUndefined()
    expect(await corrects({})).toBe('visit.not-standing')
  })
})

describe('voiding', () => {
  it('takes a visit out with a reason: it stays readable, its cases are withdrawn, and the site can be visited again', async () => {
    const visit = body({ failed: [0] })
    const [finding] = (await submit(visit)).findings
    const voiding = (reason: string, client = inspector) =>
      client.send('POST', `/api/visits/${visit.id}/voiding`, { reason })
    expect((await voiding(' ')).json().code).toBe('visit.reason-missing')
    expect((await voiding('走错', await house.givenUser({ role: 'inspector' }))).json().code).toBe(
      'visit.not-yours',
    )
    expect((await voiding('走错地方')).json()).toMatchObject({
      state: 'voided',
      voided: { reason: '走错地方' },
      findings: [{ case: { state: 'withdrawn' } }],
      mayChange: false,
    })
    expect((await voiding('再来')).json().code).toBe('visit.not-standing')
    expect(await caseOf(finding.case.id)).toMatchObject({ state: 'withdrawn' })
    expect((await observations()).every(({ superseded }) => superseded)).toBe(true)
    expect(await submit(body())).toMatchObject({ state: 'standing' })
  })
})

describe('the handover slip', () => {
  it('lists what was handed over, for all or for one organization', async () => {
    const visit = body({ failed: [0, 2] })
    await submit(visit)
    const slip = await office.get(`/api/visits/${visit.id}/handover-slip`)
    expect(slip.statusCode).toBe(200)
    expect(slip.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const { organizationId } = world.streets[0]
    const theirs = `/api/visits/${visit.id}/handover-slip?organizationId=`
    expect((await office.get(`${theirs}${organizationId}`)).statusCode).toBe(200)
    expect((await office.get(`${theirs}${uuidv7()}`)).json().code).toBe('visit.nothing-handed-over')
  })
})
