import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenRound } from '../../testing/given-round.ts'
import { type GivenVersion, givenVersion } from '../../testing/given-version.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let office: Client
let version: GivenVersion
let rounds: string[]
let id: string

beforeAll(async () => {
  office = await house.givenUser({ role: 'campaignOffice' })
  version = await givenVersion(house, house.city, { criteria: [{ code: '1' }] })
  rounds = [
    await givenRound(house, house.city, { versionId: version.id }),
    await givenRound(house, house.city, { versionId: version.id }),
  ]
})
beforeEach(async () => {
  id = uuidv7()
  await add({})
})

const add = async (more: Record<string, unknown>) =>
  (
    await office.send('POST', '/api/assessments', {
      id,
      name: `测评${id}`,
      kind: 'mock',
      roundIds: [rounds[0]],
      ...more,
    })
  ).json()
const change = async (body: Record<string, unknown>, client = office) =>
  (await client.send('PATCH', `/api/assessments/${id}`, body)).json()

describe('an assessment', () => {
  it('scores rounds of one version together, once for a repeated request', async () => {
    expect(await add({})).toMatchObject({
      revision: 1,
      rounds: [{ id: rounds[0] }],
      version: { id: version.id },
    })
    const { items } = (await office.get('/api/assessments')).json()
    expect(items[0]).toMatchObject({ id, kind: 'mock' })
    const score = (await office.get(`/api/score?assessmentId=${id}`)).json()
    expect(score).toMatchObject({ assessment: { id, kind: 'mock' }, rounds: [{ id: rounds[0] }] })
  })

  it('gets another name, kind or other rounds, on what it was last', async () => {
    expect(await change({ basedOn: 1, name: '年终测评', kind: 'official', roundIds: rounds })).toMatchObject({
      name: '年终测评',
      kind: 'official',
      revision: 2,
    })
    expect((await change({ basedOn: 1, name: '又一次' })).code).toBe('changed-meanwhile')
    expect((await office.get(`/api/score?assessmentId=${id}`)).json().rounds).toHaveLength(2)
    const entries = (await office.get(`/api/audit?subjectId=${id}`)).json().items
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'assessment.change',
      'assessment.add',
    ])
  })

  it('refuses names that are taken, rounds of another version and rounds that do not exist', async () => {
    const other = await givenVersion(house, house.city, { criteria: [{ code: '1' }] })
    const foreign = await givenRound(house, house.city, { versionId: other.id })
    const refusal = async (more: Record<string, unknown>) => (await add({ id: uuidv7(), ...more })).code
    expect(await refusal({})).toBe('duplicate')
    expect(await refusal({ name: '一', roundIds: [rounds[0], foreign] })).toBe('score.rounds-of-versions')
    expect(await refusal({ name: '一', roundIds: [uuidv7()] })).toBe('not-found')
    expect(await refusal({ name: '一', roundIds: [] })).toBe('request.invalid')
    expect((await add({ name: '另一个名字' })).code).toBe('duplicate')
    expect((await change({ basedOn: 1, roundIds: [foreign] })).code).toBe('score.rounds-of-versions')
  })

  it('is made by the office for the whole city only', async () => {
    const leader = await house.givenUser({ role: 'leader' })
    expect((await change({ basedOn: 1, name: '二' }, leader)).code).toBe('access.no-permission')
  })
})
