import { describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../../testing/house.ts'
import { upload } from '../../../testing/import-file.ts'

const house = useHouse()

const MAP = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'road', name: '人民路', lanes: 4, bridge: true, note: null },
      geometry: {
        type: 'LineString',
        coordinates: [
          [120.1, 30.1, 7],
          [120.2, 30.2],
        ],
      },
    },
  ],
}

async function change(client: Client, text: string, datum = 'WGS84') {
  const fileId = await upload(client, 'map.geojson', text)
  return client.send('PUT', '/api/base-map', {
    fileId,
    datum,
    attribution: '© 清澜市',
    approvalNumber: '浙S（2026）1号',
  })
}

describe('the base map', () => {
  it('is empty while there is none', async () => {
    const admin = await house.administrator()
    const answer = (await admin.get('/api/base-map')).json()
    const map = { type: 'FeatureCollection', features: [] }
    expect(answer).toEqual({ attribution: '', approvalNumber: '', bounds: null, map })
  })

  it('comes back as it was given, with who it is from', async () => {
    const admin = await house.administrator()
    expect((await change(admin, JSON.stringify(MAP))).json()).toEqual({ done: true })
    const answer = (await admin.get('/api/base-map')).json()
    expect(answer).toMatchObject({ attribution: '© 清澜市', approvalNumber: '浙S（2026）1号' })
    expect(answer.map.features).toEqual([
      {
        type: 'Feature',
        properties: { kind: 'road', name: '人民路', lanes: 4, bridge: true },
        geometry: {
          type: 'LineString',
          coordinates: [
            [120.1, 30.1],
            [120.2, 30.2],
          ],
        },
      },
    ])
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get('/api/base-map')).json().map.features).toEqual([])
  })

  it('leaves one entry for the file somebody brought and one for the map, which names the file', async () => {
    const admin = await house.administrator()
    const filesAdded = async () => (await admin.get('/api/audit?action=file.add')).json().items.length
    const before = await filesAdded()
    await change(admin, JSON.stringify(MAP))
    expect(await filesAdded()).toBe(before + 1)
    const [changed] = (await admin.get('/api/audit?action=baseMap.change')).json().items
    const [added] = (await admin.get('/api/audit?action=file.add')).json().items
    expect(changed.after.from).toBe(added.subjectId)
    expect(changed.after.fileId).not.toBe(added.subjectId)
  })

  it('is not sent again to a browser that has it, until it changes', async () => {
    const admin = await house.administrator()
    const { etag } = (await admin.get('/api/base-map')).headers
    const ask = () =>
      house.app.inject({
        url: '/api/base-map',
        headers: { authorization: `Bearer ${admin.token}`, 'if-none-match': String(etag) },
      })
    expect([(await ask()).statusCode, (await ask()).body]).toEqual([304, ''])
    await change(admin, JSON.stringify(MAP), 'GCJ-02')
    const changed = await ask()
    expect(changed.statusCode).toBe(200)
    expect(changed.json().map.features[0].geometry.coordinates[0][0]).toBeCloseTo(120.0953, 3)
  })

  it('refuses what does not draw, naming the feature', async () => {
    const admin = await house.administrator()
    const wrong = structuredClone(MAP)
    wrong.features[0]?.geometry.coordinates.push([420, 30])
    const refused = await change(admin, JSON.stringify(wrong))
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'import.geojson-invalid'])
    expect(refused.json().title).toContain('features[0]')
    const table = await change(admin, '编码,名称\n1,2')
    expect(table.json().code).toBe('import.geojson-not-features')
  })
})
