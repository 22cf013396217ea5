import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { givenFramework, givenNodes, nodeBody } from '../../../testing/given-framework.ts'
import { type Client, useHouse } from '../../../testing/house.ts'

const house = useHouse()

type Node = { id: string; code: string; position: number; revision: number } & Record<string, unknown>
const nodesOf = async (client: Client, versionId: string): Promise<Node[]> =>
  (await client.get(`/api/framework-versions/${versionId}/nodes`)).json<{ items: Node[] }>().items
const codesOf = async (client: Client, versionId: string) =>
  (await nodesOf(client, versionId)).map(({ code }) => code)
const pathOf = (id: string | undefined) => `/api/framework-nodes/${id}`
const refusal = (answer: { statusCode: number; json(): { code: string; title: string } }) => [
  answer.statusCode,
  answer.json().code,
]

const TREE = [
  { code: '1', kind: 'indicator' },
  { code: '1-1', under: '1', kind: 'indicator' },
  { code: '1-1-1', under: '1-1', points: 2 },
  { code: '1-1-2', under: '1-1', points: 3 },
  { code: '2', kind: 'indicator' },
  { code: '2-1', under: '2', points: 5 },
] as const

async function givenTree() {
  const admin = await house.administrator()
  const { versionId } = await givenFramework(admin)
  const ids = await givenNodes(admin, versionId, TREE)
  return { admin, versionId, ids, path: `/api/framework-versions/${versionId}` }
}

describe('the tree of a draft', () => {
  it('comes as a whole, parents before children, in order', async () => {
    const { admin, versionId } = await givenTree()
    expect(await codesOf(admin, versionId)).toEqual(['1', '1-1', '1-1-1', '1-1-2', '2', '2-1'])
  })

  it('takes a node before another one, and positions stay dense', async () => {
    const { admin, versionId, ids, path } = await givenTree()
    const body = { ...nodeBody({ code: '1-1-0', under: ids['1-1'] ?? null }), beforeId: ids['1-1-1'] }
    expect((await admin.send('POST', `${path}/nodes`, body)).statusCode).toBe(200)
    const nodes = await nodesOf(admin, versionId)
    expect(nodes.map(({ code, position }) => `${code}@${position}`)).toEqual([
      '1@0',
      '1-1@0',
      '1-1-0@0',
      '1-1-1@1',
      '1-1-2@2',
      '2@1',
      '2-1@0',
    ])
  })

  it('answers the same request to add again as the first time, and another with that id is a duplicate', async () => {
    const { admin, versionId, path } = await givenTree()
    const body = nodeBody({ code: '3', kind: 'indicator' })
    await admin.send('POST', `${path}/nodes`, body)
    expect((await admin.send('POST', `${path}/nodes`, body)).json()).toMatchObject({ code: '3', revision: 1 })
    const other = await admin.send('POST', `${path}/nodes`, { ...body, code: '4' })
    expect(refusal(other)).toEqual([409, 'duplicate'])
    expect(await codesOf(admin, versionId)).toHaveLength(TREE.length + 1)
  })

  it('moves a node with all below it, and its revision alone rises', async () => {
    const { admin, versionId, ids } = await givenTree()
    const place = { basedOn: 1, parentId: ids['2'], beforeId: ids['2-1'] }
    const moved = await admin.send('POST', `${pathOf(ids['1-1'])}/move`, place)
    expect(moved.json()).toMatchObject({ parentId: ids['2'], position: 0, revision: 2 })
    const nodes = await nodesOf(admin, versionId)
    expect(nodes.map(({ code, revision }) => `${code}r${revision}`)).toEqual([
      '1r1',
      '2r1',
      '1-1r2',
      '1-1-1r1',
      '1-1-2r1',
      '2-1r1',
    ])
    const stays = { basedOn: 2, parentId: ids['2'], beforeId: ids['1-1'] }
    expect((await admin.send('POST', `${pathOf(ids['1-1'])}/move`, stays)).json().revision).toBe(2)
  })

  it('removes a node with all below it, and closes the gap', async () => {
    const { admin, versionId, ids } = await givenTree()
    const gone = await admin.send('DELETE', `${pathOf(ids['1'])}?basedOn=1`)
    expect(gone.json()).toEqual({ done: true })
    expect((await nodesOf(admin, versionId)).map(({ code, position }) => `${code}@${position}`)).toEqual([
      '2@0',
      '2-1@0',
    ])
  })
})

describe('what a tree refuses', () => {
  it('a code that is taken, by name', async () => {
    const { admin, ids, path } = await givenTree()
    const twice = await admin.send(
      'POST',
      `${path}/nodes`,
      nodeBody({ code: '2-1', under: ids['1'] ?? null }),
    )
    expect(refusal(twice)).toEqual([409, 'framework.code-taken'])
    expect(twice.json().title).toContain('“2-1”')
    const changed = await admin.send('PATCH', pathOf(ids['1-1-1']), { basedOn: 1, code: '1-1-2' })
    expect(refusal(changed)).toEqual([409, 'framework.code-taken'])
  })

  it('children of a criterion, added or moved', async () => {
    const { admin, ids, path } = await givenTree()
    const body = nodeBody({ code: 'x', under: ids['2-1'] ?? null })
    expect(refusal(await admin.send('POST', `${path}/nodes`, body))).toEqual([
      422,
      'framework.criterion-has-children',
    ])
    const place = { basedOn: 1, parentId: ids['2-1'], beforeId: null }
    expect(refusal(await admin.send('POST', `${pathOf(ids['1-1-1'])}/move`, place))).toEqual([
      422,
      'framework.criterion-has-children',
    ])
  })

  it('more levels than it has names for', async () => {
    const { admin, ids, path } = await givenTree()
    const deep = nodeBody({ code: 'x', under: ids['1-1'] ?? null, kind: 'indicator' })
    expect(refusal(await admin.send('POST', `${path}/nodes`, deep))).toEqual([422, 'framework.too-deep'])
    const place = { basedOn: 1, parentId: ids['1-1'], beforeId: null }
    const moved = await admin.send('POST', `${pathOf(ids['2'])}/move`, place)
    expect(refusal(moved)).toEqual([422, 'framework.too-deep'])
    expect(moved.json().title).toContain('3 层')
  })

  it('a node below itself', async () => {
    const { admin, ids } = await givenTree()
    const place = { basedOn: 1, parentId: ids['1-1'], beforeId: null }
    expect(refusal(await admin.send('POST', `${pathOf(ids['1'])}/move`, place))).toEqual([
      422,
      'framework.cycle',
    ])
  })

  it('points and shares finer than four decimals, negative points, and rules of no known shape', async () => {
    const { admin, ids } = await givenTree()
    const change = async (body: object) =>
      refusal(await admin.send('PATCH', pathOf(ids['2-1']), { basedOn: 1, ...body }))
    expect(await change({ points: 0.00001 })).toEqual([422, 'framework.points-decimals'])
    expect(await change({ points: -1 })).toEqual([400, 'request.invalid'])
    expect(await change({ points: '2分' })).toEqual([400, 'request.invalid'])
    const grades = [{ grade: 'A', share: 0.33333, meaning: '' }]
    expect(await change({ rule: { kind: 'grade', grades } })).toEqual([422, 'framework.rule-invalid'])
    expect(await change({ rule: { kind: 'magic' } })).toEqual([400, 'request.invalid'])
  })

  it('parents, neighbours and site types that are not there', async () => {
    const { admin, ids, path } = await givenTree()
    const other = await givenTree()
    const add = async (body: object) => refusal(await admin.send('POST', `${path}/nodes`, body))
    expect(await add(nodeBody({ code: 'x', under: uuidv7() }))).toEqual([404, 'not-found'])
    expect(await add(nodeBody({ code: 'x', under: other.ids['1'] ?? null }))).toEqual([404, 'not-found'])
    expect(await add({ ...nodeBody({ code: 'x' }), beforeId: ids['2-1'] })).toEqual([404, 'not-found'])
    expect(await add(nodeBody({ code: 'x', siteTypeIds: [uuidv7()] }))).toEqual([404, 'not-found'])
  })

  it('a change made from an older state of the node, not of its neighbours', async () => {
    const { admin, ids } = await givenTree()
    const change = (code: string, text: string) =>
      admin.send('PATCH', pathOf(ids[code]), { basedOn: 1, text })
    expect((await change('1-1-1', '甲')).statusCode).toBe(200)
    expect((await change('1-1-2', '乙')).statusCode).toBe(200)
    expect(refusal(await change('1-1-1', '丙'))).toEqual([409, 'changed-meanwhile'])
    const late = await admin.send('DELETE', `${pathOf(ids['1-1-1'])}?basedOn=1`)
    expect(refusal(late)).toEqual([409, 'changed-meanwhile'])
  })

  it('nodes of another city', async () => {
    const { ids, path } = await givenTree()
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get(`${path}/nodes`)).statusCode).toBe(404)
    const changed = await stranger.send('PATCH', pathOf(ids['1']), { basedOn: 1, text: '改' })
    expect(changed.statusCode).toBe(404)
  })
})

describe('changing a node', () => {
  it('keeps what is not said, and leaves a change of nothing alone', async () => {
    const { admin, ids } = await givenTree()
    const changed = await admin.send('PATCH', pathOf(ids['2-1']), { basedOn: 1, role: 'bonus' })
    expect(changed.json()).toMatchObject({ role: 'bonus', points: 5, revision: 2 })
    const same = await admin.send('PATCH', pathOf(ids['2-1']), { basedOn: 2, role: 'bonus' })
    expect(same.json().revision).toBe(2)
  })

  it('takes a rule in any order of its fields, and answers it whole', async () => {
    const { admin, ids } = await givenTree()
    const rule = { kind: 'rate', numerator: '达标数', denominator: '应达标数', full: 0.95 }
    const first = await admin.send('PATCH', pathOf(ids['2-1']), { basedOn: 1, rule })
    expect(first.json().rule).toEqual(rule)
    const turned = { full: 0.95, denominator: '应达标数', numerator: '达标数', kind: 'rate' }
    const again = await admin.send('PATCH', pathOf(ids['2-1']), { basedOn: 2, rule: turned })
    expect(again.json().revision).toBe(2)
  })

  it('says nothing of an indicator that only a criterion can have', async () => {
    const { admin, ids } = await givenTree()
    const rule = { kind: 'binary' }
    const said = { basedOn: 1, rule, role: 'veto', methods: ['survey'], points: 7 }
    const changed = await admin.send('PATCH', pathOf(ids['1']), said)
    expect(changed.json()).toMatchObject({ rule: null, role: 'ordinary', methods: [], points: 7 })
  })

  it('clears the guess of what is said, and of what is confirmed', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin, { start: 'default' })
    const [, , first, second] = await nodesOf(admin, versionId)
    expect(first).toMatchObject({ kind: 'criterion', guesses: ['points', 'rule', 'lead'] })
    const said = await admin.send('PATCH', pathOf(first?.id), { basedOn: 1, points: 1, rule: first?.rule })
    expect(said.json().guesses).toEqual(['rule', 'lead'])
    const confirmed = await admin.send('PATCH', pathOf(second?.id), { basedOn: 1, confirm: ['rule', 'lead'] })
    expect(confirmed.json().guesses).toEqual(['points'])
  })

  it('confirms what is supposed of many nodes at once, or of none, and says so in one line', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin, { start: 'default' })
    const path = `/api/framework-versions/${versionId}`
    const seen = (await nodesOf(admin, versionId)).filter(({ kind }) => kind === 'criterion')
    const nodes = seen.map(({ id, revision }) => ({ id, basedOn: revision }))
    const stale = [{ ...nodes[0], basedOn: 7 }, ...nodes.slice(1)]
    const refused = await admin.send('POST', `${path}/confirmations`, { nodes: stale, guesses: ['rule'] })
    expect(refusal(refused)).toEqual([409, 'changed-meanwhile'])
    const body = { nodes, guesses: ['points', 'rule'] }
    const answer = await admin.send('POST', `${path}/confirmations`, body)
    expect(answer.json()).toMatchObject({ changedCount: seen.length })
    const after = (await nodesOf(admin, versionId)).filter(({ kind }) => kind === 'criterion')
    expect(new Set(after.map(({ guesses }) => String(guesses)))).toEqual(new Set(['lead']))
    expect(after.map(({ revision }) => revision)).toEqual(seen.map(({ revision }) => revision + 1))
    const { items } = (await admin.get(`${path}/history?limit=2`)).json<{ items: { action: string }[] }>()
    expect(items.filter(({ action }) => action === 'frameworkNode.confirm')).toHaveLength(1)
  })
})
