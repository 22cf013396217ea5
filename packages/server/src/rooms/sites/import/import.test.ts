import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../../platform/tabular/index.ts'
import { givenWorld, type World } from '../../../testing/given-world.ts'
import { type Client, useHouse } from '../../../testing/house.ts'
import { type ImportAnswer, importText, upload } from '../../../testing/import-file.ts'

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

describe('importing sites', () => {
  it('looks up types and organizations by name or code, finds areas, and the same file again changes nothing', async () => {
    const text = table(
      'G1,东门菜场,类型c1,东门路1号,120.01,30.01,东门街道办,O2,在用',
      'G2,西湖公园,T1,,121.06,30.01,西湖街道办,,暂停',
      'G3,没有坐标,T1,,,,,,',
    )
    expect(await importSites(text, { datum: 'WGS84' })).toMatchObject({
      imported: true,
      createdCount: 3,
      findings: [],
    })
    expect(await site('G1')).toMatchObject({
      type: { name: '类型c1' },
      area: { id: world.streets[0].communityId },
      holder: { name: '东门街道办' },
      supervisor: { name: '西湖街道办' },
      position: { longitude: 120.01, latitude: 30.01 },
      state: 'active',
    })
    expect(await site('G2')).toMatchObject({ area: { id: world.streets[1].areaId }, state: 'paused' })
    expect(await site('G3')).toMatchObject({ area: null, position: null, holder: null, state: 'active' })
    const again = await importSites(text, { datum: 'WGS84' })
    expect(again).toMatchObject({ imported: true, createdCount: 0, changedCount: 0, unchangedCount: 3 })
  })

  it('changes a known site, leaves one audit entry for each, and keeps what the file has no column for', async () => {
    await importSites(table('K1,旧名,T1,旧址,120.01,30.01,O1,O2,暂停', 'K2,不变,T1,,,,,,'), {
      datum: 'WGS84',
    })
    const changed = await importSites('点位编号,点位名称,类别\nK1,新名,T1\nK2,不变,T1\n')
    expect(changed).toMatchObject({ imported: true, changedCount: 1, unchangedCount: 1 })
    const after = await site('K1')
    expect(after).toMatchObject({
      name: '新名',
      address: '旧址',
      position: { longitude: 120.01 },
      state: 'paused',
      revision: 2,
    })
    expect(after.holder).not.toBeNull()
    const { items } = (await admin.get(`/api/sites/${after.id}/history`)).json()
    expect(
      items.map(({ action, before }: { action: string; before: { name: string } | null }) => [
        action,
        before?.name,
      ]),
    ).toEqual([
      ['site.change', '旧名'],
      ['site.add', undefined],
    ])
  })

  it('reads other headers, GB18030, UTF-8 with and without mark, and GCJ-02 positions', async () => {
    // 编号,名称,类型,lng,lat,责任单位 / H1,中山路,T1,…,东门街道办 in GB18030
    const gb = Buffer.from(
      'b5e3cebbb1e0bac52cb5e3cebbc3fbb3c62cc0e0b1f02c6c6e672c6c61742cd4f0c8ceb5a5cebb0a48312cd6d0c9bdc2b72c54312c3132302e303134372c33302e303037372cb6abc3c5bdd6b5c0b0ec0a',
      'hex',
    )
    const answer = await importSites(gb, { datum: 'GCJ-02' })
    expect(answer).toMatchObject({ imported: true, createdCount: 1, findings: [] })
    const gcj = (await admin.get(`/api/sites/${(await site('H1')).id}`)).json()
    expect(gcj).toMatchObject({ name: '中山路', holder: { name: '东门街道办' }, area: { name: '东门社区' } })
    expect(gcj.givenPosition).toEqual({ longitude: 120.0147, latitude: 30.0077, datum: 'GCJ-02' })
    expect(gcj.position.longitude).toBeCloseTo(120.01, 2)
    for (const [code, mark] of [
      ['H2', ''],
      ['H3', '\uFEFF'],
    ] as const) {
      expect(await importSites(`${mark}${table(`${code},中山路,T1,,,,,,`)}`)).toMatchObject({
        imported: true,
        createdCount: 1,
      })
    }
  })

  it('takes GeoJSON points', async () => {
    const feature = (code: string, geometry: object) => ({
      type: 'Feature',
      properties: { 编号: code, 名称: '点', 类型: 'T1' },
      geometry,
    })
    const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
    const point = { type: 'Point', coordinates: [120.01, 30.01] }
    expect(await importSites(collection(feature('J1', point)), { datum: 'WGS84' })).toMatchObject({
      imported: true,
      createdCount: 1,
    })
    expect(await site('J1')).toMatchObject({ area: { name: '东门社区' } })
    const line = {
      type: 'LineString',
      coordinates: [
        [120, 30],
        [120.1, 30],
      ],
    }
    expect(findingsOf(await importSites(collection(feature('J2', line))))).toEqual([
      '1 经度 error not-a-point',
    ])
  })

  it('is exported as a workbook whose import changes nothing', async () => {
    await importSites(table('=1+1,"=HYPERLINK(""x"")",T1,@home,120.0123456789,30.0111111111,O1,O2,撤销'), {
      datum: 'BD-09',
    })
    const before = await total()
    const book = await admin.get('/api/sites/export')
    expect(book.headers['content-disposition']).toContain('.xlsx')
    const answer = await importSites(book.rawPayload, { datum: 'WGS84' })
    expect(answer).toMatchObject({
      imported: true,
      createdCount: 0,
      changedCount: 0,
      unchangedCount: before,
      errorCount: 0,
    })
    const part = await admin.get(`/api/sites/export?areaId=${world.streets[1].areaId}`)
    expect((await importSites(part.rawPayload, { dryRun: true })).unchangedCount).toBe(2)
  })

  it('keeps to what the importer may touch', async () => {
    const [east] = world.streets
    const clerk = await house.givenUser({ role: 'campaignOffice', areaId: east.areaId })
    const inside = table('E1,门口,T1,,120.01,30.01,O1,,')
    expect(await importSites(inside, { datum: 'WGS84' }, clerk)).toMatchObject({
      imported: true,
      createdCount: 1,
    })
    const across = table(
      'E1,门口,T1,,121.01,30.01,O2,,',
      'E2,外面,T1,,121.01,30.01,,,',
      'P2,改名,T1,,120.01,30.01,,,',
    )
    const answer = await importSites(across, { datum: 'WGS84' }, clerk)
    expect(answer.imported).toBe(false)
    expect(findingsOf(answer)).toEqual([2, 3, 4].map((line) => `${line} 编号 error out-of-scope`))
  })

  it('never lets a half-way change in: a site changed meanwhile stops the import', async () => {
    const [one, two] = await Promise.all([
      importSites(table('R1,同时甲,T1,,,,,,')),
      importSites(table('R1,同时乙,T1,,,,,,')),
    ])
    const outcomes = [one, two].map((answer) => answer.imported ?? answer.code)
    expect(outcomes).toContain(true)
    const { items } = (await admin.get(`/api/sites/${(await site('R1')).id}/history`)).json()
    expect(items.length).toBe(outcomes.filter((outcome) => outcome === true).length)
  })
})

describe('every imported site', () => {
  it('is found again by two characters of its name', async () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
    const name = fc.array(han, { minLength: 2, maxLength: 12 }).map((characters) => characters.join(''))
    let file = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.nat()), { minLength: 1, maxLength: 20 }), async (given) => {
        file += 1
        const rows = given.map(([name], row) => [`Z${file}-${row}`, name, 'T1'])
        const csv = await buffer(writeCsv({ headers: ['编号', '名称', '类型'], rows }))
        expect(await importSites(csv)).toMatchObject({ imported: true, createdCount: rows.length })
        for (const [row, [name, at]] of given.entries()) {
          const start = at % (name.length - 1)
          const text = encodeURIComponent(name.slice(start, start + 2))
          const listed = (await admin.get(`/api/sites?limit=500&text=${text}`)).json().items
          expect(listed.map((one: { code: string }) => one.code)).toContain(`Z${file}-${row}`)
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('a preview', () => {
  it('shows headers, sample rows and suggested columns, and asks for the datum', async () => {
    const fileId = await upload(
      admin,
      'sites.csv',
      '序号,点位编号,点位名称,点位类型,lng,lat\n1,V1,甲,T1,120,30\n',
    )
    const preview = (await admin.send('POST', '/api/sites/import/preview', { fileId })).json()
    expect(preview).toMatchObject({ needsDatum: true, rowCount: 1, remembered: false, datum: null })
    expect(preview.columns).toMatchObject({
      code: '点位编号',
      name: '点位名称',
      type: '点位类型',
      longitude: 'lng',
      latitude: 'lat',
      holder: null,
    })
  })
})
