import { v7 as uuidv7 } from 'uuid'
import { forgetActors } from '../platform/http/actor-memory.ts'
import type { TestCity, TestHouse } from './house.ts'

/** A city that a third party looked at: two streets, three organizations, two site types, one site, and a published framework. */
export type ObservedCity = {
  readonly versionId: string
  readonly districtId: string
  /** 东河街道 · 西山街道 */
  readonly streets: readonly [string, string]
  /** 城市管理局 (市城管局) · 东河街道办事处 · 西山街道办事处 */
  readonly organizations: readonly [string, string, string]
  /** 社区 · 主干道 */
  readonly types: readonly [string, string]
  /** 社区1 in 东河街道 */
  readonly siteId: string
  /** by code: 3.1 路面整洁 (1) · 3.2 无占道经营 (3) under 3 主次干道, 12.3 标志完好 (2) under 12 停车场 */
  readonly criteria: ReadonlyMap<string, string>
}

const CRITERIA = [
  ['3.1', '路面整洁', 1],
  ['3.2', '无占道经营', 3],
  ['12.3', '标志完好', 2],
] as const

type Insert = (
  table: string,
  row: Readonly<Record<string, unknown>> & { readonly id?: string },
) => Promise<string>

/** The published framework: items as indicators, sub-items as criteria. */
async function givenItems(insert: Insert, now: Date): Promise<Pick<ObservedCity, 'versionId' | 'criteria'>> {
  const frameworkId = await insert('framework', {
    name: '清澜体系',
    campaign: 'national',
    created_at: now,
  })
  const versionId = await insert('framework_version', {
    framework_id: frameworkId,
    label: '2026年版',
    year: 2026,
    state: 'published',
    level_names: ['测评项目', '测评标准'],
    published_at: now,
    created_at: now,
    updated_at: now,
  })
  const node = { version_id: versionId, position: 0 }
  const items = new Map<string, string>()
  for (const [code, text] of [
    ['3', '主次干道'],
    ['12', '停车场'],
  ] as const)
    items.set(code, await insert('framework_node', { ...node, kind: 'indicator', code, text }))
  const criteria = new Map<string, string>()
  const rule = JSON.stringify({ kind: 'meanOverSites', of: { kind: 'binary' } })
  for (const [position, [code, text, points]] of CRITERIA.entries()) {
    const parentId = items.get(code.split('.')[0] ?? '')
    const row = { ...node, position, parent_id: parentId, kind: 'criterion', code, text, points, rule }
    criteria.set(code, await insert('framework_node', row))
  }
  return { versionId, criteria }
}

/** Written as rows: the rooms that own them have their own tests. */
export async function givenObservedCity(house: TestHouse, city: TestCity): Promise<ObservedCity> {
  const insert: Insert = async (table, { id = uuidv7(), ...row }) => {
    const values = { id, ...row }
    const places = Object.keys(values).map((_, at) => `$${at + 2}`)
    await house.asOwner(
      `insert into ${table} (city_id, ${Object.keys(values).join(', ')}) values ($1, ${places.join(', ')})`,
      [city.id, ...Object.values(values)],
    )
    return id
  }
  const area = async (name: string, level: string, above: readonly string[]): Promise<string> => {
    const id = uuidv7()
    const place = { id, parent_id: above.at(-1) ?? null, path: [...above, id], valid_from: '2000-01-01' }
    return insert('area', { ...place, code: name, name, level })
  }
  const organization = async (name: string, shortName: string | null): Promise<string> => {
    const id = uuidv7()
    const row = { id, code: name.slice(0, 20), name, short_name: shortName, kind: 'bureau', path: [id] }
    return insert('organization', { ...row, valid_from: '2000-01-01' })
  }
  const top = await area('清澜市', 'city', [])
  const districtId = await area('中心区', 'district', [top])
  const streets = [
    await area('东河街道', 'subdistrict', [top, districtId]),
    await area('西山街道', 'subdistrict', [top, districtId]),
  ] as const
  const organizations = [
    await organization('城市管理局', '市城管局'),
    await organization('东河街道办事处', null),
    await organization('西山街道办事处', null),
  ] as const
  const types = [
    await insert('site_type', { code: 'T1', name: '社区' }),
    await insert('site_type', { code: 'T2', name: '主干道' }),
  ] as const
  const now = { created_at: house.now, updated_at: house.now }
  const siteId = await insert('site', {
    code: 'S1',
    name: '社区1',
    type_id: types[0],
    area_id: streets[0],
    ...now,
  })
  const { versionId, criteria } = await givenItems(insert, house.now)
  forgetActors()
  return { versionId, districtId, streets, organizations, types, siteId, criteria }
}
