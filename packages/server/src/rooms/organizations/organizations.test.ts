import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()

const TABLE = [
  '编码,名称,简称,类别,上级编码,所在区域编码,生效日期,失效日期',
  'A02,市住建局,住建局,市直部门,A01,,2020-01-01,',
  'A01,市创建指挥部,,领导小组,,,2020年1月1日,',
].join('\n')

describe('importing organizations', () => {
  it('takes children before their parents, and the same file again changes nothing', async () => {
    const admin = await house.administrator()
    const first = await importText(admin, '/api/organizations', TABLE)
    expect(first).toMatchObject({ imported: true, createdCount: 2, errorCount: 0 })
    const again = await importText(admin, '/api/organizations', TABLE)
    expect(again).toMatchObject({ imported: true, createdCount: 0, changedCount: 0, unchangedCount: 2 })
    const list = (await admin.get('/api/organizations')).json()
    expect(
      list.items.map((item: { code: string; childCount: number }) => [item.code, item.childCount]),
    ).toEqual([
      ['A01', 1],
      ['A02', 0],
    ])
  })

  it('says row and column of everything wrong, and writes nothing', async () => {
    const admin = await house.administrator()
    const wrong = [
      '编码,名称,类别,上级编码,失效日期',
      'B01,甲单位,部委,,', // unknown kind
      'B02,,市直部门,A0l,', // no name; parent with the letter l
      'B03,乙单位,市直部门,B04,2026-13-01',
      'B04,丙单位,市直部门,B03,', // each the other's parent
      'B01,丁单位,市直部门,,',
    ].join('\n')
    const answer = await importText(admin, '/api/organizations', wrong)
    expect(answer.imported).toBe(false)
    const found = answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining([
        '2 类别 choice-unknown',
        '3 名称 required',
        '3 上级编码 name-unknown-similar',
        '4 失效日期 date-impossible',
        '6 编码 duplicate-in-file',
      ]),
    )
    expect(found.some((line) => line.endsWith('own-ancestor'))).toBe(true)
    expect((await admin.get('/api/organizations')).json().items).toHaveLength(2)
  })
})

describe('an organization', () => {
  it('takes everything below it along when it moves, and refuses to move under itself', async () => {
    const admin = await house.administrator()
    const [top, middle, leaf] = [uuidv7(), uuidv7(), uuidv7()]
    const add = (id: string, code: string, parentId: string | null) =>
      admin.send('POST', '/api/organizations', {
        id,
        code,
        name: code,
        shortName: null,
        kind: 'other',
        parentId,
        areaId: null,
        validFrom: '2020-01-01',
        validTo: null,
      })
    await add(top, 'T', null)
    await add(middle, 'M', null)
    await add(leaf, 'L', middle)
    const moved = await admin.send('PATCH', `/api/organizations/${middle}`, { basedOn: 1, parentId: top })
    expect(moved.statusCode).toBe(200)
    const page = (await admin.get(`/api/organizations/${leaf}`)).json()
    expect(page.ancestors.map((one: { id: string }) => one.id)).toEqual([top, middle])
    const round = await admin.send('PATCH', `/api/organizations/${top}`, { basedOn: 1, parentId: leaf })
    expect([round.statusCode, round.json().code]).toEqual([422, 'organization.cycle'])
  })

  it('is not changed on top of somebody else’s change', async () => {
    const admin = await house.administrator()
    const { id, revision } = (await admin.get('/api/organizations?text=T')).json().items[0]
    await admin.send('PATCH', `/api/organizations/${id}`, { basedOn: revision, name: '第一次' })
    const late = await admin.send('PATCH', `/api/organizations/${id}`, { basedOn: revision, name: '第二次' })
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-meanwhile'])
  })

  it('of another city, or outside one’s scope, is not found', async () => {
    const admin = await house.administrator()
    const { items } = (await admin.get('/api/organizations')).json()
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get(`/api/organizations/${items[0].id}`)).statusCode).toBe(404)
    const clerk = await house.givenUser({ role: 'responsibleOrganization', organizationId: items[1].id })
    expect((await clerk.get(`/api/organizations/${items[0].id}`)).statusCode).toBe(404)
    expect((await clerk.get('/api/organizations')).json().items).toHaveLength(1)
  })

  it('is found by two characters of its name', async () => {
    const admin = await house.administrator()
    const found = (await admin.get(`/api/search?text=${encodeURIComponent('住建')}`)).json().items
    expect(found).toMatchObject([{ kind: 'organization', title: '市住建局', detail: 'A02' }])
  })
})
