import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import gcoordModule from 'gcoord'
import type { Feature, FeatureCollection, LineString, Polygon, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type QinglanFiles, writeQinglan } from './write.ts'

type Row = Record<string, string>
type Boundary = Feature<Polygon, { 编码: string; 名称: string; 级别: string }>

// typed as an ES module, loaded as CommonJS: the default import is the module itself
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default']
const folders: string[] = []
const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'qinglan-'))
  folders.push(folder)
  return folder
}
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})

async function sheetRows(path: string): Promise<Row[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: 8 }, (_, index) => row.getCell(index + 1).text))
  })
  const [headings = [], ...body] = rows
  return body.map((cells) =>
    Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
  )
}

const fingerprints = async (folder: string): Promise<Row> => {
  const names = (await readdir(folder)).sort()
  const hashes = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex'),
  ])
  return Object.fromEntries(await Promise.all(hashes))
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

type Corner = readonly [number, number]
const turns = (a: Corner, b: Corner, c: Corner): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Whether two sides of the ring that do not follow one another meet; compares all pairs, so that it is easy to trust. */
function crossesItself(ring: readonly Position[]): boolean {
  const corners = ring.map(([east = 0, north = 0]): Corner => [east, north])
  const sides = corners.slice(1).map((to, index): [Corner, Corner] => [corners[index] ?? to, to])
  return sides.some(([a, b], index) =>
    sides.slice(index + 2).some(([c, d], gap) => {
      const isLastToFirst = index === 0 && gap + 2 === sides.length - 1
      return !isLastToFirst && turns(a, b, c) * turns(a, b, d) <= 0 && turns(c, d, a) * turns(c, d, b) <= 0
    }),
  )
}

/** Twice the signed area of all rings in square degrees. */
const areaOf = (polygon: Polygon): number =>
  polygon.coordinates.reduce((sum, ring) => {
    const doubled = ring.slice(1).reduce((total, [east = 0, north = 0], index) => {
      const [fromEast = 0, fromNorth = 0] = ring[index] ?? []
      return total + fromEast * north - east * fromNorth
    }, 0)
    return sum + doubled
  }, 0)

describe('the fictional city 清澜市', () => {
  let folder: string
  let files: QinglanFiles
  let areas: Row[]
  let organizations: Row[]
  let users: Row[]
  let types: Row[]
  let sites: Row[]
  let boundaries: Map<string, Boundary>

  beforeAll(async () => {
    folder = await freshFolder()
    files = await writeQinglan(folder)
    areas = await sheetRows(files.areas)
    organizations = await sheetRows(files.organizations)
    users = await sheetRows(files.users)
    types = await sheetRows(files.siteTypes)
    sites = parse(await readFile(files.sites), { bom: true, columns: true })
    const collection: FeatureCollection = JSON.parse(await readFile(files.boundaries, 'utf8'))
    // every feature of this file is a polygon with the three properties; the tests below would fail otherwise
    boundaries = new Map(
      (collection.features as Boundary[]).map((feature) => [feature.properties.编码, feature]),
    )
  })

  it('is the same to the byte for the same seed', async () => {
    const again = await freshFolder()
    await writeQinglan(again)
    expect(await fingerprints(again)).toEqual(await fingerprints(folder))
  })

  it('is another city for another seed, just as well formed', async () => {
    const other = await freshFolder()
    const otherFiles = await writeQinglan(other, 7)
    expect(await fingerprints(other)).not.toEqual(await fingerprints(folder))
    const rows = await sheetRows(otherFiles.areas)
    expect(rows.filter((row) => row.级别 === '街道')).toHaveLength(28)
  })

  it('says the same in GB18030 as in UTF-8', async () => {
    const other = await freshFolder()
    const { sites: path } = await writeQinglan(other, undefined, { sitesEncoding: 'gb18030' })
    const text = new TextDecoder('gb18030', { fatal: true }).decode(await readFile(path))
    expect(parse(text, { columns: true })).toEqual(sites)
  })

  it('has six districts, 28 streets and towns, communities and grid cells, parents first', () => {
    const count = (level: string): number => areas.filter((row) => row.级别 === level).length
    expect(['市', '区县', '街道'].map(count)).toEqual([1, 6, 28])
    expect(count('社区')).toBeGreaterThan(150)
    expect(count('网格')).toBeGreaterThan(540)
    expect(repeated(areas.map((row) => row.编码 ?? ''))).toEqual([])
    const seen = new Set([''])
    for (const row of areas) {
      expect(seen).toContain(row.上级编码)
      seen.add(row.编码 ?? '')
    }
  })

  it('numbers areas by the rule 6 + 3 + 3 + 3 digits', () => {
    const digits: Row = { 市: '6', 区县: '6', 街道: '9', 社区: '12', 网格: '15' }
    for (const row of areas) {
      expect(row.编码).toMatch(new RegExp(`^9901\\d{${Number(digits[row.级别 ?? '']) - 4}}$`, 'u'))
      if (['街道', '社区', '网格'].includes(row.级别 ?? '')) expect(row.编码?.slice(0, -3)).toBe(row.上级编码)
    }
  })

  it('has a boundary for each area, and no ring crosses itself', () => {
    expect([...boundaries.keys()]).toEqual(areas.map((row) => row.编码))
    const crossed = [...boundaries.values()].filter(({ geometry }) =>
      geometry.coordinates.some(crossesItself),
    )
    expect(crossed.map((feature) => feature.properties.名称)).toEqual([])
  })

  it('divides each area exactly among its children: shared sides run once each way', () => {
    for (const parent of areas.filter((row) => row.级别 !== '网格')) {
      const children = areas.filter((row) => row.上级编码 === parent.编码)
      expect(unpairedSides(children)).toEqual(unpairedSides([parent]))
    }
  })

  const unpairedSides = (rows: readonly Row[]): string[] => {
    const sides = new Set<string>()
    for (const row of rows) {
      for (const ring of boundaries.get(row.编码 ?? '')?.geometry.coordinates ?? []) {
        ring.slice(1).forEach((to, index) => {
          const from = ring[index]?.join() ?? ''
          if (!sides.delete(`${to.join()}>${from}`)) sides.add(`${from}>${to.join()}`)
        })
      }
    }
    return [...sides].sort()
  }

  it('has land in every area', () => {
    for (const feature of boundaries.values()) expect(areaOf(feature.geometry)).toBeGreaterThan(1e-6)
  })

  it('has organizations for campaign, bureaus, districts, streets and communities, parents first', () => {
    const codes = organizations.map((row) => row.编码 ?? '')
    expect(repeated(codes)).toEqual([])
    expect(repeated(organizations.map((row) => row.名称 ?? ''))).toEqual([])
    expect(organizations.filter((row) => row.类别 !== '社区').length).toBeGreaterThanOrEqual(60)
    const areaCodes = new Set(areas.map((row) => row.编码))
    organizations.forEach((row, index) => {
      expect(['', ...codes.slice(0, index)]).toContain(row.上级编码)
      expect(areaCodes).toContain(row.所在区域编码)
    })
  })

  it('gives 110 to 130 users grants over an organization or an area, never both', () => {
    const people = new Set(users.map((row) => row.用户名))
    expect(people.size).toBeGreaterThanOrEqual(110)
    expect(people.size).toBeLessThanOrEqual(130)
    const organizationCodes = new Set(organizations.map((row) => row.编码))
    const areaCodes = new Set(areas.map((row) => row.编码))
    for (const row of users) {
      expect([row.授权单位编码, row.授权区域编码].filter((code) => code !== '')).toHaveLength(1)
      if (row.授权单位编码) expect(organizationCodes).toContain(row.授权单位编码)
      if (row.授权区域编码) expect(areaCodes).toContain(row.授权区域编码)
      expect(organizationCodes).toContain(row.单位编码)
      expect(row.用户名).toMatch(/^[a-z]+\.[a-z]+$/u)
      expect(row.手机号).toMatch(/^1990000\d{4}$/u)
    }
    expect(new Set(users.map((row) => row.角色)).size).toBe(8)
    expect(users.length).toBeGreaterThan(people.size)
  })

  it('lists 1,200 sites of at least 40 types, with known holders and supervisors', () => {
    expect(sites).toHaveLength(1200)
    expect(new Set(sites.map((row) => row.类型)).size).toBeGreaterThanOrEqual(40)
    expect(repeated(sites.map((row) => row.编号 ?? ''))).toEqual([])
    expect(repeated(sites.map((row) => row.名称 ?? ''))).toEqual([])
    const typeNames = new Set(types.map((row) => row.名称))
    const organizationNames = new Set(organizations.map((row) => row.名称))
    for (const row of sites) {
      expect(typeNames).toContain(row.类型)
      expect(organizationNames).toContain(row.属地单位)
      expect(organizationNames).toContain(row.主管单位)
    }
  })

  it('puts every site into one community, of the street that holds it', () => {
    const communities = areas.filter((row) => row.级别 === '社区')
    const holders = new Map(organizations.map((row) => [row.所在区域编码 ?? '', row]))
    for (const site of sites) {
      const found = communities.filter((community) => {
        const boundary = boundaries.get(community.编码 ?? '')
        const position: Position = [Number(site.经度), Number(site.纬度)]
        return (
          boundary &&
          booleanPointInPolygon(
            gcoord.transform(position as [number, number], gcoord.GCJ02, gcoord.WGS84),
            boundary,
          )
        )
      })
      expect(found, site.名称).toHaveLength(1)
      expect(holders.get(found[0]?.上级编码 ?? '')?.名称).toBe(site.属地单位)
    }
  })

  it('comes with its own base map of water, parks and named roads under 1.5 MB', async () => {
    const text = await readFile(files.baseMap, 'utf8')
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000)
    const { features }: FeatureCollection<Polygon | LineString> = JSON.parse(text)
    const ofKind = (kind: string) => features.filter((feature) => feature.properties?.kind === kind)
    expect(ofKind('park').length).toBeGreaterThanOrEqual(40)
    expect(ofKind('water').length).toBeGreaterThanOrEqual(8)
    const roads = ofKind('road')
    expect(new Set(roads.map((road) => road.properties?.class))).toEqual(
      new Set(['motorway', 'trunk', 'primary', 'secondary', 'residential']),
    )
    expect(features.filter((feature) => !feature.properties?.name)).toEqual([])
  })
})
