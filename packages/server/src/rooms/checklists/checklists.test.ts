import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()
let admin: Client
beforeAll(async () => {
  admin = await house.administrator()
})

const itemNamed = (code: string, change: object = {}) => ({
  id: uuidv7(),
  code,
  text: `检查${code}`,
  dimension: '公共环境',
  answer: { kind: 'binary' },
  protocol: '',
  exemptions: [],
  photo: 'onFailure',
  photoPurpose: '供整改对照',
  handOver: true,
  weight: 1,
  guesses: [],
  ...change,
})
const problemOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

async function givenChecklist(code: string, siteTypeIds: string[] = []) {
  const [id, versionId] = [uuidv7(), uuidv7()]
  const kind = siteTypeIds.length > 0 ? 'siteType' : 'standard'
  const body = { id, versionId, code, name: `检查表${code}`, kind, siteTypeIds }
  const added = await admin.send('POST', '/api/checklists', body)
  expect(added.statusCode).toBe(200)
  return { id, versionId, row: added.json(), body }
}
const save = (versionId: string, basedOn: number, items: object[], protocol = '') =>
  admin.send('PUT', `/api/checklist-versions/${versionId}`, { basedOn, protocol, items })
const publish = (versionId: string, basedOn: number) =>
  admin.send('POST', `/api/checklist-versions/${versionId}/publication`, { basedOn })
const givenType = async (code: string, name = `类型${code}`) => {
  const id = uuidv7()
  await admin.send('POST', '/api/site-types', { id, code, name, category: '', description: '' })
  return id
}

describe('a checklist', () => {
  it('begins with an empty draft, and the same request again is answered the same', async () => {
    const { row, body } = await givenChecklist('A')
    expect(row).toMatchObject({
      code: 'A',
      published: null,
      draft: { number: 1, state: 'draft', itemCount: 0 },
    })
    expect((await admin.send('POST', '/api/checklists', body)).json()).toEqual(row)
    const other = { ...body, id: uuidv7(), versionId: uuidv7() }
    expect(problemOf(await admin.send('POST', '/api/checklists', other))).toEqual([409, 'duplicate'])
  })

  it('belongs to site types, and the list says which types have none', async () => {
    const [withOne, without] = [await givenType('Y1'), await givenType('Y2')]
    const { id } = await givenChecklist('B', [withOne])
    const list = (await admin.get('/api/checklists')).json()
    expect(list.typesWithout.map((type: { id: string }) => type.id)).toEqual([without])
    const ofType = (await admin.get(`/api/checklists?siteTypeId=${withOne}`)).json().items
    expect(ofType.map((one: { id: string }) => one.id)).toEqual([id])
    const unknown = await admin.send('PATCH', `/api/checklists/${id}`, {
      basedOn: 1,
      siteTypeIds: [uuidv7()],
    })
    expect(problemOf(unknown)).toEqual([404, 'not-found'])
    const retired = await admin.send('PATCH', `/api/checklists/${id}`, { basedOn: 1, retired: true })
    expect(retired.json()).toMatchObject({ retired: true, revision: 2 })
    expect((await admin.get('/api/checklists')).json().typesWithout).toHaveLength(2)
    const late = await admin.send('PATCH', `/api/checklists/${id}`, { basedOn: 1, retired: false })
    expect(problemOf(late)).toEqual([409, 'changed-meanwhile'])
  })

  it('may be a standard, such as the twenty-eight rules for toilets', async () => {
    const { versionId } = await givenChecklist('公厕二十八条')
    const items = Array.from({ length: 28 }, (_, at) => itemNamed(`${at + 1}`))
    const saved = (await save(versionId, 1, items)).json()
    expect(saved).toMatchObject({ checklist: { kind: 'standard' }, siteTypes: [], itemCount: 28 })
    expect(saved.items).toEqual(items)
  })

  it('of another city is not found', async () => {
    const { id, versionId } = await givenChecklist('C')
    const stranger = await house.administrator(house.otherCity)
    for (const path of [
      `checklists/${id}`,
      `checklist-versions/${versionId}`,
      `checklists/export?checklistId=${id}`,
    ])
      expect(problemOf(await stranger.get(`/api/${path}`))).toEqual([404, 'not-found'])
    expect((await stranger.get('/api/checklists')).json().items).toEqual([])
  })
})

describe('a draft', () => {
  it('is saved as a whole, from the revision that was seen', async () => {
    const { versionId } = await givenChecklist('D')
    const items = [itemNamed('1'), itemNamed('2', { guesses: ['answer'] })]
    expect((await save(versionId, 1, items, '沿线检查 100 米')).json()).toMatchObject({
      protocol: '沿线检查 100 米',
      itemCount: 2,
      guessCount: 1,
      revision: 2,
    })
    expect(problemOf(await save(versionId, 1, []))).toEqual([409, 'changed-meanwhile'])
  })

  it('refuses codes that come twice, items of another checklist, and items that cannot be answered', async () => {
    const one = await givenChecklist('E')
    const other = await givenChecklist('F')
    const item = itemNamed('1')
    await save(one.versionId, 1, [item])
    expect(problemOf(await save(one.versionId, 2, [item, itemNamed('1')]))).toEqual([
      422,
      'checklist.code-twice',
    ])
    expect(problemOf(await save(one.versionId, 2, [item, { ...item, code: '2' }]))).toEqual([
      409,
      'duplicate',
    ])
    const elsewhere = await save(other.versionId, 1, [itemNamed('0'), item])
    expect(problemOf(elsewhere)).toEqual([422, 'checklist.item-elsewhere'])
    const bands = [{ grade: 'A', from: 1, to: null, share: 1 }]
    const flawed = await save(other.versionId, 1, [itemNamed('9', { answer: { kind: 'countBands', bands } })])
    expect(problemOf(flawed)).toEqual([422, 'checklist.item-invalid'])
    expect(flawed.json().title).toMatch(/“9”不完整：.*[\u4E00-\u9FFF]/u)
    const purposeless = await save(other.versionId, 1, [itemNamed('9', { photoPurpose: '' })])
    expect(purposeless.json().title).toContain('用途')
  })

  it('is made from what is published, with the items’ ids; the standing one is answered again', async () => {
    const { id, versionId } = await givenChecklist('G')
    const items = [itemNamed('1')]
    await save(versionId, 1, items, '绕场一周')
    await publish(versionId, 2)
    const draft = await admin.send('POST', `/api/checklists/${id}/draft`, { versionId: uuidv7() })
    expect(draft.json()).toMatchObject({ number: 2, state: 'draft', protocol: '绕场一周', items })
    const again = await admin.send('POST', `/api/checklists/${id}/draft`, { versionId: uuidv7() })
    expect(again.json().id).toBe(draft.json().id)
  })

  it('thrown away takes its checklist along only when nothing was ever published', async () => {
    const { id, versionId } = await givenChecklist('H')
    await save(versionId, 1, [itemNamed('1')])
    await publish(versionId, 2)
    const draft = (await admin.send('POST', `/api/checklists/${id}/draft`, { versionId: uuidv7() })).json()
    expect((await admin.send('DELETE', `/api/checklist-versions/${draft.id}`)).json()).toEqual({ done: true })
    expect((await admin.get(`/api/checklists/${id}`)).json().versions).toHaveLength(1)
    const fresh = await givenChecklist('I')
    await admin.send('DELETE', `/api/checklist-versions/${fresh.versionId}`)
    expect((await admin.get(`/api/checklists/${fresh.id}`)).statusCode).toBe(404)
    expect(problemOf(await admin.send('DELETE', `/api/checklist-versions/${versionId}`))).toEqual([
      409,
      'checklist.not-a-draft',
    ])
  })
})

describe('a published version', () => {
  it('never changes; the next one takes its place and it is withdrawn', async () => {
    const { id, versionId } = await givenChecklist('J')
    const first = itemNamed('1')
    expect(problemOf(await publish(versionId, 1))).toEqual([422, 'checklist.empty'])
    await save(versionId, 1, [first])
    expect((await publish(versionId, 2)).json()).toMatchObject({ state: 'published', items: [first] })
    expect(problemOf(await save(versionId, 3, []))).toEqual([409, 'checklist.not-a-draft'])
    expect(problemOf(await publish(versionId, 3))).toEqual([409, 'checklist.not-a-draft'])
    const draft = (await admin.send('POST', `/api/checklists/${id}/draft`, { versionId: uuidv7() })).json()
    const second = { ...first, text: '换了说法' }
    await save(draft.id, 1, [second, itemNamed('2')])
    await publish(draft.id, 2)
    const page = (await admin.get(`/api/checklists/${id}`)).json()
    expect(
      page.versions.map((version: { number: number; state: string }) => [version.number, version.state]),
    ).toEqual([
      [2, 'published'],
      [1, 'withdrawn'],
    ])
    expect((await admin.get(`/api/checklist-versions/${versionId}`)).json().items).toEqual([first])
    expect((await admin.get(`/api/checklist-versions/${draft.id}`)).json().items[0]).toEqual(second)
  })

  it('all at once: what can be is, and the others are named with their reason', async () => {
    const { id, versionId } = await givenChecklist('K')
    await save(versionId, 1, [itemNamed('1')])
    const empty = await givenChecklist('L')
    const answer = (await admin.send('POST', '/api/checklists/publication', {})).json()
    expect(answer.publishedCount).toBeGreaterThan(0)
    expect(answer.refused.find((one: { id: string }) => one.id === empty.id)).toMatchObject({
      name: '检查表L',
      text: expect.stringContaining('检查项'),
    })
    expect((await admin.get(`/api/checklists/${id}`)).json().published).toMatchObject({ id: versionId })
  })
})

describe('an item', () => {
  it('keeps its row while a draft or the published version has it, with the draft’s words', async () => {
    const { id, versionId } = await givenChecklist('M')
    const [kept, dropped] = [itemNamed('1'), itemNamed('2')]
    await save(versionId, 1, [kept, dropped])
    await publish(versionId, 2)
    const draft = (await admin.send('POST', `/api/checklists/${id}/draft`, { versionId: uuidv7() })).json()
    await save(draft.id, 1, [{ ...kept, text: '新说法' }])
    const rows = async () =>
      (
        await house.asOwner(
          'select code, text, standing from checklist_item where checklist_id = $1 order by code',
          [id],
        )
      ).rows
    expect(await rows()).toEqual([
      { code: '1', text: '新说法', standing: true },
      { code: '2', text: '检查2', standing: true },
    ])
    await publish(draft.id, 2)
    expect((await rows())[1]).toMatchObject({ code: '2', standing: false })
  })
})

describe('who may not edit everywhere', () => {
  it('reads all checklists of the city and changes none', async () => {
    const { streets } = await givenWorld(house, house.city, ['东河', '西山'], 110)
    const street = await house.givenUser({ role: 'campaignOffice', areaId: streets[0].areaId })
    expect((await street.get('/api/checklists')).json().items.length).toBeGreaterThan(5)
    const body = {
      id: uuidv7(),
      versionId: uuidv7(),
      code: 'Z',
      name: 'Z',
      kind: 'standard',
      siteTypeIds: [],
    }
    expect(problemOf(await street.send('POST', '/api/checklists', body))).toEqual([
      403,
      'access.out-of-scope',
    ])
  })
})
