import type { CityAreas } from './areas.ts'
import { countryRoads } from './country-roads.ts'
import { type Patch, waters } from './landscape.ts'
import { drawParks, type GreenFinder, greenFinder, type Park } from './parks.ts'
import { groundLine, groundRing } from './plane.ts'
import { diceFor } from './random.ts'
import { ringRoads } from './ring-roads.ts'
import type { Road } from './roads.ts'
import { gridRoads, laneRoads } from './urban-fabric.ts'

/** Everything drawn under the city's own data, on the plan. */
export interface BaseMap {
  water: Patch[]
  parks: Park[]
  roads: Road[]
  isGreen: GreenFinder
}

export function drawBaseMap(areas: CityAreas, seed: number): BaseMap {
  const parks = drawParks(diceFor(seed, 'parks'))
  const isGreen = greenFinder(parks)
  const main = [...ringRoads(), ...gridRoads()]
  const country = countryRoads(areas, main, isGreen, diceFor(seed, 'country roads'))
  const lanes = laneRoads(diceFor(seed, 'lanes'), isGreen)
  return { water: waters(), parks, roads: [...main, ...country, ...lanes], isGreen }
}

const patchFeature = (kind: 'water' | 'park', patch: Patch): object => ({
  type: 'Feature',
  properties: { kind, name: patch.name },
  geometry: {
    type: 'Polygon',
    coordinates: [groundRing(patch.outline), ...patch.holes.map((hole) => groundRing(hole, true))],
  },
})

/** Features of the base map in drawing order, in WGS84: parks, water above them, then roads from small to large. */
export function baseMapFeatures(map: BaseMap): object[] {
  const order = ['residential', 'secondary', 'primary', 'trunk', 'motorway']
  const roads = [...map.roads].sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class))
  return [
    ...map.parks.map((park) => patchFeature('park', park)),
    ...map.water.map((patch) => patchFeature('water', patch)),
    ...roads.map((road) => ({
      type: 'Feature',
      properties: { kind: 'road', class: road.class, name: road.name },
      geometry: { type: 'LineString', coordinates: groundLine(road.line) },
    })),
  ]
}
