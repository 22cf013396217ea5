import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'
import { polygon, square } from '../../testing/shapes.ts'
import { nameSitesAnew } from './index.ts'

const house = useHouse()
let admin: Client
const found = async (text: string): Promise<string[]> => {
  const { items } = (await admin.get(`/api/search?text=${encodeURIComponent(text)}`)).json()
  return items
    .filter(({ kind }: { kind: string }) => kind === 'site')
    .map(({ title }: { title: string }) => title)
}

/** Do what waits on the queue for the names of sites, as the server would, and take it off. */
async function workOff(): Promise<number> {
  const { rows } = await house.asOwner(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'sites:nameAnew' and j.payload ->> 'cityId' = $1 returning j.payload`,
    [house.city.id],
  )
  for (const { payload } of rows) await nameSitesAnew(house.database, house.city.id, payload)
  return rows.length
}

beforeAll(async () => {
  admin = await house.administrator()
  const feature = { type: 'Feature', properties: { 编码: 'W' }, geometry: polygon(square(120, 30, 1)) }
  await importText(admin, '/api/areas', '编码,名称,级别,上级编码\nC,城市,市,\nW,西区,区县,C\n')
  await importText(
    admin,
    '/api/area-boundaries',
    JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    {
      name: 'b.geojson',
      datum: 'WGS84',
    },
  )
  await importText(admin, '/api/site-types', '编码,名称\nT1,公园\nT2,车站\n')
  const rows = 'P1,甲,公园,120.5,30.5\nP2,乙,公园,120.6,30.5\nP3,丙,车站,,\n'
  await importText(admin, '/api/sites', `编号,名称,类型,经度,纬度\n${rows}`, { datum: 'WGS84' })
  await workOff()
})

describe('a new name', () => {
  it('of a type is what its sites are found by, once the queue has been worked off', async () => {
    const types = (await admin.get('/api/site-types')).json().items
    const { id, revision } = types.find(({ code }: { code: string }) => code === 'T1')
    await admin.send('PATCH', `/api/site-types/${id}`, { basedOn: revision, name: '口袋绿地' })
    expect(await workOff()).toBe(1)
    expect((await found('口袋绿地')).sort()).toEqual(['乙', '甲'])
    expect(await found('公园')).toEqual([])
    await importText(admin, '/api/site-types', '编码,名称\nT2,公交枢纽\n')
    expect(await workOff()).toBe(1)
    expect(await found('公交枢纽')).toEqual(['丙'])
  })

  it('of an area is, too; the sites have no revision and no entry from it', async () => {
    const [site] = (await admin.get('/api/sites?text=P1')).json().items
    await importText(admin, '/api/areas', '编码,名称,级别,上级编码\nW,西城新区,区县,C\n')
    expect(await workOff()).toBe(1)
    expect((await found('西城新区')).sort()).toEqual(['乙', '甲'])
    const { revision } = (await admin.get(`/api/sites/${site.id}`)).json()
    expect(revision).toBe(site.revision)
  })

  it('that changes nothing else puts nothing on the queue when it stays', async () => {
    await importText(admin, '/api/site-types', '编码,名称,说明\nT2,公交枢纽,有新的说明\n')
    expect(await workOff()).toBe(0)
  })
})
