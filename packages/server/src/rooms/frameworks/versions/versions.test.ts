import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { givenFramework, givenNodes, nodeBody } from '../../../testing/given-framework.ts'
import { type Client, useHouse } from '../../../testing/house.ts'
import { copyVersion, findVersion, markPublished, recordDone } from '../index.ts'

const house = useHouse()

const pathOf = (versionId: string) => `/api/framework-versions/${versionId}`
const pageOf = async (client: Client, versionId: string) => (await client.get(pathOf(versionId))).json()
const refusal = (answer: { statusCode: number; json(): { code: string; title: string } }) => [
  answer.statusCode,
  answer.json().code,
]

/** As the room of the rule book does it, once a draft is found to be without flaws. */
const publish = (versionId: string) =>
  house.database.transact(house.city.author, async (tx) => {
    const version = await findVersion(tx, versionId)
    if (version) await markPublished(tx, version)
  })

/** As the room of the rule book does it. */
async function succeed(versionId: string, label: string): Promise<string> {
  const id = uuidv7()
  await house.database.transact(house.city.author, async (tx) => {
    const version = await findVersion(tx, versionId)
    if (version) await copyVersion(tx, version, { id, label, year: 2027 })
    recordDone(tx, id, 'frameworkVersion.add', { before: null, after: { label } })
  })
  return id
}

async function givenDraft() {
  const admin = await house.administrator()
  const { frameworkId, versionId } = await givenFramework(admin)
  const ids = await givenNodes(admin, versionId, [
    { code: '1', kind: 'indicator', points: 10 },
    { code: '1-1', under: '1', kind: 'indicator' },
    { code: '1-1-1', under: '1-1', points: 0.1 },
    { code: '1-1-2', under: '1-1', points: 0.2, origin: 'raised' },
    { code: '1-1-3', under: '1-1', points: 0.3, origin: 'local' },
    { code: 'B1', points: 5, role: 'bonus' },
    { code: 'G1', under: '1', role: 'gate' },
    { code: 'V1', under: '1', role: 'veto' },
  ])
  return { admin, frameworkId, versionId, ids }
}

describe('a framework', () => {
  it('begins with an empty draft, and the same request again is answered as the first time', async () => {
    const admin = await house.administrator()
    const body = {
      id: uuidv7(),
      versionId: uuidv7(),
      name: '卫生城市标准',
      campaign: 'healthCity',
      label: '2026 版',
      year: 2026,
      levelNames: ['标准'],
      start: 'empty',
    }
    const first = await admin.send('POST', '/api/frameworks', body)
    expect(first.json()).toMatchObject({
      name: '卫生城市标准',
      versions: [{ id: body.versionId, state: 'draft', criterionCount: 0, levelNames: ['标准'] }],
    })
    expect((await admin.send('POST', '/api/frameworks', body)).json()).toEqual(first.json())
    const same = { ...body, versionId: uuidv7() }
    expect(refusal(await admin.send('POST', '/api/frameworks', same))).toEqual([409, 'duplicate'])
    const namesake = { ...body, id: uuidv7(), versionId: uuidv7() }
    const refused = await admin.send('POST', '/api/frameworks', namesake)
    expect(refusal(refused)).toEqual([409, 'duplicate'])
    expect(refused.json().title).toContain('卫生城市标准')
  })

  it('is called otherwise by whoever saw its latest state', async () => {
    const { admin, frameworkId } = await givenDraft()
    const path = `/api/frameworks/${frameworkId}`
    const changed = await admin.send('PATCH', path, { basedOn: 1, campaign: 'provincial' })
    expect(changed.json()).toMatchObject({ campaign: 'provincial', revision: 2 })
    expect(refusal(await admin.send('PATCH', path, { basedOn: 1, name: '迟' }))).toEqual([
      409,
      'changed-meanwhile',
    ])
    const unknown = await admin.send('PATCH', `/api/frameworks/${uuidv7()}`, { basedOn: 1 })
    expect(refusal(unknown)).toEqual([404, 'not-found'])
  })

  it('of another city is neither listed nor found', async () => {
    const { versionId } = await givenDraft()
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get('/api/frameworks')).json()).toEqual({ items: [] })
    for (const path of ['', '/nodes', '/history', '/comparison'])
      expect((await stranger.get(`${pathOf(versionId)}${path}`)).statusCode).toBe(404)
  })
})

describe('the page of a version', () => {
  it('counts nodes by level, criteria by kind, and adds points up exactly', async () => {
    const { admin, versionId } = await givenDraft()
    expect(await pageOf(admin, versionId)).toMatchObject({
      levelCounts: [1, 1, 6],
      criterionCount: 6,
      raisedCount: 1,
      localCount: 1,
      bonusCount: 1,
      gateCount: 1,
      vetoCount: 1,
      guessCount: 0,
      pointsSum: 0.6,
    })
  })
})

describe('a draft', () => {
  it('takes another label, year, total and more level names, but not fewer than its tree is deep', async () => {
    const { admin, versionId } = await givenDraft()
    const { revision } = await pageOf(admin, versionId)
    const said = { basedOn: revision, label: '第二稿', year: 2027, totalPoints: 100 }
    const changed = await admin.send('PATCH', pathOf(versionId), said)
    expect(changed.json()).toMatchObject({ label: '第二稿', year: 2027, totalPoints: 100 })
    const based = { basedOn: changed.json().revision }
    const fewer = await admin.send('PATCH', pathOf(versionId), { ...based, levelNames: ['项目', '标准'] })
    expect(refusal(fewer)).toEqual([409, 'framework.levels-in-use'])
    const finer = await admin.send('PATCH', pathOf(versionId), { ...based, totalPoints: 99.99999 })
    expect(refusal(finer)).toEqual([422, 'framework.points-decimals'])
    expect(refusal(await admin.send('PATCH', pathOf(versionId), said))).toEqual([409, 'changed-meanwhile'])
  })

  it('weighs what is below a node exactly; gates, vetoes and bonus items keep theirs', async () => {
    const { admin, versionId, ids } = await givenDraft()
    const weigh = async (body: object) =>
      admin.send('POST', `${pathOf(versionId)}/weighing`, {
        nodeId: null,
        points: 100,
        way: 'inProportion',
        decimals: 2,
        basedOn: (await pageOf(admin, versionId)).revision,
        ...body,
      })
    expect((await weigh({})).json()).toMatchObject({ changedCount: 4 })
    expect(await pageOf(admin, versionId)).toMatchObject({ pointsSum: 100, totalPoints: 100 })
    const { items } = (await admin.get(`${pathOf(versionId)}/nodes`)).json()
    const points = Object.fromEntries(
      items.map((node: { code: string; points: number }) => [node.code, node.points]),
    )
    expect(points).toEqual({
      1: 100,
      '1-1': null,
      '1-1-1': 16.67,
      '1-1-2': 33.33,
      '1-1-3': 50,
      G1: null,
      V1: null,
      B1: 5,
    })
    await weigh({ nodeId: ids['1-1'], points: 10, way: 'equally', decimals: 1 })
    expect((await pageOf(admin, versionId)).pointsSum).toBe(10)
    expect(refusal(await weigh({ points: 1.55, decimals: 1 }))).toEqual([422, 'framework.points-decimals'])
    expect(refusal(await weigh({ nodeId: ids.B1 }))).toEqual([422, 'framework.nothing-to-weigh'])
    expect(refusal(await weigh({ nodeId: uuidv7() }))).toEqual([404, 'not-found'])
    expect(refusal(await weigh({ basedOn: 1 }))).toEqual([409, 'changed-meanwhile'])
  })

  it('goes with everything in it, and its framework with the last version', async () => {
    const { admin, frameworkId, versionId } = await givenDraft()
    expect((await admin.send('DELETE', pathOf(versionId))).json()).toEqual({ done: true })
    expect((await admin.get(pathOf(versionId))).statusCode).toBe(404)
    const { items } = (await admin.get('/api/frameworks')).json()
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(frameworkId)
  })

  it('stays while another version was made from it', async () => {
    const { admin, versionId } = await givenDraft()
    await succeed(versionId, '续版')
    const refused = await admin.send('DELETE', pathOf(versionId))
    expect(refusal(refused)).toEqual([409, 'in-use'])
    expect(refused.json().title).toContain('测评体系版本')
  })

  it('tells its history, its nodes included, the latest first', async () => {
    const { admin, versionId, ids } = await givenDraft()
    await admin.send('PATCH', `/api/framework-nodes/${ids['1-1-1']}`, { basedOn: 1, text: '改过' })
    const { items } = (await admin.get(`${pathOf(versionId)}/history?limit=2`)).json()
    expect(items).toMatchObject([
      { action: 'frameworkNode.change', before: { text: '文字1-1-1' }, after: { text: '改过' } },
      { action: 'frameworkNode.add', after: { code: 'V1' } },
    ])
  })
})

describe('a published version', () => {
  it('never changes: every change of it or its tree is refused', async () => {
    const { admin, versionId, ids } = await givenDraft()
    await publish(versionId)
    const before = (await admin.get(`${pathOf(versionId)}/nodes`)).json()
    const { revision } = await pageOf(admin, versionId)
    const node = `/api/framework-nodes/${ids['1-1-1']}`
    const weighing = { nodeId: null, points: 1, way: 'equally', decimals: 4, basedOn: revision }
    const attempts = [
      admin.send('PATCH', pathOf(versionId), { basedOn: revision, label: '改' }),
      admin.send('DELETE', pathOf(versionId)),
      admin.send('POST', `${pathOf(versionId)}/nodes`, nodeBody({ code: 'x' })),
      admin.send('PATCH', node, { basedOn: 1, text: '改' }),
      admin.send('POST', `${node}/move`, { basedOn: 1, parentId: null, beforeId: null }),
      admin.send('DELETE', `${node}?basedOn=1`),
      admin.send('POST', `${pathOf(versionId)}/weighing`, weighing),
    ]
    for (const answer of await Promise.all(attempts))
      expect(refusal(answer)).toEqual([409, 'framework.not-a-draft'])
    expect((await admin.get(`${pathOf(versionId)}/nodes`)).json()).toEqual(before)
  })

  it('is withdrawn with a reason, once, and stays readable; a draft cannot be', async () => {
    const { admin, versionId } = await givenDraft()
    const withdraw = () => admin.send('POST', `${pathOf(versionId)}/withdrawal`, { reason: '新版已发布' })
    expect(refusal(await withdraw())).toEqual([409, 'framework.not-published'])
    await publish(versionId)
    expect((await withdraw()).json()).toMatchObject({ state: 'withdrawn', criterionCount: 6 })
    expect(refusal(await withdraw())).toEqual([409, 'framework.not-published'])
  })
})

describe('comparing versions', () => {
  it('finds a copy unchanged, and then what was added, removed, re-worded and re-weighed', async () => {
    const { admin, versionId } = await givenDraft()
    const nextId = await succeed(versionId, '2027 版')
    const compare = async () => (await admin.get(`${pathOf(nextId)}/comparison`)).json()
    expect(await compare()).toMatchObject({ after: { label: '2027 版' }, unchangedCount: 8, changes: [] })
    const { items } = (await admin.get(`${pathOf(nextId)}/nodes`)).json()
    const idOf = (code: string) => items.find((node: { code: string }) => node.code === code).id
    const change = (code: string, body: object) =>
      admin.send('PATCH', `/api/framework-nodes/${idOf(code)}`, { basedOn: 1, ...body })
    const reworded = await change('1-1-1', { text: '另一种说法' })
    expect(reworded.json().settled).toBe(false)
    await change('1-1-2', { points: 4 })
    await admin.send('DELETE', `/api/framework-nodes/${idOf('1-1-3')}?basedOn=1`)
    await givenNodes(admin, nextId, [{ code: '9' }])
    const { changes } = await compare()
    expect(changes.map((one: { kind: string; code: string }) => `${one.kind} ${one.code}`)).toEqual([
      'reworded 1-1-1',
      'reweighed 1-1-2',
      'added 9',
      'removed 1-1-3',
    ])
    const settled = await admin.send('PATCH', `/api/framework-nodes/${idOf('1-1-1')}`, {
      basedOn: 2,
      settled: true,
    })
    expect(settled.json().settled).toBe(true)
  })

  it('needs another version', async () => {
    const { admin, versionId } = await givenDraft()
    const alone = await admin.get(`${pathOf(versionId)}/comparison`)
    expect(refusal(alone)).toEqual([422, 'framework.nothing-to-compare'])
    const unknown = await admin.get(`${pathOf(versionId)}/comparison?with=${uuidv7()}`)
    expect(refusal(unknown)).toEqual([404, 'not-found'])
  })
})
