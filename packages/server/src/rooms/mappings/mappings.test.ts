import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenVersion } from '../../testing/given-version.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { carryOverMappings, countMappings } from './index.ts'

const house = useHouse()
let admin: Client
let versionId: string
let criterionOf: (code: string) => string
const itemIds: string[] = []

const TEXTS = ['消防通道畅通', '无小广告', '母婴室开放可用']
const CRITERIA = [
  { code: 'FIRE', text: '消防通道和设施' },
  { code: 'CLEAN', text: '主次干道整洁' },
  { code: 'BABY', text: '母婴设施' },
  { code: 'NONE', text: '国防教育' },
]

beforeAll(async () => {
  admin = await house.administrator()
  const given = await givenVersion(house, house.city, { criteria: CRITERIA })
  await house.asOwner(`update framework_node set methods = '{siteInspection}' where version_id = $1`, [
    given.id,
  ])
  versionId = given.id
  criterionOf = (code) => given.criterionIds.get(code) ?? ''
  const [id, draftId] = [uuidv7(), uuidv7()]
  const body = { id, versionId: draftId, code: 'L', name: '检查表', kind: 'standard', siteTypeIds: [] }
  await admin.send('POST', '/api/checklists', body)
  const items = TEXTS.map((text, at) => ({
    id: uuidv7(),
    code: `${at}`,
    text,
    dimension: '维度',
    answer: { kind: 'binary' },
    protocol: '',
    exemptions: [],
    photo: 'never',
    photoPurpose: '',
    handOver: true,
    weight: 1,
    guesses: [],
  }))
  itemIds.push(...items.map((item) => item.id))
  const saved = await admin.send('PUT', `/api/checklist-versions/${draftId}`, {
    basedOn: 1,
    protocol: '',
    items,
  })
  expect(saved.statusCode).toBe(200)
})

type Row = {
  itemId: string
  criterionId: string
  criterionCode: string
  state: string
  likeness: number | null
}
const pathOf = (rest = '') => `/api/framework-versions/${versionId}/mappings${rest}`
const list = async (query = ''): Promise<Row[]> => (await admin.get(pathOf(query))).json().items
const decide = (decisions: object[], client = admin) =>
  client.send('POST', pathOf('/decisions'), { decisions })
const propose = async () => (await admin.send('POST', pathOf('/proposals'), {})).json()
const tie = (at: number, code: string, state: string, weight?: number) => ({
  itemId: itemIds[at],
  criterionId: criterionOf(code),
  state,
  ...(weight === undefined ? {} : { weight }),
})

describe('ties between items and criteria', () => {
  it('are proposed from the texts, as guesses, the best of each item first', async () => {
    const answer = await propose()
    expect(answer.keptCount).toBe(0)
    const rows = await list()
    expect(rows).toHaveLength(answer.proposedCount)
    expect(rows.every(({ state }) => state === 'guess')).toBe(true)
    const best = itemIds.map((id) => rows.find(({ itemId }) => itemId === id)?.criterionCode)
    expect(best).toEqual(['FIRE', 'CLEAN', 'BABY'])
    expect(rows[0]).toMatchObject({ criterionPath: ['第一部分'], checklist: { name: '检查表' } })
  })

  it('that a person decided are not overwritten by a proposal', async () => {
    const decisions = [
      tie(0, 'FIRE', 'confirmed', 2),
      tie(1, 'CLEAN', 'rejected'),
      tie(0, 'NONE', 'confirmed'),
    ]
    expect((await decide(decisions)).json()).toEqual({ changedCount: 3 })
    expect((await decide(decisions)).json()).toEqual({ changedCount: 0 })
    expect((await propose()).keptCount).toBe(3)
    const states = (await list()).map(({ criterionCode, state }) => `${criterionCode} ${state}`)
    expect(states).toEqual(['NONE confirmed', 'FIRE confirmed', 'CLEAN rejected', 'BABY guess'])
    expect((await list('?state=confirmed')).map(({ likeness }) => likeness === null)).toEqual([true, false])
  })

  it('are decided after publication too, and the log says so', async () => {
    const { items } = (await admin.get('/api/audit?action=mapping.decide')).json()
    expect(items[0]).toMatchObject({ subjectId: versionId, after: { versionState: 'published' } })
  })

  it('are listed page by page, each once, and found by what they hold', async () => {
    const all = await list()
    const seen: Row[] = []
    let after = ''
    do {
      const page = (await admin.get(pathOf(`?limit=1&after=${after}`))).json()
      seen.push(...page.items)
      after = page.next ?? ''
    } while (after !== '')
    expect(seen).toEqual(all)
    expect(await list(`?text=${encodeURIComponent('母婴')}`)).toHaveLength(1)
    expect(await list(`?itemId=${itemIds[0]}`)).toHaveLength(2)
    expect(await list(`?criterionId=${criterionOf('CLEAN')}`)).toHaveLength(1)
  })

  it('cover both ways: only what is confirmed counts', async () => {
    const coverage = (await admin.get(pathOf('/coverage'))).json()
    expect(coverage).toMatchObject({
      confirmedCount: 2,
      guessCount: 1,
      observedCriterionCount: 2,
      inspectedCriterionCount: 4,
      feedingItemCount: 1,
      itemCount: 3,
      unobserved: [
        { code: 'CLEAN', guessCount: 0 },
        { code: 'BABY', guessCount: 1 },
      ],
      feedingNothing: [
        { code: '1', guessCount: 0 },
        { code: '2', guessCount: 1 },
      ],
    })
  })

  it('are refused for criteria of another version, unknown items, and those who may not edit everywhere', async () => {
    const elsewhere = await givenVersion(house, house.city, { criteria: [{ code: 'X' }] })
    const foreign = { ...tie(0, 'FIRE', 'confirmed'), criterionId: elsewhere.criterionIds.get('X') }
    expect((await decide([foreign])).json().code).toBe('mapping.criterion-elsewhere')
    expect((await decide([{ ...tie(0, 'FIRE', 'confirmed'), itemId: uuidv7() }])).statusCode).toBe(404)
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get(pathOf())).statusCode).toBe(404)
    expect((await decide([tie(0, 'FIRE', 'confirmed')], stranger)).statusCode).toBe(404)
    expect((await decide([{ ...tie(0, 'FIRE', 'confirmed'), weight: 0.00001 }])).json().code).toBe(
      'framework.points-decimals',
    )
  })

  it('go over to the next version with what was decided about them', async () => {
    const next = await givenVersion(house, house.city, { state: 'draft', criteria: [{ code: 'FIRE' }] })
    const criteria = new Map([[criterionOf('FIRE'), next.criterionIds.get('FIRE') ?? '']])
    const carried = await house.database.transact(house.city.author, async (tx) => {
      const count = await carryOverMappings(tx, criteria, versionId, next.id)
      tx.record({
        action: 'test',
        subjectKind: 'frameworkVersion',
        subjectId: next.id,
        before: null,
        after: null,
      })
      return count
    })
    expect(carried).toBe(1)
    const counted = await countMappings(house.database.reader(house.city.id), next.id)
    expect(counted).toEqual({ guess: 0, confirmed: 1, rejected: 0 })
  })
})
