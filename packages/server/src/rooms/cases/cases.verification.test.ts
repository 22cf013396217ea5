import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenCase, givenCases } from '../../testing/given-case.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { verifyCases } from './index.ts'

const house = useHouse()
let world: World
let clerk: Client
let verifier: Client
let caseId: string

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  const [{ organizationId }] = world.streets
  clerk = await house.givenUser({ role: 'responsibleOrganization', organizationId })
  verifier = await house.givenUser({ role: 'verifier' })
})

const take = async (client: Client, verb: string, basedOn: number, more: object = {}) => {
  const body = { stepId: uuidv7(), basedOn, ...more }
  const answer = await client.send('POST', `/api/cases/${caseId}/${verb}`, body)
  expect(answer.statusCode, answer.body).toBe(200)
}

/** A case that was taken up, reported, given back once and reported again. */
beforeEach(async () => {
  const [{ siteId, communityId, organizationId }] = world.streets
  const responsible = [{ organizationId, role: 'lead' as const, share: null }]
  const where = { siteId, areaId: communityId, responsible, because: 'register' as const }
  caseId = (await givenCase(house, where)).id
  await take(clerk, 'acceptance', 1)
  await take(clerk, 'rectification', 2, { photoIds: [] })
  await take(verifier, 'return', 3, { reason: '仍有垃圾' })
  await take(clerk, 'rectification', 4, { photoIds: [] })
})

const verified = (city = house.city) => verifyCases(house.database.reader(city.id))
/** What is said of the case at hand; a plant is taken out again, so that the next test finds a sound city. */
async function faultWith(plant: string, undo: string) {
  await house.asOwner(plant, [caseId])
  const { faults } = await verified()
  await house.asOwner(undo, [caseId])
  expect((await verified()).faults).toEqual([])
  return faults
}

describe('the rows of cases', () => {
  it('are what their steps come to, however they went', async () => {
    const { rows } = await house.asOwner('select count(*)::int as count from case_file where city_id = $1', [
      house.city.id,
    ])
    expect(await verified()).toEqual({ caseCount: rows[0].count, faults: [] })
  })

  it.each([
    ['state', `state = 'returned'`, `state = 'rectified'`],
    ['organizationId', 'organization_id = null', 'organization_id = organization_ids[1]'],
    ['dueAt', `due_at = due_at + interval '1 day'`, `due_at = due_at - interval '1 day'`],
    ['rectifiedAt', 'rectified_at = null', 'rectified_at = accepted_at'],
    [
      'handlerIds',
      `handler_ids = '{}'`,
      `handler_ids = array[(select actor_id from case_step
      where case_id = case_file.id and number = 2)]`,
    ],
    ['returnCount', 'return_count = 0', 'return_count = 1'],
  ])('betray that %s was changed behind their back', async (field, change, undo) => {
    const number = (await clerk.get(`/api/cases/${caseId}`)).json().number
    expect(
      await faultWith(
        `update case_file set ${change} where id = $1`,
        `update case_file set ${undo} where id = $1`,
      ),
    ).toEqual([{ caseId, number, differing: [field] }])
  })

  it('betray a step that was taken out, put in or turned into another', async () => {
    const lost = `update case_step set number = 99 where case_id = $1 and number = 2`
    const turned = `update case_step set step = 'close' where case_id = $1 and number = 2`
    for (const plant of [lost, turned])
      expect(
        await faultWith(
          plant,
          `update case_step set number = 2, step = 'accept' where case_id = $1 and (number = 99 or step = 'close')`,
        ),
      ).toMatchObject([{ caseId, differing: [] }])
    await house.asOwner('delete from case_step where case_id = $1', [caseId])
    expect((await verified()).faults).toMatchObject([{ caseId, differing: [] }])
    await house.asOwner('delete from case_file where id = $1', [caseId])
  })

  it('are all looked at, however many there are, and only those of the city', async () => {
    const before = (await verified()).caseCount
    const opened = await givenCases(
      house,
      Array.from({ length: 501 }, () => ({})),
    )
    const last = opened
      .map(({ id }) => id)
      .sort()
      .at(-1)
    await house.asOwner('update case_file set return_count = 3 where id = $1', [last])
    const { caseCount, faults } = await verified()
    expect(caseCount).toBe(before + 501)
    expect(faults).toMatchObject([{ caseId: last, differing: ['returnCount'] }])
    expect((await verified(house.otherCity)).faults).toEqual([])
  })
})
