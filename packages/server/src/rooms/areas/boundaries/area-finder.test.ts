import { describe, expect, it } from 'vitest'
import { useHouse } from '../../../testing/house.ts'
import { importText } from '../../../testing/import-file.ts'
import { polygon, square } from '../../../testing/shapes.ts'
import { areasAt, areasAtEach } from './area-finder.ts'
import { cityBounds } from './queries.ts'

const house = useHouse()

const boundary = (west: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code: 'C' }, geometry: polygon(square(west, 30, 1)) }],
  })

describe('the finder of areas', () => {
  it('knows no bounds and finds nothing while the city has no boundary', async () => {
    const reader = house.database.reader(house.city.id)
    expect(await cityBounds(reader)).toBeNull()
    expect(await areasAt(reader, 120.5, 30.5)).toEqual([])
  })

  it('answers many points in their order, for the day that is asked for', async () => {
    const admin = await house.administrator()
    await importText(admin, '/api/areas', '编码,名称,级别,生效日期\nC,清澜市,市,2020-01-01')
    await importText(admin, '/api/area-boundaries', boundary(120), { datum: 'WGS84' })
    const reader = house.database.reader(house.city.id)
    expect(await cityBounds(reader)).toEqual([120, 30, 121, 31])
    const found = await areasAtEach(reader, [
      [119, 30],
      [120.5, 30.5],
    ])
    expect(found.map((areas) => areas.map((area) => area.code))).toEqual([[], ['C']])
    expect(await areasAt(reader, 120.5, 30.5, '2019-12-31')).toEqual([])
  })

  it('notices within a second what another process has changed', async () => {
    await house.asOwner(`update area_boundary set geometry = $1 where city_id = $2`, [
      JSON.stringify(polygon(square(110, 30, 1))),
      house.city.id,
    ])
    await house.asOwner('update area set revision = revision + 1 where city_id = $1', [house.city.id])
    const reader = house.database.reader(house.city.id)
    await expect.poll(() => areasAt(reader, 110.5, 30.5), { timeout: 3000 }).toHaveLength(1)
  })
})
