import type { Position } from '@chuangcheng/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../../testing/house.ts'
import { importText } from '../../../testing/import-file.ts'
import { polygon, square } from '../../../testing/shapes.ts'

const house = useHouse()

const feature = (code: string, geometry: unknown) => ({
  type: 'Feature',
  properties: { 编码: code },
  geometry,
})
const surface = (ring: Position[]) => polygon(ring)
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const importBoundaries = (client: Client, text: string, order: { dryRun?: boolean; datum?: string } = {}) =>
  importText(client, '/api/area-boundaries', text, { name: 'b.geojson', datum: 'WGS84', ...order })

const CITY = feature('C', surface(square(120, 30, 1)))
const WEST = feature('W', surface(square(120, 30, 0.5)))
const EAST = feature('E', surface(square(120.5, 30, 0.5)))

beforeAll(async () => {
  const admin = await house.administrator()
  const tree = '编码,名称,级别,上级编码\nC,清澜市,市,\nW,西区,区县,C\nE,东区,区县,C\nW1,西街道,街道,W'
  await importText(admin, '/api/areas', tree)
})

async function namesAt(client: Client, longitude: number, latitude: number): Promise<string[]> {
  const answer = await client.get(`/api/area-at?longitude=${longitude}&latitude=${latitude}`)
  return answer.json<{ areas: { name: string }[] }>().areas.map((area) => area.name)
}

describe('importing boundaries', () => {
  it('refuses crossing rings, unknown codes and duplicates by feature and place, and writes nothing', async () => {
    const admin = await house.administrator()
    const bowTie: Position[] = [
      [120, 30],
      [120.2, 30.2],
      [120.2, 30],
      [120, 30.2],
      [120, 30],
    ]
    const text = collection(
      CITY,
      feature('W', surface(bowTie)),
      feature('W1I', surface(square(120, 30, 0.1))),
      EAST,
      EAST,
      feature('W1', { type: 'Point', coordinates: [120, 30] }),
      feature('W1', surface(square(30, 120, 0.1))),
    )
    const answer = await importBoundaries(admin, text)
    expect(answer.findings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, null, 'ring-crosses-itself'],
      [3, '编码', 'name-unknown-similar'],
      [5, '编码', 'duplicate-in-file'],
      [6, null, 'geometry-not-a-polygon'],
      [7, '编码', 'duplicate-in-file'],
      [7, null, 'position-out-of-range'],
    ])
    expect(answer.findings[0]?.text).toContain('经度 120.1、纬度 30.1')
    expect(answer).toMatchObject({ imported: false, errorCount: 6 })
    expect((await admin.get('/api/area-boundaries')).json().features).toEqual([])
  })

  it('notices longitude and latitude exchanged', async () => {
    const admin = await house.administrator()
    const answer = await importBoundaries(admin, collection(feature('C', surface(square(30, 80, 1)))))
    expect(answer.findings).toMatchObject([{ line: 1, code: 'position-swapped' }])
  })

  it('tries without writing, then writes; the same file again changes nothing', async () => {
    const admin = await house.administrator()
    const text = collection(CITY, WEST, EAST)
    expect(await importBoundaries(admin, text, { dryRun: true })).toMatchObject({
      imported: false,
      createdCount: 3,
    })
    expect((await admin.get('/api/area-boundaries')).json().features).toEqual([])
    expect(await importBoundaries(admin, text)).toMatchObject({ imported: true, createdCount: 3 })
    expect(await importBoundaries(admin, text)).toMatchObject({
      imported: true,
      unchangedCount: 3,
      changedCount: 0,
    })
  })

  it('keeps WGS84, and beside it what a file in another datum said', async () => {
    const admin = await house.administrator()
    const given = surface(square(120.1, 30.1, 0.1))
    await importBoundaries(admin, collection(feature('W1', given)), { datum: 'GCJ-02' })
    const { rows } =
      await house.asOwner(`select b.datum, b.geometry, b.raw_geometry, b.square_meters, a.revision
      from area_boundary b join area a on a.city_id = b.city_id and a.id = b.area_id where a.code = 'W1'`)
    expect(rows[0]).toMatchObject({ datum: 'GCJ-02', raw_geometry: given, revision: 2 })
    const [longitude, latitude] = rows[0].geometry.coordinates[0][0]
    expect(longitude).toBeCloseTo(120.0953, 3)
    expect(latitude).toBeCloseTo(30.1024, 3)
    const page = (await admin.get('/api/areas?text=W1')).json().items[0]
    const log = (await admin.get(`/api/audit?subjectId=${page.id}`)).json().items
    expect(log[0]).toMatchObject({ action: 'areaBoundary.add', subjectKind: 'area' })
    expect(rows[0].square_meters / 1e6).toBeCloseTo(107, 0)
  })

  it('warns when the middle of a boundary lies outside the one above it', async () => {
    const admin = await house.administrator()
    const answer = await importBoundaries(
      admin,
      collection(feature('W1', surface(square(120.7, 30.1, 0.1)))),
      {
        dryRun: true,
      },
    )
    expect(answer).toMatchObject({ errorCount: 0, warningCount: 1, changedCount: 1 })
    expect(answer.findings).toMatchObject([{ line: 1, severity: 'warning', code: 'boundary-outside-parent' }])
    expect(answer.findings[0]?.text).toContain('西区')
  })

  it('shows what a file holds before it is imported', async () => {
    const admin = await house.administrator()
    const upload = await admin.sendBytes(
      '/api/files?id=01a3f1c2-0000-7000-8000-000000000001&name=b.geojson',
      Buffer.from(collection(CITY)),
    )
    const { id } = upload.json<{ id: string }>()
    const preview = (await admin.send('POST', '/api/area-boundaries/import/preview', { fileId: id })).json()
    expect(preview).toMatchObject({ headers: ['编码'], sample: [['C']], columns: { code: '编码' } })
    expect(preview).toMatchObject({ needsDatum: true, remembered: true, datum: 'GCJ-02' })
  })
})

describe('boundaries', () => {
  it('are listed by level, parent or area, with what a map needs', async () => {
    const admin = await house.administrator()
    const districts = (await admin.get('/api/area-boundaries?level=district')).json()
    expect(districts.type).toBe('FeatureCollection')
    expect(districts.features.map((one: { properties: object }) => one.properties)).toMatchObject([
      { code: 'E', name: '东区', level: 'district' },
      { code: 'W', name: '西区', level: 'district' },
    ])
    expect(districts.features[1].geometry).toEqual(WEST.geometry)
    const westId = districts.features[1].properties.id
    expect((await admin.get(`/api/area-boundaries?parentId=${westId}`)).json().features).toHaveLength(1)
    expect((await admin.get(`/api/area-boundaries?areaId=${westId}`)).json().features).toHaveLength(1)
    const page = (await admin.get(`/api/areas/${westId}`)).json()
    expect(page).toMatchObject({ hasBoundary: true, bounds: [120, 30, 120.5, 30.5] })
    const inspector = await house.givenUser({ role: 'inspector', areaId: westId })
    const seen = (await inspector.get('/api/area-boundaries')).json().features
    expect(seen.map((one: { properties: { code: string } }) => one.properties.code)).toEqual(['W', 'W1'])
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get(`/api/area-boundaries?areaId=${westId}`)).json().features).toEqual([])
  })

  it('say in which areas a point lies, as far as one may see them', async () => {
    const admin = await house.administrator()
    expect(await namesAt(admin, 120.15, 30.15)).toEqual(['西街道', '西区', '清澜市'])
    expect(await namesAt(admin, 120.7, 30.7)).toEqual(['清澜市'])
    expect(await namesAt(admin, 119, 30)).toEqual([])
    const { items } = (await admin.get('/api/areas?level=subdistrict')).json()
    const inspector = await house.givenUser({ role: 'inspector', areaId: items[0].id })
    expect(await namesAt(inspector, 120.15, 30.15)).toEqual(['西街道'])
    const stranger = await house.administrator(house.otherCity)
    expect(await namesAt(stranger, 120.15, 30.15)).toEqual([])
  })

  it('answer anew as soon as a boundary or a validity has changed', async () => {
    const admin = await house.administrator()
    await importBoundaries(admin, collection(feature('E', surface(square(120.4, 30, 0.6)))))
    expect(await namesAt(admin, 120.95, 30.55)).toEqual(['东区', '清澜市'])
    const east = (await admin.get('/api/areas?text=东区')).json().items[0]
    await admin.send('PATCH', `/api/areas/${east.id}`, { basedOn: east.revision, validTo: '2026-01-01' })
    expect(await namesAt(admin, 120.95, 30.55)).toEqual(['清澜市'])
  })

  it('of an ended area are shown only on its page and on its days', async () => {
    const admin = await house.administrator()
    const count = async (query: string) =>
      (await admin.get(`/api/area-boundaries?${query}`)).json().features.length
    const east = (await admin.get('/api/areas?text=东区')).json().items[0]
    expect(await count('level=district')).toBe(1)
    expect(await count('level=district&day=2025-12-31')).toBe(2)
    expect(await count(`areaId=${east.id}`)).toBe(1)
  })
})
