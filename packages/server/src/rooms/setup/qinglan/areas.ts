import { CITY, DISTRICTS, type DistrictPlan, placeNames } from './area-names.ts'
import type { AreaLevel, AreaRow } from './area-row.ts'
import { communityFinder } from './community-finder.ts'
import { type Outliner, outlinerFor } from './outlines.ts'
import { cutPlan, type Partition } from './partition.ts'
import { distance, groundRing, type Point } from './plane.ts'
import { diceFor, itemAt } from './random.ts'
import {
  divide,
  growRegions,
  middleOf,
  nearestCell,
  neighboursIn,
  spreadStarts,
  stepCostIn,
} from './regions.ts'

/** The city divided from the whole down to grid cells (单元网格); parents stand before their children. */
export interface CityAreas {
  rows: AreaRow[]
  districts: AreaRow[]
  streets: AreaRow[]
  communities: AreaRow[]
  gridCells: AreaRow[]
  /** The community that wholly holds a circle of 8 m round the point; undefined outside and on borders. */
  communityAt(point: Point): AreaRow | undefined
}

const CELLS_PER_COMMUNITY = 3.5
const serial = (index: number): string => String(index + 1).padStart(3, '0')

interface Drawing {
  partition: Partition
  neighbours: Map<number, number[]>
  outliner: Outliner
  names: { urban: string[]; rural: string[] }
  rows: AreaRow[]
}

export function drawAreas(seed: number): CityAreas {
  const partition = cutPlan(diceFor(seed, 'partition'))
  const drawing: Drawing = {
    partition,
    neighbours: neighboursIn(partition),
    outliner: outlinerFor(partition, diceFor(seed, 'outlines')),
    names: placeNames(diceFor(seed, 'area names')),
    rows: [],
  }
  addArea(drawing, { ...CITY, level: '市', category: '市', parentCode: '', cells: partition.cityCells })
  const starts = DISTRICTS.map(({ start }) => nearestCell(partition.cityCells, partition.centres, start))
  const regions = growRegions(
    partition.cityCells,
    starts,
    drawing.neighbours,
    stepCostIn(partition, 200),
    DISTRICTS.map(({ pace }) => pace),
  )
  DISTRICTS.forEach((plan, index) => {
    addDistrict(drawing, plan, itemAt(regions, index))
  })
  const ofLevel = (level: AreaLevel): AreaRow[] => drawing.rows.filter((row) => row.level === level)
  const communities = ofLevel('社区')
  const gridCells = ofLevel('网格')
  return {
    rows: [...ofLevel('市'), ...ofLevel('区县'), ...ofLevel('街道'), ...communities, ...gridCells],
    districts: ofLevel('区县'),
    streets: ofLevel('街道'),
    communities,
    gridCells,
    communityAt: communityFinder(partition, gridCells, communities),
  }
}

type AreaFacts = Pick<AreaRow, 'code' | 'name' | 'level' | 'category' | 'parentCode' | 'cells'>

function addArea(drawing: Drawing, facts: AreaFacts): void {
  drawing.rows.push({
    ...facts,
    validFrom: facts.level === '网格' ? '2020-07-01' : '2018-01-01',
    centre: middleOf(facts.cells, drawing.partition.centres),
    outline: drawing.outliner(facts.cells),
  })
}

/** Regions in the order of their distance from the city centre: the first is the seat. */
const outwards = (regions: number[][], { partition }: Drawing): number[][] =>
  [...regions].sort(
    (a, b) =>
      distance(middleOf(a, partition.centres), [0, 0]) - distance(middleOf(b, partition.centres), [0, 0]),
  )

function addDistrict(drawing: Drawing, plan: DistrictPlan, cells: number[]): void {
  const { code, name, category, streets } = plan
  addArea(drawing, { code, name, level: '区县', category, parentCode: CITY.code, cells })
  const starts = streets.map(([, east, north]) =>
    nearestCell(cells, drawing.partition.centres, [east, north]),
  )
  const regions = divide(cells, starts, drawing.partition, drawing.neighbours)
  const counters = { 街道: 1, 镇: 100 }
  regions.forEach((region, index) => {
    const [streetName] = itemAt(streets, index)
    const streetCategory = streetName.endsWith('镇') ? '镇' : '街道'
    const streetCode = code + String(counters[streetCategory]++).padStart(3, '0')
    addStreet(
      drawing,
      { code: streetCode, name: streetName, category: streetCategory, parentCode: code },
      region,
    )
  })
}

function addStreet(
  drawing: Drawing,
  street: { code: string; name: string; category: '街道' | '镇'; parentCode: string },
  cells: number[],
): void {
  addArea(drawing, { ...street, level: '街道', cells })
  const count = Math.max(3, Math.round(cells.length / CELLS_PER_COMMUNITY))
  const starts = spreadStarts(cells, drawing.partition.centres, count)
  const regions = outwards(divide(cells, starts, drawing.partition, drawing.neighbours), drawing)
  const counters = { 社区: 1, 村: 200 }
  regions.forEach((region, index) => {
    const category = street.category === '镇' && index > 1 ? '村' : '社区'
    const stem =
      index === 0
        ? street.name.replace(/街道|镇/u, '')
        : ((category === '村' ? drawing.names.rural : drawing.names.urban).pop() ?? serial(index))
    const code = street.code + String(counters[category]++).padStart(3, '0')
    addCommunity(drawing, { code, name: stem + category, category, parentCode: street.code }, region)
  })
}

function addCommunity(
  drawing: Drawing,
  community: { code: string; name: string; category: '社区' | '村'; parentCode: string },
  cells: number[],
): void {
  addArea(drawing, { ...community, level: '社区', cells })
  const { centres } = drawing.partition
  const ordered = [...cells].sort((a, b) => itemAt(centres, b)[1] - itemAt(centres, a)[1])
  ordered.forEach((cell, index) => {
    addArea(drawing, {
      code: community.code + serial(index),
      name: `${community.name}第${itemAt('一二三四五六七八九十', index)}网格`,
      level: '网格',
      category: '网格',
      parentCode: community.code,
      cells: [cell],
    })
  })
}

/** The GeoJSON geometry of an area, in WGS84. */
export const areaPolygon = ({
  outline,
}: AreaRow): { type: 'Polygon'; coordinates: [number, number][][] } => ({
  type: 'Polygon',
  coordinates: [groundRing(outline.outer), ...outline.holes.map((hole) => groundRing(hole, true))],
})
