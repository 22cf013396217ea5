import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { givenFramework } from '../../../testing/given-framework.ts'
import { useHouse } from '../../../testing/house.ts'
import { matchShippedTypes } from '../../sites/index.ts'

const house = useHouse()

it('the default framework is a draft of 10 parts, 38 items and 101 standards, and a negative list; all guesses are marked', async () => {
  const admin = await house.administrator()
  const { versionId } = await givenFramework(admin, { start: 'default', levelNames: ['只有一层'] })
  const page = (await admin.get(`/api/framework-versions/${versionId}`)).json()
  expect(page).toMatchObject({
    state: 'draft',
    levelNames: ['测评项目', '测评指标', '测评标准'],
    totalPoints: 100,
    levelCounts: [10 + 1, 38, 101 + 4],
    criterionCount: 105,
    vetoCount: 4,
    guessCount: 105,
  })
  // the draft's weights were rounded where it was made: the guided page normalizes them
  expect(page.pointsSum).toBeCloseTo(100, 1)
})

it('its criteria say methods, rules and who may lead, and bounds that nobody knows stay open', async () => {
  const admin = await house.administrator()
  const { versionId } = await givenFramework(admin, { start: 'default' })
  const { items } = (await admin.get(`/api/framework-versions/${versionId}/nodes`)).json()
  const node = (code: string) => items.find((one: { code: string }) => one.code === code)
  expect(node('1-1-03')).toMatchObject({
    methods: ['documentReview', 'statistics'],
    rule: { kind: 'threshold', metric: '宣讲场次', direction: 'atLeast', steps: [{ bound: null }] },
    leadHint: '宣传',
    points: 0.8,
  })
  expect(node('2-2-03').rule.steps.map(({ bound }: { bound: number }) => bound)).toEqual([0.9, 0.85, 0.8])
  expect(node('8-3-01').rule).toMatchObject({ direction: 'atMost', metric: '噪声（分贝）' })
  expect(node('N2')).toMatchObject({ role: 'veto', rule: { kind: 'veto' }, points: null })
})

it('its types of sites are those of the city that go by such a name; one may mean several', async () => {
  const [road, street, retired] = [uuidv7(), uuidv7(), uuidv7()]
  const add = (id: string, code: string, name: string, isRetired: boolean) =>
    house.asOwner('insert into site_type (city_id, id, code, name, retired) values ($1, $2, $3, $4, $5)', [
      house.city.id,
      id,
      code,
      name,
      isRetired,
    ])
  await add(road, 'A', '主干道', false)
  await add(street, 'B', '商业大街（步行街）', false)
  await add(retired, 'C', '社区', true)
  const matched = await matchShippedTypes(house.database.reader(house.city.id))
  expect(matched.get('main_road')).toEqual([road, street])
  expect(matched.get('community')).toEqual([])
  const admin = await house.administrator()
  const { versionId } = await givenFramework(admin, { start: 'default' })
  const { items } = (await admin.get(`/api/framework-versions/${versionId}/nodes`)).json()
  const posters = items.find((one: { code: string }) => one.code === '1-2-01')
  expect(posters.siteTypeIds).toEqual([road, street])
})
