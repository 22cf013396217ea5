import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { importText } from '../../testing/import-file.ts'

const house = useHouse()
const ids: Record<string, string> = {}
const idOf = (code: string): string => ids[code] ?? 'none'

beforeAll(async () => {
  const admin = await house.administrator()
  const tree = [
    '编码,名称,级别,上级编码',
    'C,清澜市,市,',
    'D,东湖区,区县,C',
    'E,西湖区,区县,C',
    'D1,河东街道,街道,D',
    'D2,河西街道,街道,D',
    'D11,河东社区,社区,D1',
    'E1,山前街道,街道,E',
  ]
  await importText(admin, '/api/areas', tree.join('\n'))
  const { items } = (await admin.get('/api/areas')).json<{ items: { id: string; code: string }[] }>()
  for (const { id, code } of items) ids[code] = id
})

const codes = (answer: { json: <T>() => T }) =>
  answer.json<{ items: { code: string }[] }>().items.map((item) => item.code)

const newStreet = (code: string, parentId: string) => ({
  id: uuidv7(),
  code,
  name: '新街道',
  level: 'subdistrict',
  kind: null,
  parentId,
  validFrom: '2026-01-01',
  validTo: null,
})

describe('somebody of one street', () => {
  it('sees the street and what lies below it, with the names above', async () => {
    const inspector = await house.givenUser({ role: 'inspector', areaId: idOf('D1') })
    expect(codes(await inspector.get('/api/areas'))).toEqual(['D1', 'D11'])
    expect(codes(await inspector.get('/api/areas?parentId=none'))).toEqual(['D1'])
    const page = (await inspector.get(`/api/areas/${idOf('D11')}`)).json()
    expect(page.ancestors).toMatchObject([{ name: '清澜市' }, { name: '东湖区' }, { name: '河东街道' }])
    for (const code of ['C', 'D', 'D2', 'E1']) {
      expect((await inspector.get(`/api/areas/${idOf(code)}`)).statusCode).toBe(404)
    }
    const found = (await inspector.get(`/api/search?text=${encodeURIComponent('街道')}`)).json().items
    expect(found.map((item: { title: string }) => item.title)).toEqual(['河东街道', '河东社区'])
  })

  it('of an organization seated there sees it too, but changes nothing', async () => {
    const organizationId = uuidv7()
    await house.asOwner(
      `insert into organization (city_id, id, code, name, kind, path, area_id, valid_from)
       values ($1, $2, 'O1', '河西街道办', 'subdistrict', array[$2::uuid], $3, '2020-01-01')`,
      [house.city.id, organizationId, idOf('D2')],
    )
    const clerk = await house.givenUser({ role: 'responsibleOrganization', organizationId })
    expect(codes(await clerk.get('/api/areas'))).toEqual(['D2'])
    expect((await clerk.get(`/api/areas/${idOf('D2')}`)).json().organizations).toHaveLength(1)
    const change = await clerk.send('PATCH', `/api/areas/${idOf('D2')}`, { basedOn: 1, name: '别的' })
    expect([change.statusCode, change.json().code]).toEqual([403, 'access.no-permission'])
  })
})

describe('somebody who edits one district', () => {
  it('adds, changes and imports below it only', async () => {
    const office = await house.givenUser({ role: 'campaignOffice', areaId: idOf('D') })
    expect((await office.send('POST', '/api/areas', newStreet('D3', idOf('D')))).statusCode).toBe(200)
    expect(codes(await office.get('/api/areas?parentId=none'))).toEqual(['D'])
    expect(codes(await office.get(`/api/areas?parentId=${idOf('D')}`))).toEqual(['D1', 'D2', 'D3'])
    const elsewhere = await office.send('POST', '/api/areas', newStreet('E3', idOf('E')))
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([403, 'access.out-of-scope'])
    const hidden = await office.send('PATCH', `/api/areas/${idOf('E1')}`, { basedOn: 1, name: '别的' })
    expect(hidden.statusCode).toBe(404)
    const away = await office.send('PATCH', `/api/areas/${idOf('D2')}`, { basedOn: 1, parentId: idOf('E') })
    expect([away.statusCode, away.json().code]).toEqual([403, 'access.out-of-scope'])
    const file =
      '编码,名称,级别,上级编码\nD1,河东大街道,街道,D\nE1,山前大街道,街道,E\nD4,新四街道,街道,D\nE4,山后街道,街道,E'
    const imported = await importText(office, '/api/areas', file)
    expect(imported.findings.map(({ line, code }) => [line, code])).toEqual([
      [3, 'out-of-scope'],
      [5, 'out-of-scope'],
    ])
  })

  it('does not change the base map of the whole city', async () => {
    const office = await house.givenUser({ role: 'campaignOffice', areaId: idOf('D') })
    const { id } = (
      await office.sendBytes(
        `/api/files?id=${uuidv7()}&name=map.geojson`,
        Buffer.from('{"type":"FeatureCollection","features":[]}'),
      )
    ).json<{ id: string }>()
    const order = { fileId: id, datum: 'WGS84', attribution: '', approvalNumber: '' }
    const refused = await office.send('PUT', '/api/base-map', order)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'access.out-of-scope'])
  })
})

describe('another city', () => {
  it('knows nothing of these areas, and may use their codes', async () => {
    const stranger = await house.administrator(house.otherCity)
    expect((await stranger.get('/api/areas')).json().items).toEqual([])
    expect((await stranger.get(`/api/areas/${idOf('D')}`)).statusCode).toBe(404)
    expect((await stranger.send('POST', '/api/areas', newStreet('X', idOf('D')))).statusCode).toBe(404)
    expect(await importText(stranger, '/api/areas', '编码,名称,级别\nC,别市,市')).toMatchObject({
      imported: true,
    })
    const succeed = { kind: 'merge', onDay: '2026-01-01', toAreaIds: [idOf('E')] }
    expect((await stranger.send('POST', `/api/areas/${idOf('D')}/succession`, succeed)).statusCode).toBe(404)
  })
})
