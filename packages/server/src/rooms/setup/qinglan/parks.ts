import {
  islandPark,
  isWater,
  LAKES,
  type Lake,
  lakeReach,
  moatShape,
  type Patch,
  riverReach,
  shore,
} from './landscape.ts'
import { CANAL_EAST, type Point, RIVER_NORTH, refine, ringHolds } from './plane.ts'
import { type Dice, itemAt } from './random.ts'
import { type Block, blocks, ruralness } from './urban-fabric.ts'

export interface Park extends Patch {
  /** A place inside the park and not in water. */
  heart: Point
}

const PARK_STEMS = [
  '清澜中央',
  '丹枫',
  '凤鸣',
  '海棠',
  '玉兰',
  '芦汀',
  '青榆',
  '红叶',
  '紫藤',
  '听涛',
  '揽月',
  '松风',
  '竹影',
  '荷香',
  '梧桐',
  '朝晖',
  '晚晴',
  '问渠',
  '采薇',
  '溪山',
  '望湖',
  '春晓',
  '银杏',
  '桃李',
  '南山',
  '雁鸣',
  '观澜',
  '惠风',
  '和畅',
  '星河',
  '稻香',
  '石榴',
  '樱花',
  '雅集',
  '邻里',
  '青年',
  '知行',
  '百果',
  '云起',
  '鹿鸣',
]
const PARK_KINDS = ['公园', '游园', '公园', '体育公园', '公园', '游园']

/** A rounded rectangle on the plan. */
function plot(centre: Point, reach: Point, dice: Dice): Point[] {
  const power = dice.between(4, 7)
  const skew = dice.between(-0.06, 0.06)
  return Array.from({ length: 48 }, (_, step): Point => {
    const angle = (step / 48) * 2 * Math.PI
    const scale = (Math.abs(Math.cos(angle)) ** power + Math.abs(Math.sin(angle)) ** power) ** (-1 / power)
    const across = reach[0] * scale * Math.cos(angle)
    return [centre[0] + across, centre[1] + reach[1] * scale * Math.sin(angle) + skew * across]
  })
}

/** An uneven round shape. */
function blob(centre: Point, radius: number, phase: number): Point[] {
  const lake: Lake = { name: '', centre, radius, phase }
  return shore(lake, 0, 48)
}

/** A quarter of the block or so, or nearly all of it. */
function blockPark(block: Block, name: string, whole: boolean, dice: Dice): Park {
  const width = block.east - block.west
  const height = block.north - block.south
  const share = whole ? 0.44 : dice.between(0.15, 0.25)
  const reach: Point = [width * share, height * (whole ? 0.44 : dice.between(0.15, 0.25))]
  const gap = 0.03
  const centre: Point = whole
    ? block.centre
    : [
        dice.chance(0.5) ? block.west + reach[0] + gap : block.east - reach[0] - gap,
        dice.chance(0.5) ? block.south + reach[1] + gap : block.north - reach[1] - gap,
      ]
  return { name, outline: plot(centre, reach, dice), holes: [], heart: centre }
}

function townParks(dice: Dice): Park[] {
  const isFree = ({ centre }: Block): boolean =>
    !isWater(centre, 0.45) && Math.abs(moatShape(centre) - 1) > 0.25 && ruralness(centre) < 0.95
  const chosen: Block[] = []
  for (const block of dice.shuffle(blocks().filter(isFree))) {
    const isApart = chosen.every(
      (other) => Math.hypot(other.centre[0] - block.centre[0], other.centre[1] - block.centre[1]) > 1.25,
    )
    if (isApart) chosen.push(block)
  }
  return chosen
    .slice(0, PARK_STEMS.length)
    .sort((a, b) => Math.hypot(...a.centre) - Math.hypot(...b.centre))
    .map((block, index) =>
      blockPark(
        block,
        itemAt(PARK_STEMS, index) + itemAt(PARK_KINDS, index % PARK_KINDS.length),
        index % 7 === 0,
        dice,
      ),
    )
}

/** Green between the river and the road on its bank. */
function riverside(name: string, from: number, to: number, side: 1 | -1): Park {
  const easts = Array.from({ length: 15 }, (_, index) => from + ((to - from) * index) / 14)
  const water = easts.map((east): Point => [east, RIVER_NORTH + side * (riverReach(east) + 0.012)])
  const road = [...easts].reverse().map((east, index): Point => {
    const isEnd = index === 0 || index === easts.length - 1
    return [east, RIVER_NORTH + side * Math.max(riverReach(east) + 0.03, isEnd ? 0.3 : 0.455)]
  })
  const middle = (from + to) / 2
  return {
    name,
    outline: [...water, ...road],
    holes: [],
    heart: [middle, RIVER_NORTH + side * (riverReach(middle) + 0.05)],
  }
}

/** Green along the canal, on its western bank. */
function canalside(name: string, from: number, to: number): Park {
  const outline = refine(
    [
      [CANAL_EAST - 0.055, from],
      [CANAL_EAST - 0.055, to],
      [CANAL_EAST - 0.235, to],
      [CANAL_EAST - 0.235, from],
    ],
    0.25,
  )
  return { name, outline, holes: [], heart: [CANAL_EAST - 0.15, (from + to) / 2] }
}

/** Green round a lake, wider on one side. */
function lakeside(lake: Lake, name: string): Park {
  const outline = Array.from({ length: 72 }, (_, step): Point => {
    const angle = (step / 72) * 2 * Math.PI
    const reach = lakeReach(lake, angle) + 0.11 + 0.16 * lake.radius * (1 + Math.sin(angle + lake.phase))
    return [lake.centre[0] + reach * Math.cos(angle), lake.centre[1] + reach * Math.sin(angle)]
  })
  const heart: Point = [lake.centre[0], lake.centre[1] + lakeReach(lake, Math.PI / 2) + 0.05]
  return { name, outline, holes: [shore(lake)], heart }
}

const HILLS: readonly { name: string; centre: Point; radius: number; phase: number }[] = [
  { name: '云岭森林公园', centre: [-1.2, 15.2], radius: 1.7, phase: 0.7 },
  { name: '云岭森林公园', centre: [1.9, 16], radius: 1.2, phase: 3.7 },
  { name: '梅山林场', centre: [-13.2, 3.6], radius: 1.5, phase: 2.4 },
  { name: '高塘林场', centre: [-10.4, 9.4], radius: 1.3, phase: 1.5 },
  { name: '南山风景区', centre: [3.2, -14.6], radius: 1.6, phase: 5 },
  { name: '凤凰山公园', centre: [12.4, 10.2], radius: 1.2, phase: 4.1 },
  { name: '龟山公园', centre: [-9.9, -12.1], radius: 1.1, phase: 0.2 },
]

/** Every park (公园), strip of green and wood. */
export function drawParks(dice: Dice): Park[] {
  const lakesides = LAKES.map((lake) =>
    lakeside(lake, lake.name.endsWith('水库') ? '云溪水源保护林' : `${lake.name}公园`),
  )
  const hills = HILLS.map((hill) => ({
    name: hill.name,
    outline: blob(hill.centre, hill.radius, hill.phase),
    holes: [],
    heart: hill.centre,
  }))
  return [
    ...hills,
    ...lakesides,
    ...townParks(dice),
    riverside('滨江公园', -6.3, -2.6, 1),
    riverside('望江公园', -1.05, 1, -1),
    riverside('滨江文化公园', 0.1, 2.2, 1),
    riverside('芦花滩湿地公园', 5.1, 8.2, -1),
    riverside('澄江绿廊', 4.0, 7, 1),
    canalside('运河公园', -2.6, -0.2),
    canalside('运河文化公园', 1, 3.8),
    { ...islandPark(), heart: [-1.6, RIVER_NORTH] },
  ]
}

export type GreenFinder = (point: Point) => boolean

/** Tells whether a point lies in one of the parks. */
export function greenFinder(parks: readonly Park[]): GreenFinder {
  const framed = parks.map((park) => ({
    park,
    west: Math.min(...park.outline.map(([east]) => east)),
    east: Math.max(...park.outline.map(([east]) => east)),
  }))
  return (point) =>
    framed.some(
      ({ park, west, east }) => point[0] > west && point[0] < east && ringHolds(park.outline, point),
    )
}
