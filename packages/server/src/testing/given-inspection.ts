import { type ChecklistItem, type RoundKind, startingItem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { givenVersion } from './given-version.ts'
import type { World } from './given-world.ts'
import type { Client, TestHouse } from './house.ts'

/** A checklist in use for the site type of a world, whose items feed criteria of a version of their own. */
export type GivenAnswering = {
  readonly checklistId: string
  readonly checklistVersionId: string
  readonly versionId: string
  readonly items: readonly ChecklistItem[]
  /** of each item in turn */
  readonly criterionIds: readonly string[]
}

const TEXTS = ['地面整洁', '无乱停放', '公益广告完好', '设施完好', '无小广告']

/** Items of a checklist: each conforms or not, wants no photo, and is handed over. */
export const givenItems = (count: number, more: Partial<ChecklistItem> = {}): ChecklistItem[] =>
  Array.from({ length: count }, (_, at) => ({
    ...startingItem({
      id: uuidv7(),
      code: String(at + 1),
      text: TEXTS[at] ?? `检查项${at + 1}`,
      dimension: '公共环境',
      photoPurpose: '便于整改前后对比',
    }),
    photo: 'never' as const,
    ...more,
  }))

type Place = Pick<World, 'city' | 'siteTypeId'>

/** Items and the criteria they feed, one each. */
type Feeding = {
  readonly versionId: string
  readonly items: readonly ChecklistItem[]
  readonly criterionIds: readonly string[]
}

/** A checklist in use. Written as rows: the checklists' own tests use their endpoints. */
export async function givenChecklist(
  house: TestHouse,
  { city, siteTypeId }: Place,
  { versionId, items, criterionIds }: Feeding,
): Promise<GivenAnswering> {
  const [checklistId, checklistVersionId] = [uuidv7(), uuidv7()]
  const code = checklistId.slice(-12)
  await house.asOwner(
    `insert into checklist (city_id, id, code, name, kind) values ($1, $2, $3, '检查表' || $3, 'siteType')`,
    [city.id, checklistId, code],
  )
  await house.asOwner(
    `insert into checklist_site_type (city_id, checklist_id, site_type_id) values ($1, $2, $3)`,
    [city.id, checklistId, siteTypeId],
  )
  await house.asOwner(
    `insert into checklist_version (city_id, id, checklist_id, number, state, protocol, items, published_at, updated_at)
     values ($1, $2, $3, 1, 'published', '沿街步行 300 米', $4, now(), now())`,
    [city.id, checklistVersionId, checklistId, JSON.stringify(items)],
  )
  for (const [position, item] of items.entries()) {
    await house.asOwner(
      `insert into checklist_item (city_id, id, checklist_id, code, text, dimension, position) values ($1, $2, $3, $4, $5, $6, $7)`,
      [city.id, item.id, checklistId, item.code, item.text, item.dimension, position],
    )
    await house.asOwner(
      `insert into item_criterion (city_id, version_id, item_id, criterion_id, state) values ($1, $2, $3, $4, 'confirmed')`,
      [city.id, versionId, item.id, criterionIds[position]],
    )
  }
  return { checklistId, checklistVersionId, versionId, items, criterionIds }
}

/** A checklist in use whose items feed the criteria of a published version of their own. */
export async function givenAnswering(
  house: TestHouse,
  place: Place,
  items: readonly ChecklistItem[],
): Promise<GivenAnswering> {
  const { id: versionId, criterionIds } = await givenVersion(house, place.city, {
    criteria: items.map(({ code }) => ({ code: `C${code}` })),
  })
  return givenChecklist(house, place, { versionId, items, criterionIds: [...criterionIds.values()] })
}

type GivenRound = {
  readonly versionId: string
  readonly siteTypeIds: readonly string[]
  readonly siteIds?: readonly string[]
  readonly kind?: RoundKind
  readonly name?: string
  readonly teams?: readonly {
    readonly id?: string
    readonly name: string
    readonly memberIds: readonly string[]
  }[]
}

/** A round from 1 November to 31 December 2026 with three days to rectify, planned through the endpoints. */
export async function givenRound(office: Client, given: GivenRound) {
  const id = uuidv7()
  const answer = await office.send('POST', '/api/rounds', {
    id,
    name: given.name ?? `批次${id.slice(-6)}`,
    kind: given.kind ?? 'daily',
    versionId: given.versionId,
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    rectifyDays: 3,
    siteTypeIds: given.siteTypeIds,
  })
  let round = answer.json()
  const basedOn = () => round.revision
  if (given.siteIds) {
    const body = { basedOn: basedOn(), siteIds: given.siteIds }
    round = (await office.send('POST', `/api/rounds/${id}/sites`, body)).json().round
  }
  if (given.teams) {
    const teams = given.teams.map((team) => ({ id: uuidv7(), ...team }))
    round = (await office.send('PUT', `/api/rounds/${id}/teams`, { basedOn: basedOn(), teams })).json()
  }
  return round
}

/** What an inspector's device sends: everything conforms but what is said otherwise. */
export function visitOf(
  house: TestHouse,
  { checklistVersionId, items }: Pick<GivenAnswering, 'checklistVersionId' | 'items'>,
  at: { readonly roundId: string; readonly siteId: string },
  more: Record<string, unknown> & { readonly failed?: readonly number[] } = {},
) {
  const minutes = (count: number) => new Date(house.now.getTime() - count * 60_000).toISOString()
  const { failed = [], ...rest } = more
  return {
    id: uuidv7(),
    ...at,
    checklistVersionId,
    startedAt: minutes(20),
    finishedAt: minutes(5),
    sentAt: house.now.toISOString(),
    position: { longitude: 120.01, latitude: 30.01, accuracy: 12 },
    answers: items.map(({ id }, index) => ({
      itemId: id,
      answer: { kind: 'binary', conforms: !failed.includes(index) },
      note: failed.includes(index) ? `第${index + 1}项不符合` : '',
      photoIds: [] as string[],
    })),
    correctsId: null as string | null,
    reason: '',
    ...rest,
  }
}
