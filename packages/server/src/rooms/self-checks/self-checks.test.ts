import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readGiven } from '../../testing/given-file.ts'
import { type GivenVersion, givenVersion } from '../../testing/given-version.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let world: World
let admin: Client
let clerk: Client
let version: GivenVersion
let checkId: string
const START = new Date('2026-11-22T02:00:00Z')

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  clerk = await house.givenUser({
    role: 'responsibleOrganization',
    organizationId: world.streets[0].organizationId,
  })
})
beforeEach(async () => {
  house.now = START
  admin = await house.administrator()
  const [east, west] = world.streets
  version = await givenVersion(house, house.city, {
    criteria: [
      { code: '1-1', leadId: east.organizationId },
      { code: '1-2', leadId: west.organizationId },
      { code: '1-3', leadId: east.organizationId },
      { code: '1-4' },
    ],
  })
  checkId = uuidv7()
  await open({})
})

const criterion = (code: string) => version.criterionIds.get(code) ?? ''
const open = async (more: Record<string, unknown>) =>
  (
    await admin.send('POST', '/api/self-checks', {
      id: checkId,
      versionId: version.id,
      name: `自查${checkId}`,
      dueOn: '2026-11-30',
      ...more,
    })
  ).json()
const tasksOf = async (client: Client, query = '') =>
  (await client.get(`/api/self-checks/${checkId}/tasks?${query}`)).json()
const codesOf = async (client: Client, query = '') =>
  (await tasksOf(client, query)).items.map(({ code }: { code: string }) => code)
const answer = async (client: Client, code: string, more: Record<string, unknown> = {}) =>
  (
    await client.send('PUT', `/api/self-checks/${checkId}/answers`, {
      organizationId: world.streets[0].organizationId,
      criterionId: criterion(code),
      basedOn: 0,
      standing: 'met',
      reason: '',
      plan: '',
      planOn: null,
      ...more,
    })
  ).json()
const change = async (body: Record<string, unknown>) =>
  (await admin.send('PATCH', `/api/self-checks/${checkId}`, body)).json()

describe('opening a self-check', () => {
  it('asks whoever leads, once for a repeated request', async () => {
    expect(await open({})).toMatchObject({ taskCount: 3, answeredCount: 0, revision: 1 })
    expect((await admin.get('/api/self-checks')).json().items[0]).toMatchObject({ id: checkId, taskCount: 3 })
  })

  it('refuses a draft, a day that has passed and a name that is taken', async () => {
    const draft = await givenVersion(house, house.city, { state: 'draft', criteria: [] })
    const code = async (more: Record<string, unknown>) => (await open({ id: uuidv7(), ...more })).code
    expect(await code({ name: '一', versionId: draft.id })).toBe('framework.not-published')
    expect(await code({ name: '一', dueOn: '2026-11-21' })).toBe('self-check.due-past')
    expect(await code({})).toBe('duplicate')
    expect(await code({ name: '一', versionId: uuidv7() })).toBe('not-found')
  })

  it('asks who is competent where nobody leads, and never who only supports', async () => {
    const [east, west] = world.streets
    for (const [organizationId, role] of [
      [east.organizationId, 'supporting'],
      [west.organizationId, 'competent'],
    ])
      await house.asOwner(
        `insert into duty (city_id, id, target, criterion_id, organization_id, role, valid_from)
         values ($1, $2, 'criterion', $3, $4, $5, '2026-01-01')`,
        [house.city.id, uuidv7(), criterion('1-4'), organizationId, role],
      )
    expect(await codesOf(admin, `organizationId=${west.organizationId}`)).toEqual(['1-2', '1-4'])
    expect(await codesOf(admin, `organizationId=${east.organizationId}`)).toEqual(['1-1', '1-3'])
  })
})

describe('an organization', () => {
  it('finds its own criteria and nobody else’s', async () => {
    expect(await codesOf(clerk)).toEqual(['1-1', '1-3'])
    const west = world.streets[1].organizationId
    expect((await tasksOf(clerk, `organizationId=${west}`)).code).toBe('not-found')
    expect((await answer(clerk, '1-2', { organizationId: west })).code).toBe('not-found')
    const { selfCheck } = await tasksOf(clerk)
    expect(selfCheck).toMatchObject({ taskCount: 2, answeredCount: 0 })
  })

  it('answers, again with the same words, and changes its mind on what it last said', async () => {
    const plan = { standing: 'unmet', reason: '缺标识', plan: '补装', planOn: '2026-12-10' }
    const first = await answer(clerk, '1-1', plan)
    expect(first).toMatchObject({ ...plan, revision: 1, late: false, answeredByName: expect.any(String) })
    expect(await answer(clerk, '1-1', plan)).toEqual(first)
    expect((await answer(clerk, '1-1', { standing: 'met' })).code).toBe('changed-meanwhile')
    expect(await answer(clerk, '1-1', { basedOn: 1 })).toMatchObject({ standing: 'met', revision: 2 })
    const entries = (await admin.get(`/api/audit?subjectId=${checkId}`)).json().items
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'selfCheck.answer',
      'selfCheck.answer',
      'selfCheck.open',
    ])
  })

  it('gives reasons for what is not met, and a plan ahead', async () => {
    const code = async (more: Record<string, unknown>) => (await answer(clerk, '1-1', more)).code
    expect(await code({ standing: 'mostlyMet' })).toBe('self-check.reason-missing')
    expect(await code({ standing: 'unmet', reason: '缺' })).toBe('self-check.plan-missing')
    const late = { standing: 'unmet', reason: '缺', plan: '补', planOn: '2026-11-21' }
    expect(await code(late)).toBe('self-check.plan-day-past')
  })

  it('has no task for a criterion it does not lead', async () => {
    expect((await answer(clerk, '1-2')).code).toBe('not-found')
  })

  it('is answered for by the office, and by nobody who may only look', async () => {
    const office = await house.givenUser({ role: 'campaignOffice' })
    expect(await answer(office, '1-1')).toMatchObject({ standing: 'met', revision: 1 })
    const leader = await house.givenUser({ role: 'leader' })
    expect((await answer(leader, '1-3')).code).toBe('access.no-permission')
  })

  it('answers no more once it is closed, and again when it is opened again', async () => {
    await change({ basedOn: 1, closed: true })
    expect((await answer(clerk, '1-1')).code).toBe('self-check.closed')
    await change({ basedOn: 2, closed: false })
    expect(await answer(clerk, '1-1')).toMatchObject({ revision: 1 })
  })

  it('finds what waits on its workbench, with the day', async () => {
    await house.asOwner('update self_check set closed_at = now() where id <> $1', [checkId])
    const waiting = async () =>
      (await clerk.get('/api/workbench'))
        .json()
        .waiting.filter(({ kind }: { kind: string }) => kind === 'selfCheckTasks')
    expect(await waiting()).toEqual([{ kind: 'selfCheckTasks', count: 2, day: '2026-11-30' }])
    await answer(clerk, '1-1')
    await answer(clerk, '1-3')
    expect(await waiting()).toEqual([])
  })
})

describe('the picture', () => {
  it('says how much is met, what is missing and what is late, by part and organization', async () => {
    await answer(clerk, '1-1')
    await answer(clerk, '1-3', { standing: 'unmet', reason: '缺', plan: '补', planOn: '2026-11-25' })
    house.now = new Date('2026-12-01T02:00:00Z')
    admin = await house.administrator()
    const picture = (await admin.get(`/api/self-checks/${checkId}/picture`)).json()
    const whole = {
      taskCount: 3,
      metCount: 1,
      mostlyMetCount: 0,
      unmetCount: 1,
      missingCount: 1,
      // the other street has said nothing, and the day of the plan has passed
      lateCount: 2,
    }
    expect(picture).toMatchObject(whole)
    expect(picture.parts).toEqual([{ nodeId: version.partId, code: 'P', text: '第一部分', ...whole }])
    expect(picture.organizations).toMatchObject([
      { organization: { name: '东门街道办' }, taskCount: 2, metCount: 1, lateCount: 1 },
      { organization: { name: '西湖街道办' }, taskCount: 1, missingCount: 1, lateCount: 1, lastAt: null },
    ])
    expect(await codesOf(admin, 'standing=late')).toEqual(['1-2', '1-3'])
    expect(await codesOf(admin, `standing=missing&nodeId=${version.partId}`)).toEqual(['1-2'])
  })

  it('stays as it was when the self-check was closed', async () => {
    await change({ basedOn: 1, closed: true })
    await house.asOwner(`update duty set valid_to = '2026-11-22' where criterion_id = $1`, [criterion('1-1')])
    house.now = new Date('2026-12-05T02:00:00Z')
    admin = await house.administrator()
    const picture = (await admin.get(`/api/self-checks/${checkId}/picture`)).json()
    expect(picture).toMatchObject({ taskCount: 3, missingCount: 3, lateCount: 0 })
  })

  it('goes out as a workbook of what one may see', async () => {
    await answer(clerk, '1-1', { standing: 'mostlyMet', reason: '基本做到' })
    const workbook = (await clerk.get(`/api/self-checks/${checkId}/export`)).rawPayload
    const tasks = await readGiven(workbook, { sheet: '自查明细' })
    expect(tasks.headers.slice(0, 3)).toEqual(['单位', '角色', '编号'])
    expect(tasks.rows).toHaveLength(2)
    expect(tasks.rows[0]?.cells).toContain('基本达标')
    const summary = await readGiven(workbook, { sheet: '汇总' })
    expect(summary.rows.map(({ cells }) => cells[0])).toContain('达标占比')
  })
})
