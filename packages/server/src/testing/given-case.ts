import { v7 as uuidv7 } from 'uuid'
import { type NewCase, openCases } from '../rooms/cases/index.ts'
import type { TestHouse } from './house.ts'

/** A case opened through the door, as a visit would: by the administrator, at nobody unless somebody is named. */
export async function givenCase(house: TestHouse, given: Partial<NewCase> = {}, city = house.city) {
  const [handed] = await givenCases(house, [given], city)
  if (!handed) throw new Error('no case was opened')
  return handed
}

export const givenCases = (house: TestHouse, given: readonly Partial<NewCase>[], city = house.city) =>
  house.database.transact(city.author, async (tx) =>
    openCases(
      tx,
      given.map((one) => ({ ...somethingWrong(house), ...one })),
    ),
  )

const DAY_MS = 86_400_000
const SOME_DAYS = 3

/** Something wrong at a place that nobody owns, due in three days. */
export const somethingWrong = (house: TestHouse): NewCase => ({
  id: uuidv7(),
  source: { kind: 'finding', id: uuidv7() },
  roundId: null,
  siteId: null,
  placeName: '某处',
  areaId: null,
  districtId: null,
  subdistrictId: null,
  title: '垃圾未清',
  description: '',
  category: '公共环境',
  criterionId: null,
  itemId: null,
  responsible: [],
  because: 'none',
  openedAt: house.now.toISOString(),
  dueAt: new Date(house.now.getTime() + SOME_DAYS * DAY_MS).toISOString(),
  photoRequired: false,
  photos: [],
})
