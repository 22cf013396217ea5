import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readGiven } from '../../testing/given-file.ts'
import { type GivenVersion, givenVersion } from '../../testing/given-version.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()
let world: World
let admin: Client
let version: GivenVersion

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  admin = await house.administrator()
})
beforeEach(async () => {
  await house.asOwner('delete from duty where city_id = $1', [house.city.id])
  // The world's own book stays: observations and cases of the world refer to it.
  const { publishedId, draftId } = world.rulebook
  await house.asOwner('delete from framework_node where city_id = $1 and version_id <> all($2)', [
    house.city.id,
    [publishedId, draftId],
  ])
  version = await givenVersion(house, house.city, {
    name: `省级体系${Date.now()}`,
    criteria: [{ code: 'Ⅱ-1' }, { code: 'Ⅱ-2' }],
  })
})

const HEADERS = '点位编号,区域,点位类型,问题类别,测评体系,测评标准编号,责任单位,角色,份额,生效日期,失效日期'
const importRows = (...rows: string[]) => importText(admin, '/api/duties', [HEADERS, ...rows].join('\n'))
const said = ({ findings }: Awaited<ReturnType<typeof importRows>>) =>
  findings.map(({ line, column, text }) => `${line} ${column ?? '整行'}：${text}`)

describe('importing duties', () => {
  it('takes a row for each sort of target, by codes, names and short names', async () => {
    const answer = await importRows(
      'P1,,,,,,东门街道办,牵头,,2026/1/1,',
      ',东门街道,类型c1,,,,O1,主责,,2026年1月1日,2026-12-31',
      ',S2,,,,,西湖街道办,牵头,,,',
      ',,,公共秩序,,,西湖街道办,行业主管,,,',
      ',,,,,Ⅱ-1,东门街道办,牵头,60,,',
      ',,,,,Ⅱ-1,西湖街道办,协办,40,,',
    )
    expect(said(answer)).toEqual([])
    expect(answer).toMatchObject({ imported: true, createdCount: 6 })
    const { items } = (await admin.get('/api/duties')).json()
    expect(
      items.map(({ targetName, role }: { targetName: string; role: string }) => [targetName, role]),
    ).toEqual(
      expect.arrayContaining([
        ['东门广场', 'lead'],
        ['东门街道·类型c1', 'lead'],
        ['西湖街道', 'lead'],
        ['公共秩序', 'competent'],
        ['Ⅱ-1 标准Ⅱ-1', 'lead'],
        ['Ⅱ-1 标准Ⅱ-1', 'supporting'],
      ]),
    )
  })

  it('changes what stands, and leaves alone what is the same', async () => {
    await importRows('P1,,,,,,东门街道办,牵头,,2026-01-01,', 'P2,,,,,,东门街道办,牵头,,2026-01-01,')
    const again = await importRows('P1,,,,,,东门街道办,配合,,2026-01-01,', 'P2,,,,,,东门街道办,牵头,,,')
    expect(again).toMatchObject({ createdCount: 0, changedCount: 1, unchangedCount: 1 })
  })

  it('tells by row and column what is wrong, offers the nearest name, and writes nothing', async () => {
    await importRows('P1,,,,,,东门街道办,牵头,,2026-01-01,')
    const answer = await importRows(
      'P2,,,,,,东门街办,牵头,,,',
      'P2,,,,,,东门街道办,老大,,,',
      'P2,,,,,,东门街道办,牵头,,2026-05-01,2026-04-01',
      'P2,,,公共秩序,,,东门街道办,牵头,,,',
      'X9,,,,,,东门街道办,牵头,,,',
      ',,,,,Ⅱ-9,东门街道办,牵头,,,',
      'P1,,,,,,东门街道办,牵头,,2026-02-01,',
      ',,,公共设施,,,西湖街道办,牵头,,,',
      ',,,公共设施,,,西湖街道办,配合,,,',
      ',,,公共设施,,,东门街道办,牵头,-1,,',
    )
    expect(said(answer)).toEqual([
      '2 责任单位：系统里没有“东门街办”。是不是“东门街道办”？请改正名称',
      '3 角色：“老大”不在可选范围内。可填：牵头、主管、配合',
      expect.stringContaining('4 失效日期：'),
      '5 整行：请只填写一种责任对象：点位编号、区域（可加点位类型）、问题类别或测评标准编号',
      expect.stringContaining('6 点位编号：'),
      expect.stringContaining('7 测评标准编号：'),
      '8 生效日期：该单位在这段时间内已承担这项责任。请先结束原有责任，或改正日期',
      '10 整行：与第 9 行是同一单位的同一项责任，时间重叠。请保留一行',
      expect.stringContaining('11 份额：'),
    ])
    expect(answer.imported).toBe(false)
    expect((await admin.get('/api/duties')).json().items).toHaveLength(1)
  })

  it('asks for the framework where two versions have the code', async () => {
    const other = await givenVersion(house, house.city, { name: '国家体系', criteria: [{ code: 'Ⅱ-1' }] })
    const unclear = await importRows(',,,,,Ⅱ-1,东门街道办,牵头,,,')
    expect(unclear.findings[0]?.code).toBe('name-ambiguous')
    const unknown = await importRows(',,,,没有的体系,Ⅱ-1,东门街道办,牵头,,,')
    expect(said(unknown)).toEqual([expect.stringContaining('2 测评体系：')])
    expect((await importRows(',,,,国家体系 2026年版,Ⅱ-1,东门街道办,牵头,,,')).imported).toBe(true)
    expect((await admin.get(`/api/duties?versionId=${other.id}`)).json().items).toHaveLength(1)
  })
})

describe('what is printed', () => {
  const [task, decomposition] = ['task-sheet', 'decomposition'] as const
  it('says who does what, as a workbook and as a document', async () => {
    await importRows(
      ',,,,,Ⅱ-1,东门街道办,牵头,60,2026-01-01,',
      ',,,,,Ⅱ-1,西湖街道办,配合,,2026-01-01,',
      'P1,,,,,,东门街道办,牵头,,2026-01-01,',
    )
    const east = world.streets[0].organizationId
    const sheet = (await admin.get(`/api/organizations/${east}/${task}?versionId=${version.id}`)).json()
    expect(sheet).toMatchObject({
      organization: { name: '东门街道办' },
      leadPoints: 1,
      tasks: [
        { code: 'Ⅱ-1', role: 'lead', others: [{ organization: { name: '西湖街道办' }, role: 'supporting' }] },
      ],
      sites: [{ target: 'site', targetName: '东门广场', siteCount: 1 }],
    })
    const path = `/api/organizations/${east}/${task}/document?versionId=${version.id}`
    const workbook = await readGiven((await admin.get(path)).rawPayload)
    expect(workbook.rows[0]?.cells.slice(0, 3)).toEqual(['Ⅱ-1', '第一部分', '标准Ⅱ-1'])
    const whole = await readGiven(
      (await admin.get(`/api/${decomposition}/document?versionId=${version.id}`)).rawPayload,
    )
    const leads = whole.headers.indexOf('牵头单位')
    expect(whole.rows.map(({ cells }) => cells[leads] ?? '')).toEqual(['东门街道办（60%）', ''])
    for (const printed of [
      `${path}&form=docx`,
      `/api/${decomposition}/document?versionId=${version.id}&form=docx`,
    ]) {
      const answer = await admin.get(printed)
      expect(answer.headers['content-type']).toContain('wordprocessingml')
      expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    }
  })
})
