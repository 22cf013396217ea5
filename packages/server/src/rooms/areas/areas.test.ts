import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()

const TREE = [
  '编码,名称,级别,上级编码,类别,生效日期,失效日期',
  '330281002001,河东社区,社区,330281002,社区,2018-01-01,',
  '330281002,河东街道,街道,330281,街道,2018-01-01,',
  '330281,东湖区,区县,3302,区,2018年1月1日,',
  '3302,清澜市,市,,市,2018-01-01,',
].join('\n')

type Row = { id: string; code: string; name: string; revision: number; validTo: string | null }

async function areaOf(client: Client, code: string): Promise<Row> {
  const { items } = (await client.get(`/api/areas?text=${code}&limit=500`)).json<{ items: Row[] }>()
  const found = items.findLast((item) => item.code === code)
  if (!found) throw new Error(`no area ${code}`)
  return found
}

async function add(client: Client, given: Record<string, unknown>) {
  const area = {
    id: uuidv7(),
    kind: null,
    level: 'subdistrict',
    validFrom: '2020-01-01',
    validTo: null,
    ...given,
  }
  return { id: area.id, answer: await client.send('POST', '/api/areas', area) }
}

const refusal = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]

describe('importing areas', () => {
  it('takes children before their parents, and the same file again changes nothing', async () => {
    const admin = await house.administrator()
    const first = await importText(admin, '/api/areas', TREE)
    expect(first).toMatchObject({ imported: true, createdCount: 4, errorCount: 0 })
    const again = await importText(admin, '/api/areas', TREE)
    expect(again).toMatchObject({ imported: true, createdCount: 0, changedCount: 0, unchangedCount: 4 })
    const { id } = await areaOf(admin, '330281002001')
    const page = (await admin.get(`/api/areas/${id}`)).json()
    expect(page.ancestors.map((one: { name: string }) => one.name)).toEqual(['清澜市', '东湖区', '河东街道'])
    expect(page).toMatchObject({
      level: 'community',
      kind: '社区',
      validTo: null,
      siteCount: 0,
      bounds: null,
    })
  })

  it('says row and column of everything wrong, and writes nothing', async () => {
    const admin = await house.administrator()
    const wrong = [
      '编码,名称,级别,上级编码,生效日期,失效日期',
      '330282,西湖区,区县,330281002,,', // a district under a street
      '330283,南湖区,区县,33O2,,', // parent with the letter O
      '330284,北湖区,县级镇,3302,,',
      '330285,,区县,3302,,',
      '330286,甲街道,街道,330287,,', // each the other's parent
      '330287,乙街道,社区,330286,,',
      '330288,丙区,区县,,,', // only a city stands at the top
      '330289,丁区,区县,3302,2024-05-01,2024-04-01',
      '330289,戊区,区县,3302,,',
      '330281,东湖区,社区,3302,,', // would leave its street above it
    ].join('\n')
    const answer = await importText(admin, '/api/areas', wrong)
    expect(answer.imported).toBe(false)
    const found = answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)
    expect(found).toEqual([
      '2 级别 level-order',
      '3 上级编码 name-unknown-similar',
      '4 级别 choice-unknown',
      '5 名称 required',
      '6 上级编码 own-ancestor',
      '6 级别 level-order',
      '8 上级编码 required',
      '9 失效日期 validity-reversed',
      '10 编码 duplicate-in-file',
      '11 级别 level-order',
    ])
    expect(answer.findings[0]?.text).toBe('区县不能放在街道（镇）之下。请检查级别或上级编码')
    expect((await admin.get('/api/areas')).json().items).toHaveLength(4)
  })

  it('moves an area with everything below it', async () => {
    const admin = await house.administrator()
    const moved = ['编码,名称,级别,上级编码', '330290,新区,区县,3302', '330281002,河东街道,街道,330290'].join(
      '\n',
    )
    expect(await importText(admin, '/api/areas', moved)).toMatchObject({ createdCount: 1, changedCount: 1 })
    const { id } = await areaOf(admin, '330281002001')
    const page = (await admin.get(`/api/areas/${id}`)).json()
    expect(page.ancestors.map((one: { name: string }) => one.name)).toEqual(['清澜市', '新区', '河东街道'])
    expect(page.validFrom).toBe('2018-01-01')
  })
})

describe('an area', () => {
  it('is added under a parent of a higher level, once for each code and time', async () => {
    const admin = await house.administrator()
    const parent = await areaOf(admin, '330281')
    const added = await add(admin, { code: 'S1', name: '甲街道', parentId: parent.id })
    expect(added.answer.json()).toMatchObject({
      code: 'S1',
      revision: 1,
      ancestors: [{ name: '清澜市' }, { name: '东湖区' }],
    })
    const twice = await add(admin, {
      code: 'S1',
      name: '乙街道',
      parentId: parent.id,
      validFrom: '2022-01-01',
    })
    expect(refusal(twice.answer)).toEqual([409, 'duplicate'])
    const upside = await add(admin, { code: 'S2', name: '乙区', level: 'district', parentId: parent.id })
    expect(refusal(upside.answer)).toEqual([422, 'area.level-order'])
    const reversed = await add(admin, {
      code: 'S2',
      name: '乙街道',
      parentId: parent.id,
      validTo: '2019-01-01',
    })
    expect(refusal(reversed.answer)).toEqual([422, 'validity.reversed'])
    const never = await add(admin, {
      code: 'S2',
      name: '乙街道',
      parentId: parent.id,
      validFrom: '2026-02-30',
    })
    expect(refusal(never.answer)).toEqual([400, 'request.invalid'])
    const topless = await add(admin, { code: 'S2', name: '乙街道', parentId: null })
    expect(refusal(topless.answer)).toEqual([400, 'request.invalid'])
  })

  it('takes everything below it along when it moves, also in what the search says', async () => {
    const admin = await house.administrator()
    const [street, home] = [await areaOf(admin, '330281002'), await areaOf(admin, '330281')]
    const moved = await admin.send('PATCH', `/api/areas/${street.id}`, {
      basedOn: street.revision,
      parentId: home.id,
      name: '河东新街道',
    })
    expect(moved.statusCode).toBe(200)
    const found = (await admin.get(`/api/search?text=${encodeURIComponent('河东社区')}`)).json().items
    expect(found).toMatchObject([
      { kind: 'area', title: '河东社区', detail: '330281002001 · 清澜市 / 东湖区 / 河东新街道' },
    ])
  })

  it('is not changed on top of somebody else’s change', async () => {
    const admin = await house.administrator()
    const { id, revision } = await areaOf(admin, 'S1')
    await admin.send('PATCH', `/api/areas/${id}`, { basedOn: revision, kind: '街道' })
    const late = await admin.send('PATCH', `/api/areas/${id}`, { basedOn: revision, name: '第二次' })
    expect(refusal(late)).toEqual([409, 'changed-meanwhile'])
  })

  it('is listed page by page, by level and parent, and only while it holds', async () => {
    const admin = await house.administrator()
    const first = (await admin.get('/api/areas?limit=2')).json()
    const second = (await admin.get(`/api/areas?limit=2&after=${first.next}`)).json()
    expect([...first.items, ...second.items].map((item: Row) => item.code)).toEqual([
      '3302',
      '330281',
      '330281002',
      '330281002001',
    ])
    const top = (await admin.get('/api/areas?parentId=none')).json().items
    expect(top).toMatchObject([{ code: '3302', childCount: 2, hasBoundary: false }])
    expect((await admin.get('/api/areas?level=subdistrict&day=2019-06-01')).json().items).toHaveLength(1)
    expect((await admin.get('/api/areas?level=subdistrict&day=2026-06-01')).json().items).toHaveLength(2)
  })
})

describe('succession', () => {
  it('by a split ends the old area the day before, and both sides tell of it', async () => {
    const admin = await house.administrator()
    const parent = await areaOf(admin, '330281')
    const old = await areaOf(admin, 'S1')
    const halves = [
      (await add(admin, { code: 'S1A', name: '甲东街道', parentId: parent.id, validFrom: '2026-07-01' })).id,
      (await add(admin, { code: 'S1B', name: '甲西街道', parentId: parent.id, validFrom: '2026-07-01' })).id,
    ]
    const split = await admin.send('POST', `/api/areas/${old.id}/succession`, {
      kind: 'split',
      onDay: '2026-07-01',
      toAreaIds: halves,
    })
    expect(split.statusCode).toBe(200)
    expect(split.json()).toMatchObject({ validTo: '2026-06-30' })
    const half = (await admin.get(`/api/areas/${halves[0]}`)).json()
    expect(half.successions).toEqual([
      {
        from: { id: old.id, name: '甲街道' },
        to: { id: halves[0], name: '甲东街道' },
        kind: 'split',
        onDay: '2026-07-01',
      },
    ])
    const log = (await admin.get(`/api/audit?subjectId=${old.id}`)).json().items
    expect(log[0]).toMatchObject({ action: 'area.split' })
  })

  it('by a merge ends each of the old areas', async () => {
    const admin = await house.administrator()
    const parent = await areaOf(admin, '330281')
    const { id: whole } = await add(admin, {
      code: 'S9',
      name: '甲街道',
      parentId: parent.id,
      validFrom: '2026-10-01',
    })
    for (const code of ['S1A', 'S1B']) {
      const { id } = await areaOf(admin, code)
      const merged = await admin.send('POST', `/api/areas/${id}/succession`, {
        kind: 'merge',
        onDay: '2026-10-01',
        toAreaIds: [whole],
      })
      expect(merged.json()).toMatchObject({ validTo: '2026-09-30' })
    }
    expect((await admin.get(`/api/areas/${whole}`)).json().successions).toHaveLength(2)
  })

  it('frees the code of what ended for a later area, also in a file', async () => {
    const admin = await house.administrator()
    const anew = '编码,名称,级别,上级编码,生效日期\nS1,新甲街道,街道,330281,2026-08-01'
    expect(await importText(admin, '/api/areas', anew)).toMatchObject({ imported: true, createdCount: 1 })
    const old = '编码,名称,级别,上级编码\nS1A,甲东街道,街道,330281'
    expect(await importText(admin, '/api/areas', old)).toMatchObject({ imported: true, unchangedCount: 1 })
  })

  it('asks for areas that exist, and for a day after the area began', async () => {
    const admin = await house.administrator()
    const [one, other] = [await areaOf(admin, '330281'), await areaOf(admin, '330290')]
    const succeed = (onDay: string, toAreaIds: string[]) =>
      admin.send('POST', `/api/areas/${one.id}/succession`, { kind: 'rename', onDay, toAreaIds })
    expect(refusal(await succeed('2026-01-01', [uuidv7()]))).toEqual([404, 'not-found'])
    expect(refusal(await succeed('2018-01-01', [other.id]))).toEqual([422, 'validity.reversed'])
    expect(refusal(await succeed('2026-01-01', [one.id]))).toEqual([400, 'request.invalid'])
    expect((await areaOf(admin, '330281')).validTo).toBeNull()
  })
})

describe('a second area of the whole city', () => {
  it('is refused, added or imported, unless the first one had ended', async () => {
    const admin = await house.administrator()
    const second = { code: '3303', name: '另一市', level: 'city', parentId: null }
    const { answer } = await add(admin, second)
    expect(refusal(answer)).toEqual([422, 'area.second-city'])
    expect(answer.json().title).toContain('“清澜市”')
    const file =
      '编码,名称,级别,生效日期,失效日期\n3303,另一市,市,2018-01-01,\n3304,从前市,市,2001-01-01,2017-12-31\n'
    const imported = await importText(admin, '/api/areas', file)
    expect(imported.imported).toBe(false)
    expect(imported.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '2 级别 second-city',
    ])
    const earlier = await add(admin, { ...second, validFrom: '2001-01-01', validTo: '2017-12-31' })
    expect(earlier.answer.statusCode).toBe(200)
    const { revision } = (await admin.get(`/api/areas/${earlier.id}`)).json()
    const prolonged = await admin.send('PATCH', `/api/areas/${earlier.id}`, {
      basedOn: revision,
      validTo: '2018-01-01',
    })
    expect(refusal(prolonged)).toEqual([422, 'area.second-city'])
  })
})
