import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'
import { polygon, square } from '../../testing/shapes.ts'
import { placeEverySiteAnew, placeSitesAnew } from './index.ts'

const house = useHouse()
let admin: Client
const feature = (code: string, west: number) => ({
  type: 'Feature',
  properties: { 编码: code },
  geometry: polygon(square(west, 30, 1)),
})
const bound = (...features: unknown[]) =>
  importText(admin, '/api/area-boundaries', JSON.stringify({ type: 'FeatureCollection', features }), {
    name: 'b.geojson',
    datum: 'WGS84',
  })
const site = async (code: string) =>
  (await admin.get(`/api/sites?text=${code}`)).json().items.find((one: { code: string }) => one.code === code)
const areaOf = async (code: string): Promise<string | null> => (await site(code)).area?.name ?? null
const place = () => placeSitesAnew(house.database, house.city.id)
const waiting = async () =>
  (
    await house.asOwner(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'sites:placeAnew' and payload ->> 'cityId' = $1`,
      [house.city.id],
    )
  ).rows.length

beforeAll(async () => {
  admin = await house.administrator()
  await importText(admin, '/api/areas', '编码,名称,级别,上级编码\nC,城市,市,\nW,西区,区县,C\nE,东区,区县,C\n')
  await importText(admin, '/api/site-types', '编码,名称\nT1,公园\n')
  const rows = 'P1,甲园,公园,120.5,30.5\nP2,乙园,公园,121.5,30.5\nP3,丙园,公园,,\n'
  await importText(admin, '/api/sites', `编号,名称,类型,经度,纬度\n${rows}`, { datum: 'WGS84' })
})

describe('sites that were there before the boundaries', () => {
  it('are put into the areas they lie in, and the log says what moved', async () => {
    expect(await areaOf('P1')).toBeNull()
    const before = await waiting()
    expect(await bound(feature('W', 120), feature('E', 121))).toMatchObject({ imported: true })
    expect(await waiting()).toBe(before + 1)
    await place()
    expect([await areaOf('P1'), await areaOf('P2'), await areaOf('P3')]).toEqual(['西区', '东区', null])
    const { id } = await site('P1')
    const { items } = (await admin.get(`/api/sites/${id}/history`)).json()
    expect(items[0]).toMatchObject({
      action: 'site.change',
      actorId: null,
      before: { area: null },
      after: { area: { name: '西区' } },
    })
    expect((await admin.get(`/api/search?text=${encodeURIComponent('西区')}`)).json().items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ kind: 'site', id })]),
    )
  })

  it('stay as they are when nothing moved: no revision, no entry', async () => {
    const { id, revision } = await site('P1')
    await place()
    await placeEverySiteAnew(house.database)
    expect((await site('P1')).revision).toBe(revision)
    expect((await admin.get(`/api/sites/${id}/history`)).json().items).toHaveLength(2)
  })

  it('follow when boundaries change, and when an area ends', async () => {
    await bound(feature('W', 121), feature('E', 120))
    await place()
    expect([await areaOf('P1'), await areaOf('P2')]).toEqual(['东区', '西区'])
    const areas = (await admin.get('/api/areas')).json().items
    const east = areas.find(({ name }: { name: string }) => name === '东区')
    const { revision } = (await admin.get(`/api/areas/${east.id}`)).json()
    const ended = await admin.send('PATCH', `/api/areas/${east.id}`, {
      basedOn: revision,
      validTo: '2026-01-01',
    })
    expect(ended.statusCode).toBe(200)
    await place()
    expect([await areaOf('P1'), await areaOf('P2')]).toEqual([null, '西区'])
  })

  it('in another city are left alone', async () => {
    const { rows } = await house.asOwner(
      `select count(*)::int as n from audit_entry where city_id = $1 and actor_name = 'system'`,
      [house.otherCity.id],
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})
