import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeText } from '../packages/server/src/rooms/setup/qinglan/text-encoding.ts'

/** A small city of two streets, as the files that its clerks would bring. */
const AREAS = `编码,名称,级别,上级编码,类别,生效日期,失效日期
990300,海棠市,市,,,2020-01-01,
99030001,东城区,区县,990300,,2020-01-01,
9903000101,柳林街道,街道（镇）,99030001,街道,2020-01-01,
9903000102,桂花街道,街道（镇）,99030001,街道,2020-01-01,`

const ORGANIZATIONS = `编码,名称,简称,类别,上级编码,所在区域编码,生效日期,失效日期
H01,海棠市创建办,创建办,创建办（文明办）,,990300,2020-01-01,
H02,海棠市住建局,住建局,市直部门,H01,990300,2020-01-01,
H11,柳林街道办,柳林街道,街道（镇）,H01,9903000101,2020-01-01,
H12,桂花街道办,桂花街道,街道（镇）,H01,9903000102,2020-01-01,`

const SITE_TYPES = `编码,名称,分类,说明
market,农贸市场,市场,
toilet,公共厕所,市政,`

const SITES = `编号,名称,类型,地址,经度,纬度,属地单位,主管单位,状态
D-001,柳林农贸市场,农贸市场,柳林路 1 号,110.005,30.005,柳林街道办,海棠市住建局,在用
D-002,柳林路公厕,公共厕所,柳林路 9 号,110.006,30.004,柳林街道办,海棠市住建局,在用
D-003,桂花农贸市场,农贸市场,桂花路 3 号,110.015,30.005,桂花街道办,海棠市住建局,在用`

/** Two squares side by side, about a kilometer each. */
const square = (code: string, name: string, west: number, east: number) => ({
  type: 'Feature',
  properties: { 编码: code, 名称: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 30],
        [east, 30],
        [east, 30.01],
        [west, 30.01],
        [west, 30],
      ],
    ],
  },
})

const BOUNDARIES = JSON.stringify({
  type: 'FeatureCollection',
  features: [square('9903000101', '柳林街道', 110, 110.01), square('9903000102', '桂花街道', 110.01, 110.02)],
})

/** Writes the files; the sites in GB18030, as Excel for Windows saves CSV. */
export async function writeCityFiles(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-files-'))
  const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)
  await put('areas.csv', AREAS)
  await put('boundaries.geojson', BOUNDARIES)
  await put('organizations.csv', ORGANIZATIONS)
  await put('site-types.csv', SITE_TYPES)
  await put('sites.csv', encodeText(SITES, 'gb18030'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export const cityFile = (name: string): string => join(process.env.JOURNEYS_FILES ?? '', name)
