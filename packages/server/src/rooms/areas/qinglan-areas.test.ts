import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Polygon } from '@chuangcheng/domain'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { beforeAll, describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'
import { type QinglanFiles, writeQinglan } from '../setup/qinglan/index.ts'
import { areasAtEach, cityBounds } from './index.ts'

const house = useHouse()
let files: QinglanFiles
beforeAll(async () => {
  files = await writeQinglan(join(house.folder, 'qinglan'))
}, 60_000)

type Feature = { properties: { 编码: string }; geometry: Polygon }

/** Numbers between 0 and 1 that are the same in every run. */
function* dice(): Generator<number, never> {
  for (let state = 20260101; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

describe('清澜市', () => {
  it('moves in with its areas and their boundaries', async () => {
    const admin = await house.administrator()
    const areas = await importText(admin, '/api/areas', await readFile(files.areas), { name: 'areas.xlsx' })
    expect(areas.findings).toEqual([])
    expect(areas.imported).toBe(true)
    const text = await readFile(files.boundaries)
    const datum = files.datums.boundaries
    const boundaries = await importText(admin, '/api/area-boundaries', text, { name: 'b.geojson', datum })
    expect(boundaries.findings).toEqual([])
    expect(boundaries).toMatchObject({ imported: true, createdCount: areas.createdCount })
    expect((await admin.get('/api/areas?level=subdistrict&limit=500')).json().items).toHaveLength(28)
  }, 60_000)

  it('finds for every point the areas that a search through all polygons finds', async () => {
    const { features } = JSON.parse(await readFile(files.boundaries, 'utf8')) as { features: Feature[] }
    const reader = house.database.reader(house.city.id)
    const [west, south, east, north] = (await cityBounds(reader)) ?? [0, 0, 0, 0]
    const random = dice()
    const between = (from: number, to: number) => from + (to - from) * random.next().value
    const points = Array.from({ length: 100 }, () => [between(west, east), between(south, north)] as const)
    const found = await areasAtEach(reader, points)
    for (const [at, point] of points.entries()) {
      const expected = features
        .filter(({ geometry }) =>
          booleanPointInPolygon([...point], {
            type: 'Polygon',
            coordinates: geometry.coordinates.map((ring) => ring.map((position) => [...position])),
          }),
        )
        .map(({ properties }) => properties.编码)
      expect(found[at]?.map((area) => area.code).sort()).toEqual(expected.sort())
    }
    expect(found.filter((areas) => areas.length > 0).length).toBeGreaterThan(20)
  })
})
