import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { zipped } from '../../../testing/given-file.ts'
import { givenWorld, type World } from '../../../testing/given-world.ts'
import { type Client, useHouse } from '../../../testing/house.ts'
import { type ImportAnswer, importText } from '../../../testing/import-file.ts'

const house = useHouse()
let world: World
let admin: Client
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  admin = await house.administrator()
})

const HEADERS = '编号,名称,类型,地址,经度,纬度,属地单位,主管单位,状态'
const table = (...rows: string[]): string => [HEADERS, ...rows].join('\r\n')
const importSites = (text: Buffer | string, order = {}, client = admin) =>
  importText(client, '/api/sites', text, order)
const findingsOf = ({ findings }: ImportAnswer) =>
  findings.map(({ line, column, severity, code }) => `${line} ${column} ${severity} ${code}`)
const site = async (code: string) =>
  (await admin.get(`/api/sites?text=${code}`)).json().items.find((one: { code: string }) => one.code === code)
const total = async () => (await admin.get('/api/site-counts')).json().total

describe('a bad file of sites', () => {
  it('is answered with row, column and what to do, and nothing of it is written', async () => {
    const before = await total()
    const answer = await importSites(
      table(
        'B1,好的,T1,,120.01,30.01,,,在用',
        'B1,重复,T1,,120.01,30.01,,,', // code comes twice
        ',没有编号,T1,,,,,,',
        'B4,没有类型,,,,,,,',
        'B5,错的类型,类型c,,,,,,',
        'B6,错的单位,T1,,,,东门街到办,南极局,',
        'B7,反了,T1,,30.01,120.01,,,',
        'B8,外地,T1,,116.4,39.9,,,',
        'B9,缺一半,T1,,120.01,,,,',
        'B10,不是数,T1,,东经120度,30.01,,,',
        'B11,带单位,T1,,120.01°,30.01,,,',
        'B12,米,T1,,40500000,3320000,,,',
        'B13,错的状态,T1,,,,,,不明',
        `B14,${'长'.repeat(121)},T1,,,,,,`,
        'B15,没有区域,T1,,120.5,30.05,,,',
      ),
      { datum: 'WGS84' },
    )
    expect(answer).toMatchObject({ imported: false, createdCount: expect.any(Number) })
    expect(findingsOf(answer)).toEqual([
      '3 编号 error duplicate-in-file',
      '4 编号 error required',
      '5 类型 error required',
      '6 类型 error name-unknown-similar',
      '7 属地单位 error name-unknown-similar',
      '7 主管单位 error name-unknown',
      '8 经度 error position-swapped',
      '9 经度 error position-outside-city',
      '10 纬度 error position-incomplete',
      '11 经度 error number-invalid',
      '12 经度 error number-with-unit',
      '13 经度 error position-out-of-range',
      '14 状态 error choice-unknown',
      '15 名称 error too-long',
      '16 经度 warning area-not-found-at-position',
    ])
    expect(answer.findings.find(({ line }) => line === 7)?.text).toContain('东门街道办')
    expect(await total()).toBe(before)
    expect(await site('B1')).toBeUndefined()
  })

  it('says which organization is meant when several have the name', async () => {
    const [east] = world.streets
    const twin = {
      id: crypto.randomUUID(),
      code: 'O9',
      name: '东门街道办',
      shortName: null,
      kind: 'other',
      parentId: null,
    }
    await admin.send('POST', '/api/organizations', {
      ...twin,
      areaId: east.areaId,
      validFrom: '2020-01-01',
      validTo: null,
    })
    expect(findingsOf(await importSites(table('M1,甲,T1,,,,东门街道办,,')))).toEqual([
      '2 属地单位 error name-ambiguous',
    ])
    expect(await importSites(table('M1,甲,T1,,,,O9,,'))).toMatchObject({ imported: true, errorCount: 0 })
    // What is exported names the two by their codes, so it can be imported again.
    const book = await admin.get(`/api/sites/export?organizationId=${east.organizationId}`)
    expect(await importSites(book.rawPayload)).toMatchObject({
      imported: true,
      changedCount: 0,
      errorCount: 0,
    })
  })

  it('says which columns are missing, and that 序号 is no 编号', async () => {
    const answer = await importSites('序号,名称\n1,甲\n')
    expect(answer.imported).toBe(false)
    expect(findingsOf(answer)).toEqual(['0 编号 error column-missing', '0 类型 error column-missing'])
    expect(answer.findings[0]?.text).toContain('序号、名称')
  })

  it('is refused when it is a bomb, damaged, in no known encoding, or has a cell of ten megabytes', async () => {
    const bomb = await zipped({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/></Relationships>',
      'xl/worksheets/one.xml': ' '.repeat(40 * 1024 * 1024),
    })
    expect(await importSites(bomb, { name: '点位.xlsx' })).toMatchObject({ code: 'import.unpacks-too-large' })
    const book = await buffer(writeWorkbook([{ name: '点位', headers: HEADERS.split(','), rows: [['C1']] }]))
    const cut = await importSites(book.subarray(0, book.length - 200), { name: '点位.xlsx' })
    expect(cut).toMatchObject({ code: 'import.damaged' })
    expect(cut.title).toContain('点位.xlsx')
    const noise = Buffer.concat([
      Buffer.from('编号,名称\n'),
      Buffer.from([0xff, 0x80, 0x81, 0xff]),
      Buffer.from('甲,乙\n'),
    ])
    expect((await importSites(noise)).code).toMatch(/^import\.encoding/)
    const wide = await importSites(table(`C1,${'甲'.repeat(3_500_000)},T1,,,,,,`))
    expect(findingsOf(wide)).toEqual(['2 名称 error too-long'])
    expect(JSON.stringify(wide).length).toBeLessThan(2000)
  })

  it('warns once when the city has no boundaries yet', async () => {
    const stranger = await house.administrator(house.otherCity)
    await importText(stranger, '/api/site-types', '编码,名称\nT1,公园\n')
    const answer = await importSites(
      table('A1,甲,T1,,120.01,30.01,,,', 'A2,乙,公园,,120.02,30.01,,,'),
      {},
      stranger,
    )
    expect(answer).toMatchObject({ imported: true, createdCount: 2, warningCount: 1 })
    expect(findingsOf(answer)).toEqual(['0 null warning no-boundaries'])
  })
})
