import { CANAL_EAST, type Point, RIVER_NORTH, refine } from './plane.ts'

/** A piece of water or green on the plan. */
export interface Patch {
  name: string
  outline: Point[]
  holes: Point[][]
}

/** How far the drawn country reaches from the centre, in kilometres. */
export const HORIZON = 25

export const CITY_RIVER = '清澜江'
const ISLAND = { east: -1.6, length: 1.15, name: '白鹭洲公园' }

const islandSwell = (east: number): number => Math.exp(-(((east - ISLAND.east) / 1.5) ** 2))

/** Half the river's width in kilometres where the plan is `east` of the centre. */
export const riverReach = (east: number): number =>
  0.19 + 0.025 * Math.sin(east / 2.3) + 0.012 * Math.sin(east / 0.9) + 0.15 * islandSwell(east)

const CANAL_REACH = 0.042

/** A brook (支流) that runs north from the river; its line on the plan as a function of north. */
interface Brook {
  name: string
  east: (north: number) => number
  from: number
  to: number
  reach: number
}
export const BROOKS: readonly Brook[] = [
  {
    name: '兰溪',
    east: (north) => -7.25 + 0.12 * Math.sin(north / 0.8) + 0.9 * Math.sin((north + 3.2) / 7.5),
    from: RIVER_NORTH,
    to: 11.6,
    reach: 0.03,
  },
  {
    name: '梅溪',
    east: (north) => 8.4 + 0.2 * Math.sin(north / 1.1) + 1.6 * Math.sin((north + 3.2) / 6),
    from: -17.5,
    to: RIVER_NORTH,
    reach: 0.028,
  },
]

export interface Lake {
  name: string
  centre: Point
  radius: number
  phase: number
}
export const LAKES: readonly Lake[] = [
  { name: '镜湖', centre: [-6.15, 5.35], radius: 0.78, phase: 0.4 },
  { name: '月牙湖', centre: [1.5, -7.3], radius: 0.5, phase: 2.2 },
  { name: '白鹭湖', centre: [11.6, 5.6], radius: 1.15, phase: 1.1 },
  { name: '东荡', centre: [11.3, -8.9], radius: 1.3, phase: 3.1 },
  { name: '白沙湖', centre: [-13.4, -7.4], radius: 1.05, phase: 4.4 },
  { name: '云溪水库', centre: [-6.4, 12.3], radius: 1.25, phase: 5.2 },
  { name: '南漾', centre: [-3.2, -14.4], radius: 0.95, phase: 0.9 },
]

/** The distance from the lake's centre to its shore in the direction of an angle (radians). */
export const lakeReach = (lake: Lake, angle: number): number =>
  lake.radius *
  (1 +
    0.17 * Math.sin(2 * angle + lake.phase) +
    0.1 * Math.sin(3 * angle + 2 * lake.phase) +
    0.05 * Math.sin(7 * angle + lake.phase))

/** The shore of a lake, moved outwards by `margin` kilometres. */
export const shore = (lake: Lake, margin = 0, steps = 72): Point[] =>
  Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI
    const reach = lakeReach(lake, angle) + margin
    return [lake.centre[0] + reach * Math.cos(angle), lake.centre[1] + reach * Math.sin(angle)]
  })

/** The lake whose shore, widened by `margin`, holds the point; or undefined. */
export const lakeAt = ([east, north]: Point, margin = 0): Lake | undefined =>
  LAKES.find((lake) => {
    const across = east - lake.centre[0]
    const up = north - lake.centre[1]
    return Math.hypot(across, up) < lakeReach(lake, Math.atan2(up, across)) + margin
  })

/** The moat (护城河) round the old town: a rounded square. */
export const OLD_TOWN = { centre: [0, -0.02] as Point, reach: [1.52, 1.37] as Point }
export const moatShape = ([east, north]: Point): number =>
  (Math.abs((east - OLD_TOWN.centre[0]) / OLD_TOWN.reach[0]) ** 8 +
    Math.abs((north - OLD_TOWN.centre[1]) / OLD_TOWN.reach[1]) ** 8) **
  (1 / 8)

const moatRing = (margin: number): Point[] =>
  Array.from({ length: 96 }, (_, step) => {
    const angle = (step / 96) * 2 * Math.PI
    const direction: Point = [Math.cos(angle), Math.sin(angle)]
    const scale = 1 / moatShape([OLD_TOWN.centre[0] + direction[0], OLD_TOWN.centre[1] + direction[1]])
    return [
      OLD_TOWN.centre[0] + direction[0] * (scale + margin),
      OLD_TOWN.centre[1] + direction[1] * (scale + margin),
    ]
  })

/** Whether the point is in water or nearer to it than `margin` kilometres. */
export function isWater(point: Point, margin = 0): boolean {
  const [east, north] = point
  const offRiver = Math.abs(north - RIVER_NORTH)
  if (offRiver < riverReach(east) + margin) return !onIsland(point)
  if (Math.abs(east - CANAL_EAST) < CANAL_REACH + margin) return true
  if (Math.abs(moatShape(point) - 1) < 0.018 + margin / 1.4) return true
  return onBrook(point, margin) || lakeAt(point, margin) !== undefined
}

const onBrook = ([east, north]: Point, margin: number): boolean =>
  BROOKS.some(
    (brook) =>
      north > brook.from && north < brook.to && Math.abs(east - brook.east(north)) < brook.reach + margin,
  )

const onIsland = ([east, north]: Point): boolean =>
  Math.abs(east - ISLAND.east) < ISLAND.length && Math.abs(north - RIVER_NORTH) < islandReach(east)

const islandReach = (east: number): number => {
  const along = (east - ISLAND.east) / ISLAND.length
  return Math.max(0, 0.16 * (1 - along * along) ** 0.8 * (1 + 0.15 * Math.sin(east * 7)))
}

/** A band along a line, from its two edges. */
function band(length: readonly number[], edge: (along: number, side: 1 | -1) => Point): Point[] {
  return [...length.map((along) => edge(along, 1)), ...[...length].reverse().map((along) => edge(along, -1))]
}

const stretch = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)

const islandOutline = (): Point[] =>
  band(
    stretch(ISLAND.east - ISLAND.length, ISLAND.east + ISLAND.length, ISLAND.length / 12),
    (east, side) => [east, RIVER_NORTH + side * islandReach(east)],
  )

export const islandPark = (): Patch => ({ name: ISLAND.name, outline: islandOutline(), holes: [] })

/** Every piece of water. */
export function waters(): Patch[] {
  const lengthwise = stretch(-HORIZON, HORIZON, 0.2)
  const river = band(lengthwise, (east, side) => [east, RIVER_NORTH + side * riverReach(east)])
  const canal = band(lengthwise, (north, side) => [CANAL_EAST + side * CANAL_REACH, north])
  const brooks = BROOKS.map((brook) => ({
    name: brook.name,
    outline: band(stretch(brook.from, brook.to, 0.15), (north, side) => [
      brook.east(north) + side * brook.reach,
      north,
    ]),
    holes: [],
  }))
  const lakes = LAKES.map((lake) => ({ name: lake.name, outline: refine(shore(lake), 0.3), holes: [] }))
  return [
    { name: CITY_RIVER, outline: river, holes: [islandOutline()] },
    { name: '永济运河', outline: canal, holes: [] },
    { name: '护城河', outline: moatRing(0.022), holes: [moatRing(-0.022)] },
    ...brooks,
    ...lakes,
  ]
}
