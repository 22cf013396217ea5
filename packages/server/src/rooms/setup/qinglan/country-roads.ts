import type { AreaRow } from './area-row.ts'
import type { CityAreas } from './areas.ts'
import { isWater } from './landscape.ts'
import type { GreenFinder } from './parks.ts'
import { between, CANAL_EAST, distance, type Point, RIVER_NORTH, refine } from './plane.ts'
import { type Dice, itemAt } from './random.ts'
import { roundLakes } from './ring-roads.ts'
import { openPieces, type Road, type RoadClass, thin } from './roads.ts'
import { ruralness } from './urban-fabric.ts'

/** A place outside the town that roads lead to. */
interface Place {
  name: string
  centre: Point
}

/** The bare name of a place: 柳湾 for 柳湾村 and for 柳湾村第二网格. */
const stem = (name: string): string => name.replace(/(街道|镇|社区|村)(第.网格)?$/u, '')

interface Countryside {
  towns: Place[]
  villages: Place[]
  hamlets: Place[]
}

/** Places outside the town, on dry ground and not in a wood. */
function countryside(areas: CityAreas, isGreen: GreenFinder): Countryside {
  const beyond = (rows: readonly AreaRow[], ruralFrom: number): Place[] =>
    rows
      .filter(({ centre }) => ruralness(centre) > ruralFrom && !isWater(centre, 0.1) && !isGreen(centre))
      .map((area) => ({ name: stem(area.name), centre: area.centre }))
  const towns = beyond(areas.streets, 1.15)
  const villages = beyond(areas.communities, 1.06).filter((place) => isApartFrom(towns, place))
  const hamlets = beyond(areas.gridCells, 1.1).filter((place) => isApartFrom([...towns, ...villages], place))
  return { towns, villages, hamlets }
}

const isApartFrom = (others: readonly Place[], place: Place): boolean =>
  others.every((other) => distance(other.centre, place.centre) > 0.6)

/** Roads outside the town: between towns, from towns to villages and hamlets, and the few streets of each. */
export function countryRoads(
  areas: CityAreas,
  town: readonly Road[],
  isGreen: GreenFinder,
  dice: Dice,
): Road[] {
  const ends = town
    .filter((road) => road.class === 'trunk' || road.class === 'primary')
    .flatMap((road) => [itemAt(road.line, 0), itemAt(road.line, road.line.length - 1)])
    .filter((point) => ruralness(point) > 1)
    .map((centre): Place => ({ name: '清', centre }))
  const { towns, villages, hamlets } = countryside(areas, isGreen)
  const highway: Describe = (place, other) => ({
    class: 'primary',
    name: `${place.name.slice(0, 1)}${other.name.slice(0, 1)}公路`,
  })
  const way: Describe = (place) => ({ class: 'secondary', name: `${place.name}路` })
  const track: Describe = (place) => ({ class: 'residential', name: `${place.name}村道` })
  const isOpen = (point: Point): boolean => !isWater(point, 0.03) && !isGreen(point)
  return [
    ...outwardRoads(ends, dice),
    ...connect(towns, ends, highway, dice, () => true),
    ...connect(villages, [...towns, ...ends], way, dice, isSameBank),
    ...connect(hamlets, [...villages, ...towns], track, dice, isSameBank),
    ...towns.flatMap((place) => settlement(place, { count: 4, spacing: 0.3 }, isOpen, dice)),
    ...villages.flatMap((place) => settlement(place, { count: 3, spacing: 0.2 }, isOpen, dice)),
    ...hamlets.flatMap((place) => settlement(place, { count: 2, spacing: 0.15 }, isOpen, dice)),
  ]
}

type Describe = (place: Place, other: Place) => { class: RoadClass; name: string }

/** Some of the town's main roads go on into the neighbouring cities. */
const outwardRoads = (ends: readonly Place[], dice: Dice): Road[] =>
  ends
    .filter((_, index) => index % 3 === 0)
    .map(({ centre }, index): Road => {
      const beyond: Point = [centre[0] * 2.4 + dice.between(-4, 4), centre[1] * 2.4 + dice.between(-4, 4)]
      return {
        class: 'primary',
        name: itemAt(OUTWARD, index % OUTWARD.length),
        line: winding(centre, beyond, dice),
      }
    })

const OUTWARD = ['通清线', '宁清线', '海清线', '泰清线', '阳清线', '川清线']

const isSameBank = (a: Point, b: Point): boolean =>
  a[1] > RIVER_NORTH === b[1] > RIVER_NORTH && a[0] > CANAL_EAST === b[0] > CANAL_EAST

/** Joins each place to the nearest one that is joined already, beginning with the nearest of all. */
function connect(
  places: readonly Place[],
  joined: readonly Place[],
  describe: Describe,
  dice: Dice,
  mayJoin: (a: Point, b: Point) => boolean,
): Road[] {
  const network = [...joined]
  const waiting = [...places].sort((a, b) => Math.hypot(...a.centre) - Math.hypot(...b.centre))
  const roads: Road[] = []
  for (const place of waiting) {
    const nearest = network
      .filter((other) => mayJoin(place.centre, other.centre))
      .sort((a, b) => distance(a.centre, place.centre) - distance(b.centre, place.centre))
    for (const other of nearest.slice(0, dice.chance(0.2) ? 2 : 1)) {
      roads.push({ ...describe(place, other), line: winding(other.centre, place.centre, dice) })
    }
    network.push(place)
  }
  return roads
}

/** A road as the land lets it: two gentle bends, and round every lake. */
function winding(from: Point, to: Point, dice: Dice): Point[] {
  const sway = distance(from, to) * dice.between(-0.09, 0.09)
  const swing = distance(from, to) * dice.between(-0.05, 0.05)
  const across: Point = [-(to[1] - from[1]) / distance(from, to), (to[0] - from[0]) / distance(from, to)]
  const pieces = Math.max(4, Math.ceil(distance(from, to) / 0.2))
  const line = Array.from({ length: pieces + 1 }, (_, piece): Point => {
    const share = piece / pieces
    const off = sway * Math.sin(Math.PI * share) + swing * Math.sin(2 * Math.PI * share)
    const base = between(from, to, share)
    return [base[0] + across[0] * off, base[1] + across[1] * off]
  })
  return roundLakes(line)
}

/** A few short streets, turned as the place likes. */
function settlement(
  { name, centre }: Place,
  { count, spacing }: { count: number; spacing: number },
  isOpen: (point: Point) => boolean,
  dice: Dice,
): Road[] {
  const turn = dice.between(-0.5, 0.5)
  const length = (spacing * count) / 2
  const at = (along: number, off: number): Point => [
    centre[0] + along * Math.cos(turn) - off * Math.sin(turn),
    centre[1] + along * Math.sin(turn) + off * Math.cos(turn),
  ]
  const street = (index: number, isUpright: boolean): Road[] => {
    const off = (index - (count - 1) / 2) * spacing
    const from = -length * dice.between(0.6, 1.1)
    const to = length * dice.between(0.6, 1.1)
    const line = isUpright ? [at(off, from), at(off, to)] : [at(from, off), at(to, off)]
    const lane =
      index === 0
        ? `${name}${isUpright ? '大街' : '老街'}`
        : `${name}${isUpright ? itemAt(['', '东街', '西街', '后街'], index) : itemAt(['', '中街', '新街', '横街'], index)}`
    return openPieces(refine(line, 0.05), isOpen, 3).map(
      (piece): Road => ({ class: 'residential', name: lane, line: thin(piece, 6) }),
    )
  }
  const indexes = Array.from({ length: count }, (_, index) => index)
  return [true, false].flatMap((isUpright) => indexes.flatMap((index) => street(index, isUpright)))
}
