import { HORIZON, LAKES, lakeAt, lakeReach, shore } from './landscape.ts'
import { type Point, refine } from './plane.ts'
import { openPieces, type Road, thin } from './roads.ts'
import { ruralness } from './urban-fabric.ts'

/** A closed ring: a rectangle whose corners are rounded the more, the smaller the power. */
function roundedRing(centre: Point, reach: Point, power: number): Point[] {
  const ring = Array.from({ length: 145 }, (_, step): Point => {
    const angle = (step / 144) * 2 * Math.PI
    const scale = (Math.abs(Math.cos(angle)) ** power + Math.abs(Math.sin(angle)) ** power) ** (-1 / power)
    return [centre[0] + reach[0] * scale * Math.cos(angle), centre[1] + reach[1] * scale * Math.sin(angle)]
  })
  return refine(ring, 0.3)
}

/** A closed box of straight sides with quarter circles at its corners. */
function roundedBox(
  box: { west: number; east: number; south: number; north: number },
  radius: number,
): Point[] {
  const hubs: Point[] = [
    [box.east - radius, box.north - radius],
    [box.west + radius, box.north - radius],
    [box.west + radius, box.south + radius],
    [box.east - radius, box.south + radius],
  ]
  const ring = hubs.flatMap((hub, quarter) =>
    Array.from({ length: 9 }, (_, step): Point => {
      const angle = ((quarter + step / 8) * Math.PI) / 2
      return [hub[0] + radius * Math.cos(angle), hub[1] + radius * Math.sin(angle)]
    }),
  )
  return refine([...ring, ...ring.slice(0, 1)], 0.3)
}

const MOTORWAYS: readonly { name: string; from: Point; via: Point; to: Point }[] = [
  { name: '清云高速', from: [3.4, 10.4], via: [5.2, 16], to: [3, HORIZON] },
  { name: '清兰高速', from: [-4.6, -11.2], via: [-7.2, -17], to: [-6, -HORIZON] },
  { name: '沿江高速', from: [10.9, -1.4], via: [17, 0.6], to: [HORIZON, -0.4] },
  { name: '沿江高速', from: [-10.9, 1.2], via: [-17, 2.6], to: [-HORIZON, 1.4] },
]

const curve = ({ from, via, to }: { from: Point; via: Point; to: Point }): Point[] =>
  Array.from({ length: 25 }, (_, step): Point => {
    const t = step / 24
    const weigh = (axis: 0 | 1): number =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * to[axis]
    return [weigh(0), weigh(1)]
  })

/** Keeps a line off lakes: where it would run through one it follows the shore, the shorter way round. */
export function roundLakes(line: readonly Point[], margin = 0.1): Point[] {
  const dry: Point[] = []
  let wet: Point[] = []
  for (const point of line) {
    if (lakeAt(point, margin)) {
      wet.push(point)
      continue
    }
    dry.push(...shoreInstead(wet, margin), point)
    wet = []
  }
  return [...dry, ...shoreInstead(wet, margin)]
}

/** The shore between where a stretch of points enters a lake and where it leaves it. */
function shoreInstead(wet: readonly Point[], margin: number): Point[] {
  const [first] = wet
  const last = wet.at(-1)
  const lake = first && lakeAt(first, margin)
  if (!lake || !last) return []
  const angleOf = (point: Point): number => Math.atan2(point[1] - lake.centre[1], point[0] - lake.centre[0])
  const from = angleOf(first)
  const turn = Math.atan2(Math.sin(angleOf(last) - from), Math.cos(angleOf(last) - from))
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / 0.09))
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = from + (turn * step) / steps
    const reach = lakeReach(lake, angle) + margin
    return [lake.centre[0] + reach * Math.cos(angle), lake.centre[1] + reach * Math.sin(angle)]
  })
}

/** Roads that go round: the inner ring, the city motorway and its arms, and the roads along the lakes of the town. */
export function ringRoads(): Road[] {
  const shoreRoads = LAKES.filter((lake) => ruralness(lake.centre) < 1.2).flatMap((lake) => {
    const ring = shore(lake, 0.075)
    const [first] = ring
    const closed = first ? refine([...ring, first], 0.1) : []
    return openPieces(closed, () => true).map(
      (line): Road => ({ class: 'secondary', name: `环${lake.name.slice(0, 2)}路`, line: thin(line, 2) }),
    )
  })
  return [
    { class: 'motorway', name: '绕城高速', line: roundLakes(roundedRing([0, -0.4], [10.9, 10.8], 3.4)) },
    ...MOTORWAYS.map(
      (road): Road => ({ class: 'motorway', name: road.name, line: roundLakes(refine(curve(road), 0.3)) }),
    ),
    {
      class: 'trunk',
      name: '内环快速路',
      line: roundedBox({ west: -4.6, east: 6.1, south: -6.4, north: 5 }, 0.7),
    },
    ...shoreRoads,
  ]
}
