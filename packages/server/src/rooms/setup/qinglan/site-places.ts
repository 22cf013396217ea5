import type { AreaRow } from './area-row.ts'
import type { CityAreas } from './areas.ts'
import type { BaseMap } from './base-map.ts'
import { BROOKS, CITY_RIVER, isWater, LAKES, moatShape, riverReach, shore } from './landscape.ts'
import { CANAL_EAST, distance, type Point, RIVER_NORTH, refine } from './plane.ts'
import { itemAt } from './random.ts'
import { AVENUES, STREETS } from './road-names.ts'
import type { Road } from './roads.ts'
import type { Setting } from './site-types.ts'
import { AVENUE_EAST, ruralness, STREET_NORTH } from './urban-fabric.ts'

/** A spot where a site may be. */
export interface Place {
  point: Point
  community: AreaRow
  /** The road at which it stands and the number of the house. */
  road: string
  houseNumber: number
  /** What the spot itself is called: a park, a river, a crossing. */
  landmark: string
}

const SAMPLE = 0.14
/** Buildings stand this far off the middle of the road (kilometres). */
const SETBACK = 0.034

interface RoadSpot extends Place {
  class: Road['class']
  isBuilding: boolean
}

/** The places of the city by setting. */
export function findPlaces(areas: CityAreas, map: BaseMap): Record<Setting, Place[]> {
  const spots = map.roads
    .filter((road) => road.class !== 'motorway' && !road.name.endsWith('快速路'))
    .flatMap((road) => spotsAlong(road, areas, map))
  const onRoad = spots.filter((spot) => !spot.isBuilding)
  const buildings = spots.filter((spot) => spot.isBuilding)
  const inTown = (spot: Place): boolean => ruralness(spot.point) < 0.96
  const nearest = (point: Point): Place | undefined => nearestTo(point, onRoad)
  const townRoads = onRoad.filter(inTown)
  return {
    mainRoad: townRoads.filter((spot) => spot.class === 'trunk' || spot.class === 'primary'),
    sideRoad: townRoads.filter((spot) => spot.class === 'secondary'),
    lane: townRoads.filter((spot) => spot.class === 'residential'),
    busStop: townRoads.filter((spot) => spot.class !== 'residential'),
    roadside: buildings.filter((spot) => inTown(spot) && spot.class !== 'residential'),
    inside: buildings.filter(inTown),
    oldTown: buildings.filter((spot) => ruralness(spot.point) < 0.5 && moatShape(spot.point) < 1.9),
    townEdge: buildings.filter((spot) => ruralness(spot.point) > 0.78 && ruralness(spot.point) < 1.15),
    outskirts: buildings.filter((spot) => ruralness(spot.point) > 1.25 && ruralness(spot.point) < 1.5),
    square: buildings.filter((spot) => inTown(spot) && spot.class !== 'residential'),
    crossing: crossings(areas),
    community: nearCentres(areas.communities, buildings),
    village: nearCentres(
      areas.communities.filter((community) => community.category === '村'),
      buildings,
    ),
    town: nearCentres(areas.streets, buildings),
    park: named(
      map.parks.map(({ name, heart }) => ({ name, point: heart })),
      areas,
      nearest,
    ),
    scenic: named(
      map.parks
        .slice(0, 14)
        .filter(({ name }) => !name.endsWith('保护林'))
        .map(({ name, heart }) => ({ name, point: heart })),
      areas,
      nearest,
    ),
    waterside: named(banks(), areas, nearest),
  }
}

/** Spots on a road, and building plots on both its sides, where the ground is dry and no park. */
function spotsAlong(road: Road, areas: CityAreas, map: BaseMap): RoadSpot[] {
  const line = refine(road.line, SAMPLE)
  const spots: RoadSpot[] = []
  let walked = 0
  for (let index = 1; index < line.length - 1; index++) {
    const point = itemAt(line, index)
    const before = itemAt(line, index - 1)
    const step = distance(before, point)
    walked += step
    if (step < 0.03 || isWater(point, 0.02)) continue
    const across: Point = [-(point[1] - before[1]) / step, (point[0] - before[0]) / step]
    spots.push(...spotsAt(point, across, road, walked, areas, map))
  }
  return spots
}

/** The spot on the road and the plots left (odd numbers) and right (even numbers) of it. */
function spotsAt(
  point: Point,
  across: Point,
  road: Road,
  walked: number,
  areas: CityAreas,
  map: BaseMap,
): RoadSpot[] {
  return [0, 1, -1].flatMap((side) => {
    const spot: Point = [point[0] + across[0] * side * SETBACK, point[1] + across[1] * side * SETBACK]
    if (side !== 0 && (isWater(spot, 0.015) || map.isGreen(spot))) return []
    const community = areas.communityAt(spot)
    if (!community) return []
    const houseNumber = Math.round(walked * 40) * 2 + (side === 1 ? 1 : 2)
    const facts = { road: road.name, houseNumber, landmark: road.name, class: road.class }
    return [{ point: spot, community, ...facts, isBuilding: side !== 0 }]
  })
}

function nearestTo(point: Point, spots: readonly RoadSpot[]): RoadSpot | undefined {
  let best: RoadSpot | undefined
  let gap = Number.POSITIVE_INFINITY
  for (const spot of spots) {
    const distanceTo = distance(spot.point, point)
    if (distanceTo < gap) {
      gap = distanceTo
      best = spot
    }
  }
  return best
}

/** For each area a building of that area, as near to its middle as there is. */
function nearCentres(rows: readonly AreaRow[], buildings: readonly RoadSpot[]): Place[] {
  const byArea = new Map<string, RoadSpot[]>()
  for (const spot of buildings) {
    for (const code of [spot.community.code, spot.community.parentCode]) {
      const list = byArea.get(code)
      if (list) list.push(spot)
      else byArea.set(code, [spot])
    }
  }
  return rows.flatMap((row) => nearestTo(row.centre, byArea.get(row.code) ?? []) ?? [])
}

function crossings(areas: CityAreas): Place[] {
  return AVENUE_EAST.flatMap((east, column) =>
    STREET_NORTH.flatMap((north, row) => {
      const point: Point = [east, north]
      const community =
        ruralness(point) < 0.92 && !isWater(point, 0.03) ? areas.communityAt(point) : undefined
      const [avenue, street] = [itemAt(AVENUES, column), itemAt(STREETS, row)]
      return community
        ? [{ point, community, road: street, houseNumber: 0, landmark: `${street}${avenue}` }]
        : []
    }),
  )
}

/** Points on the banks of rivers, brooks and lakes. */
function banks(): { name: string; point: Point }[] {
  const along = Array.from({ length: 22 }, (_, index) => -9 + index * 0.9)
  const river = along.map((east, index): { name: string; point: Point } => {
    const side = index % 2 === 0 ? 1 : -1
    return { name: CITY_RIVER, point: [east, RIVER_NORTH + side * (riverReach(east) + 0.02)] }
  })
  const canal = along.map((north): { name: string; point: Point } => ({
    name: '永济运河',
    point: [CANAL_EAST - 0.06, north],
  }))
  const brooks = BROOKS.flatMap((brook) =>
    [0.2, 0.4, 0.6, 0.8].map((share): { name: string; point: Point } => {
      const north = brook.from + (brook.to - brook.from) * share
      return { name: brook.name, point: [brook.east(north) + brook.reach + 0.015, north] }
    }),
  )
  const lakes = LAKES.map((lake) => ({ name: lake.name, point: itemAt(shore(lake, 0.02), 40) }))
  return [...river, ...canal, ...brooks, ...lakes]
}

function named(
  spots: readonly { name: string; point: Point }[],
  areas: CityAreas,
  nearest: (point: Point) => Place | undefined,
): Place[] {
  return spots.flatMap(({ name, point }) => {
    const community = areas.communityAt(point)
    const access = nearest(point)
    if (!community || !access) return []
    return [{ point, community, road: access.road, houseNumber: access.houseNumber, landmark: name }]
  })
}
