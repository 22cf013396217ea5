import type { AreaRow } from './area-row.ts'
import type { CityAreas } from './areas.ts'
import type { BaseMap } from './base-map.ts'
import { streetOrganizationName } from './organizations.ts'
import { distance, type Position, toGround } from './plane.ts'
import { type Dice, itemAt } from './random.ts'
import { findPlaces, type Place } from './site-places.ts'
import { SITE_TYPES, type SiteTypePlan } from './site-types.ts'

/** One row of the register of sites (点位台账); the position is WGS84 here. */
export interface SiteRow {
  code: string
  name: string
  type: string
  address: string
  position: Position
  holder: string
  supervisor: string
  state: '在用' | '暂停'
  community: AreaRow
}

type FoundSite = Omit<SiteRow, 'code'>

/** Sites of one type keep this distance from one another where there is room (kilometres). */
const APART = 0.22
const FANCY_HEADS = [
  '永',
  '锦',
  '瑞',
  '和',
  '翠',
  '云',
  '澜',
  '嘉',
  '景',
  '星',
  '雅',
  '悦',
  '盛',
  '明',
  '朗',
  '书',
  '映',
  '清',
  '望',
  '荣',
]
const FANCY_TAILS = [
  '济',
  '湖',
  '华',
  '悦',
  '园',
  '江',
  '城',
  '岸',
  '苑',
  '庭',
  '景',
  '安',
  '泰',
  '和',
  '丰',
  '源',
  '春',
  '月',
  '溪',
  '兰',
]
const SIDES = ['', '东', '西', '南', '北']

export function listSites(areas: CityAreas, map: BaseMap, dice: Dice): SiteRow[] {
  const places = findPlaces(areas, map)
  const streets = new Map(areas.streets.map((street) => [street.code, street]))
  const districts = new Map(areas.districts.map((district) => [district.code, district]))
  const taken = new Set<string>()
  const found = SITE_TYPES.flatMap((type) =>
    choosePlaces(type, places[type.setting], dice).map((place, index): FoundSite => {
      const street = required(streets, place.community.parentCode)
      const district = required(districts, street.parentCode)
      return {
        name: title(type, place, street, index, taken, dice),
        type: type.name,
        address: address(type, place, street, district),
        position: toGround(place.point),
        holder: streetOrganizationName(street),
        supervisor: type.supervisor,
        state: dice.chance(0.02) ? '暂停' : '在用',
        community: place.community,
      }
    }),
  )
  return found
    .map((site, order) => ({ site, order }))
    .sort((a, b) => a.site.community.code.localeCompare(b.site.community.code, 'en') || a.order - b.order)
    .map(({ site }, index) => ({ code: `DW-${String(index + 1).padStart(6, '0')}`, ...site }))
}

function required(rows: Map<string, AreaRow>, code: string): AreaRow {
  const row = rows.get(code)
  if (!row) throw new RangeError(`No area ${code}`)
  return row
}

/** As many places as the type wants, apart from each other; the rule is given up rather than a site. */
function choosePlaces(type: SiteTypePlan, candidates: readonly Place[], dice: Dice): Place[] {
  const chosen: Place[] = []
  const spare: Place[] = []
  for (const place of dice.shuffle(candidates)) {
    if (chosen.length === type.count) break
    const isApart = chosen.every(
      (other) => distance(other.point, place.point) > APART && !isSameStretch(type, other, place),
    )
    if (isApart) chosen.push(place)
    else spare.push(place)
  }
  return [...chosen, ...spare.slice(0, type.count - chosen.length)]
}

/** A road or river is one site in each street (街道), however long. */
const isSameStretch = (type: SiteTypePlan, a: Place, b: Place): boolean =>
  ['mainRoad', 'sideRoad', 'lane', 'waterside'].includes(type.setting) &&
  a.landmark === b.landmark &&
  a.community.parentCode === b.community.parentCode

const stemOf = (name: string): string => name.replace(/街道|镇|社区|村/u, '')

/** A title not used before: another pattern or another fancy word is tried, then a number is added. */
function title(
  type: SiteTypePlan,
  place: Place,
  street: AreaRow,
  index: number,
  taken: Set<string>,
  dice: Dice,
): string {
  for (let attempt = 0; ; attempt++) {
    const pattern = itemAt(type.titles, (index + attempt) % type.titles.length)
    const name = fill(pattern, place, street, index, dice) + (attempt < 12 ? '' : `（${attempt - 10}）`)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

function fill(pattern: string, place: Place, street: AreaRow, index: number, dice: Dice): string {
  const words: Record<string, string> = {
    street: street.name,
    stem: stemOf(place.community.name),
    road: place.landmark,
    park: place.landmark,
    scenery: place.landmark.replace(/公园$|风景区$|林场$/u, ''),
    water: place.landmark,
    fancy: dice.pick(FANCY_HEADS) + dice.pick(FANCY_TAILS),
    side: SIDES[index % SIDES.length] ?? '',
  }
  return pattern.replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '')
}

function address(type: SiteTypePlan, place: Place, street: AreaRow, district: AreaRow): string {
  const where = `${district.name}${street.name}`
  if (place.community.category === '村')
    return `${where}${place.community.name}${place.road}${place.houseNumber}号`
  if (type.setting === 'crossing') return `${where}${place.landmark}交叉口`
  return `${where}${place.road}${place.houseNumber}号`
}
