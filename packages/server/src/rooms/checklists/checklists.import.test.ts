import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()
const PATH = '/api/checklists'
const TYPE = '便民驿站（供水、供电）'

const TABLE = [
  '检查表编码,检查表名称,类别,点位类型,整体检查方法,项目编码,检查内容,维度,作答方式,观测方法,不判违规情形,拍照,拍照用途,交办,权重',
  `W,服务窗口,,${TYPE},全程体验一次,1,窗口有标识,服务质量,是否,看入口,,不拍照,,否,2`,
  ',,,,,2,路灯亮灯率达标,基础设施,数值：单位=%；不低于=99,,检修期间；停电当日,,,,',
  ',,,,,3,地面整洁,公共环境,处数,,,,,,0.5',
  '十没有,城市十没有,标准,,,１,没有乱停乱放,公共秩序,,,,,,,',
].join('\n')

const versionOf = async (admin: Client, code: string, state: 'draft' | 'published') => {
  const { items } = (await admin.get(PATH)).json()
  const row = items.find((one: { code: string }) => one.code === code)
  return (await admin.get(`/api/checklist-versions/${row[state].id}`)).json()
}
const exported = async (admin: Client) => (await admin.get(`${PATH}/export`)).rawPayload

describe('importing checklists', () => {
  it('adds them with their items as drafts; rows below merged cells belong to the checklist above', async () => {
    const admin = await house.administrator()
    const type = { id: uuidv7(), code: 'W', name: TYPE, category: '', description: '' }
    await admin.send('POST', '/api/site-types', type)
    const answer = await importText(admin, PATH, TABLE)
    expect(answer).toMatchObject({ imported: true, createdCount: 4, findings: [] })
    const draft = await versionOf(admin, 'W', 'draft')
    expect(draft).toMatchObject({
      protocol: '全程体验一次',
      checklist: { kind: 'siteType' },
      siteTypes: [{ name: TYPE }],
      items: [
        {
          code: '1',
          protocol: '看入口',
          photo: 'never',
          handOver: false,
          weight: 2,
          answer: { kind: 'binary' },
        },
        {
          code: '2',
          answer: { kind: 'number', unit: '%', direction: 'atLeast', target: 99 },
          exemptions: ['检修期间', '停电当日'],
          photo: 'onFailure',
          handOver: true,
          weight: 1,
        },
        { code: '3', answer: { kind: 'countBands' }, weight: 0.5 },
      ],
    })
    expect((await versionOf(admin, '十没有', 'draft')).checklist.kind).toBe('standard')
  })

  it('takes back what it exported as equal, and changes nothing', async () => {
    const admin = await house.administrator()
    await admin.send('POST', `${PATH}/defaults`, { addTypes: true })
    const before = await exported(admin)
    const again = await importText(admin, PATH, before, { name: 'again.xlsx' })
    expect(again).toMatchObject({ imported: true, createdCount: 0, changedCount: 0, findings: [] })
    expect(again.unchangedCount).toBe(again.rowCount)
    expect(again.rowCount).toBe(858 + 4)
  })

  it('into another city gives the same checklists', async () => {
    const [admin, other] = [await house.administrator(), await house.administrator(house.otherCity)]
    await other.send('POST', `${PATH}/defaults`, { addTypes: true })
    const type = { id: uuidv7(), code: 'W', name: TYPE, category: '', description: '' }
    await other.send('POST', '/api/site-types', type)
    const answer = await importText(other, PATH, await exported(admin), { name: 'all.xlsx' })
    expect(answer).toMatchObject({ imported: true, createdCount: 4, changedCount: 0, errorCount: 0 })
    const plain = (version: { protocol: string; items: { id: string }[] }) => [
      version.protocol,
      version.items.map((item) => ({ ...item, id: null })),
    ]
    for (const code of ['W', '十没有', 'main_road', 'hotline'])
      expect(plain(await versionOf(other, code, 'draft'))).toEqual(
        plain(await versionOf(admin, code, 'draft')),
      )
  })

  it('leaves what is in use as it is, writes a draft, and says so', async () => {
    const admin = await house.administrator()
    const draft = await versionOf(admin, 'W', 'draft')
    await admin.send('POST', `/api/checklist-versions/${draft.id}/publication`, { basedOn: draft.revision })
    const changed = [
      '检查表编码,项目编码,检查内容,维度',
      'W,1,窗口标识醒目,服务质量',
      'W,9,有饮水处,服务质量',
    ].join('\n')
    const answer = await importText(admin, PATH, changed)
    expect(answer).toMatchObject({ imported: true, createdCount: 1, changedCount: 1, errorCount: 0 })
    expect(answer.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['checklist-in-use', 'warning'],
      ['items-left-out', 'warning'],
    ])
    expect((await versionOf(admin, 'W', 'published')).items).toEqual(draft.items)
    const next = await versionOf(admin, 'W', 'draft')
    expect(next).toMatchObject({ number: 2, protocol: '全程体验一次', siteTypes: [{ name: TYPE }] })
    // the same item under its code: words as the file says, all else as it was
    expect(next.items[0]).toEqual({ ...draft.items[0], text: '窗口标识醒目' })
  })

  it('says row and column of everything wrong, and writes nothing', async () => {
    const admin = await house.administrator()
    const wrong = [
      '检查表编码,检查表名称,点位类型,项目编码,检查内容,维度,作答方式,权重',
      ',,,1,没有表,公共环境,,', // nothing above it to belong to
      'N1,,,1,没有名称,公共环境,,',
      'N2,新表,便民驿站（供水供电）,1,甲,公共环境,看情况,',
      'N2,旧表,公园,1,乙,公共环境,,-1',
      'N3,城市十没有,,1,,公共环境,,两',
      'N4,坏表,,1,丙,公共环境,按处数：A=1处→100%,',
    ].join('\n')
    const answer = await importText(admin, PATH, wrong)
    expect(answer.imported).toBe(false)
    const found = answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining([
        '2 检查表编码 required',
        '3 检查表名称 required',
        '4 点位类型 name-unknown-similar',
        '4 作答方式 answer-unreadable',
        '5 检查表名称 checklist-differs',
        '5 点位类型 checklist-differs',
        '5 项目编码 duplicate-in-file',
        '5 权重 item-flawed',
        '6 检查表名称 duplicate-in-city',
        '6 检查内容 required',
        '6 权重 number-invalid',
        '7 作答方式 item-flawed',
      ]),
    )
    for (const { text } of answer.findings) expect(text).not.toMatch(/undefined|Flaw\.|\{/u)
    expect((await admin.get(`${PATH}?text=N2`)).json().items).toEqual([])
  })
})
