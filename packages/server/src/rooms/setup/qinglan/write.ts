import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Datum } from '@chuangcheng/domain'
import gcoordModule from 'gcoord'
import { CITY } from './area-names.ts'
import { areaPolygon, type CityAreas, drawAreas } from './areas.ts'
import { baseMapFeatures, drawBaseMap } from './base-map.ts'
import { listOrganizations } from './organizations.ts'
import { roundDegrees } from './plane.ts'
import { diceFor } from './random.ts'
import { SITE_TYPES } from './site-types.ts'
import { listSites, type SiteRow } from './sites.ts'
import { workbook } from './spreadsheet.ts'
import { encodeText, type TextEncoding } from './text-encoding.ts'
import { listUsers, ROLE_LABELS } from './users.ts'

// The typings describe an ES module; Node loads the package as CommonJS, where the default import is the module itself.
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default']

/** The import files of 清澜市: paths by kind, and what an importer asks about them. */
export interface QinglanFiles {
  city: { code: string; name: string }
  areas: string
  boundaries: string
  organizations: string
  users: string
  siteTypes: string
  sites: string
  baseMap: string
  /** The datum (坐标系) of each file with coordinates. */
  datums: Record<'boundaries' | 'sites' | 'baseMap', Datum>
  sitesEncoding: TextEncoding
}

export interface QinglanOptions {
  /** Of sites.csv: UTF-8 with a byte order mark unless told otherwise. */
  sitesEncoding?: TextEncoding
}

const HEADINGS = {
  areas: ['编码', '名称', '级别', '上级编码', '类别', '生效日期', '失效日期'],
  organizations: ['编码', '名称', '简称', '类别', '上级编码', '所在区域编码', '生效日期', '失效日期'],
  users: ['用户名', '姓名', '手机号', '单位编码', '角色', '授权单位编码', '授权区域编码', '有效期至'],
  siteTypes: ['编码', '名称', '分类', '说明'],
  sites: ['编号', '名称', '类型', '地址', '经度', '纬度', '属地单位', '主管单位', '状态'],
} as const

/**
 * Writes the files with which the fictional city 清澜市 moves in, the same that a real city would bring.
 * The same seed gives the same bytes.
 */
export async function writeQinglan(
  folder: string,
  seed = 20260101,
  { sitesEncoding = 'utf-8' }: QinglanOptions = {},
): Promise<QinglanFiles> {
  const areas = drawAreas(seed)
  const map = drawBaseMap(areas, seed)
  const sites = listSites(areas, map, diceFor(seed, 'sites'))
  await mkdir(folder, { recursive: true })
  const put = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  return {
    city: CITY,
    areas: await put('areas.xlsx', await areasBook(areas)),
    boundaries: await put('boundaries.geojson', collection(areas.rows.map(boundaryFeature))),
    organizations: await put('organizations.xlsx', await organizationsBook(areas)),
    users: await put('users.xlsx', await usersBook(areas, seed)),
    siteTypes: await put('site-types.xlsx', await siteTypesBook()),
    sites: await put('sites.csv', encodeText(sitesTable(sites), sitesEncoding)),
    baseMap: await put('base-map.geojson', collection(baseMapFeatures(map))),
    datums: { boundaries: 'WGS84', sites: 'GCJ-02', baseMap: 'WGS84' },
    sitesEncoding,
  }
}

/** One feature a line: large files stay readable and comparable. */
const collection = (features: readonly object[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`

const boundaryFeature = (row: CityAreas['rows'][number]): object => ({
  type: 'Feature',
  properties: { 编码: row.code, 名称: row.name, 级别: row.level },
  geometry: areaPolygon(row),
})

const areasBook = (areas: CityAreas): Promise<Buffer> =>
  workbook(
    '区划',
    HEADINGS.areas,
    areas.rows.map((row) => [row.code, row.name, row.level, row.parentCode, row.category, row.validFrom, '']),
  )

const organizationsBook = (areas: CityAreas): Promise<Buffer> =>
  workbook(
    '单位',
    HEADINGS.organizations,
    listOrganizations(areas).map((row) => [
      row.code,
      row.name,
      row.shortName,
      row.kind,
      row.parentCode,
      row.areaCode,
      row.validFrom,
      row.validTo,
    ]),
  )

const usersBook = (areas: CityAreas, seed: number): Promise<Buffer> =>
  workbook(
    '用户',
    HEADINGS.users,
    listUsers(areas, diceFor(seed, 'users')).map((row) => [
      row.username,
      row.name,
      row.phone,
      row.ownOrganizationCode,
      ROLE_LABELS[row.role],
      row.scope.organizationCode,
      row.scope.areaCode,
      row.validTo,
    ]),
  )

const siteTypesBook = (): Promise<Buffer> =>
  workbook(
    '点位类型',
    HEADINGS.siteTypes,
    SITE_TYPES.map((type) => [type.code, type.name, type.category, type.note]),
  )

/** The register as a city hands it over: positions in GCJ-02, as most Chinese maps give them. */
function sitesTable(sites: readonly SiteRow[]): string {
  const rows = sites.map((site) => {
    const [longitude, latitude] = gcoord.transform(site.position, gcoord.WGS84, gcoord.GCJ02)
    return [
      site.code,
      site.name,
      site.type,
      site.address,
      roundDegrees(longitude).toFixed(6),
      roundDegrees(latitude).toFixed(6),
      site.holder,
      site.supervisor,
      site.state,
    ]
  })
  return [HEADINGS.sites, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}
