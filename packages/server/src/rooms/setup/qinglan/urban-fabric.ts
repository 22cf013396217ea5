import { isWater, lakeAt, moatShape } from './landscape.ts'
import { CANAL_EAST, type Point, refine } from './plane.ts'
import { type Dice, itemAt } from './random.ts'
import { AVENUES, laneNames, STREETS } from './road-names.ts'
import { openPieces, type Road, type RoadClass, thin } from './roads.ts'

/** East of the centre of each avenue (north–south), and north of it of each street (east–west); kilometres. */
export const AVENUE_EAST = [
  -9.3, -8.1, -6.8, -5.7, -4.6, -3.5, -2.45, -1.15, 0, 1.1, 2.3, 3.33, 3.88, 5, 6.1, 7.2, 8.4, 9.6,
] as const
export const STREET_NORTH = [
  -9.6, -8.5, -7.5, -6.4, -5.4, -4.5, -3.7, -2.72, -1.85, -0.92, 0, 0.95, 1.9, 2.9, 3.9, 5, 6.1, 7.2, 8.4,
] as const

const AXIS_EAST = 8
const AXIS_NORTH = 10
const PRIMARY_AVENUES = new Set([0, 3, 5, 10, 13, 15, 17])
const PRIMARY_STREETS = new Set([0, 3, 6, 7, 12, 14, 16])

/** How built-up a place is: 1 or less is town, more is country. */
export function ruralness([east, north]: Point): number {
  const angle = Math.atan2(north, east)
  const reach = 8.9 + 0.8 * Math.sin(3 * angle + 0.5) + 0.5 * Math.sin(5 * angle + 1.9)
  return Math.hypot(east, north + 0.5) / reach
}

const STEP = 0.05

/** The grid of avenues and streets, one road for each side of the centre. */
export function gridRoads(): Road[] {
  const avenues = AVENUE_EAST.flatMap((east, index) =>
    gridRoad({ name: itemAt(AVENUES, index), rank: rank(index, AXIS_EAST, PRIMARY_AVENUES) }, (along) => [
      east,
      along,
    ]),
  )
  const streets = STREET_NORTH.flatMap((north, index) =>
    gridRoad({ name: itemAt(STREETS, index), rank: rank(index, AXIS_NORTH, PRIMARY_STREETS) }, (along) => [
      along,
      north,
    ]),
  )
  return [...avenues, ...streets]
}

const rank = (index: number, axis: number, primaries: Set<number>): RoadClass =>
  index === axis ? 'trunk' : primaries.has(index) ? 'primary' : 'secondary'

/** How far out (in ruralness) a road of each class runs, and whether it has bridges. */
const REACH: Record<RoadClass, number> = {
  motorway: 3,
  trunk: 1.2,
  primary: 1.12,
  secondary: 1,
  residential: 0.97,
}

function gridRoad(road: { name: string; rank: RoadClass }, at: (along: number) => Point): Road[] {
  const line = refine([-12, ...BANK_ROADS, 12].map(at), STEP)
  const bridged = road.rank !== 'secondary'
  const isOpen = (point: Point): boolean =>
    ruralness(point) < REACH[road.rank] && lakeAt(point, 0.06) === undefined && (bridged || !isRiver(point))
  return openPieces(line, isOpen, 8).map((piece) => ({
    class: road.rank,
    name: road.name,
    line: thin(piece, 4),
  }))
}

const BANK_ROADS = [-3.7, -2.72] as const
const isRiver = ([, north]: Point): boolean => north > BANK_ROADS[0] + 1e-6 && north < BANK_ROADS[1] - 1e-6

/** The ground between two avenues and two streets. */
export interface Block {
  west: number
  east: number
  south: number
  north: number
  centre: Point
}

export function blocks(): Block[] {
  const found: Block[] = []
  for (let column = 1; column < AVENUE_EAST.length; column++) {
    for (let row = 1; row < STREET_NORTH.length; row++) {
      const west = itemAt(AVENUE_EAST, column - 1)
      const east = itemAt(AVENUE_EAST, column)
      const south = itemAt(STREET_NORTH, row - 1)
      const north = itemAt(STREET_NORTH, row)
      const centre: Point = [(west + east) / 2, (south + north) / 2]
      const isRiverbed = isRiver(centre)
      const isCanal = Math.abs(centre[0] - CANAL_EAST) < 0.1
      if (!isRiverbed && !isCanal && ruralness(centre) < 0.99)
        found.push({ west, east, south, north, centre })
    }
  }
  return found
}

/** Lanes inside the blocks; `isGreen` keeps them out of parks. */
export function laneRoads(dice: Dice, isGreen: (point: Point) => boolean): Road[] {
  const nextName = laneNames(dice)
  const isOpen = (point: Point): boolean =>
    !isWater(point, 0.025) && !isGreen(point) && ruralness(point) < 0.98
  return blocks().flatMap((block) => {
    const isOld = moatShape(block.centre) < 1
    return blockLines(block, dice, isOld).flatMap((line) => {
      const name = nextName(isOld ? 'old' : 'new')
      return openPieces(refine(line, STEP), isOpen, 4).map(
        (piece): Road => ({ class: 'residential', name, line: thin(piece, 5) }),
      )
    })
  })
}

/** Lines across a block: some go through, some end at a line that crosses them. */
function blockLines(block: Block, dice: Dice, isOld: boolean): Point[][] {
  const rural = ruralness(block.centre)
  if (!isOld && dice.chance(rural > 0.8 ? 0.3 : 0.04)) return []
  const density = isOld ? 5 : rural < 0.55 ? 4 : rural < 0.8 ? 3 : 2
  const columns = cuts(block.west, block.east, dice.integer(density - 1, density), dice)
  const rows = cuts(block.south, block.north, dice.integer(density - 1, density), dice)
  const upright = columns.map((east): Point[] => {
    const [from, to] = extent(block.south, block.north, rows, dice)
    return [
      [east, from],
      [east, to],
    ]
  })
  const level = rows.map((north): Point[] => {
    const [from, to] = extent(block.west, block.east, columns, dice)
    return [
      [from, north],
      [to, north],
    ]
  })
  return [...upright, ...level]
}

function cuts(low: number, high: number, pieces: number, dice: Dice): number[] {
  const width = (high - low) / pieces
  return Array.from(
    { length: Math.max(0, pieces - 1) },
    (_, index) => low + width * (index + 1 + dice.between(-0.18, 0.18)),
  )
}

function extent(low: number, high: number, stops: readonly number[], dice: Dice): [number, number] {
  if (stops.length === 0 || dice.chance(0.55)) return [low, high]
  const stop = dice.pick(stops)
  return dice.chance(0.5) ? [low, stop] : [stop, high]
}
