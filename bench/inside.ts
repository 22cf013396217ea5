/** What is measured inside the process, without HTTP. */
import { type CriterionToTie, type ItemToTie, proposeTies } from '../packages/domain/src/index.ts'
import { createAreaIndex, type IndexedArea } from '../packages/server/src/platform/geo/index.ts'
import { print } from './figures.ts'

const AREAS = 5000
const CORNERS = 60
const POINTS = 10_000
const RADIUS = 0.007

function surface(longitude: number, latitude: number): IndexedArea['geometry'] {
  const ring = Array.from({ length: CORNERS }, (_, corner): [number, number] => {
    const turn = (2 * Math.PI * corner) / CORNERS
    return [longitude + RADIUS * Math.cos(turn), latitude + RADIUS * Math.sin(turn)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [longitude, latitude]]] }
}

/** The area of a point, inside the server: among 5,000 areas of 60 corners. */
export function measureAreaOfPoint(): void {
  const areas = Array.from(
    { length: AREAS },
    (_, at): IndexedArea => ({
      id: String(at),
      level: 'gridCell',
      geometry: surface(121 + (at % 100) / 100, 30 + Math.floor(at / 100) / 100),
    }),
  )
  const index = createAreaIndex(areas)
  const started = performance.now()
  for (let at = 0; at < POINTS; at++) index.at(121 + (at % 97) / 97, 30 + (at % 89) / 200)
  print({ name: 'areaOfPoint', value: (performance.now() - started) / POINTS, unit: 'ms', target: '≤1' })
}

const SUBJECTS = [
  '消防通道',
  '整洁有序',
  '垃圾分类',
  '无障碍设施',
  '公益广告',
  '志愿服务',
  '停车有序',
  '路面平整',
]
const wordsAt = (at: number): string =>
  `${SUBJECTS[at % 8]}与${SUBJECTS[(at * 3) % 8]}第${at}处${SUBJECTS[(at * 5) % 8]}`

/** Ties proposed from the texts of 858 items and 300 criteria. */
export function measureProposals(): void {
  const items = Array.from(
    { length: 858 },
    (_, at): ItemToTie => ({
      id: `i${at}`,
      text: wordsAt(at),
      dimension: '公共环境',
      checklistName: '检查表',
      siteTypeIds: [],
    }),
  )
  const criteria = Array.from(
    { length: 300 },
    (_, at): CriterionToTie => ({
      id: `c${at}`,
      text: wordsAt(at + 1),
      above: [],
      methods: ['siteInspection'],
      siteTypeIds: [],
    }),
  )
  const started = performance.now()
  proposeTies(items, criteria)
  print({ name: 'proposeTies', value: performance.now() - started, unit: 'ms', target: '≤1000' })
}
