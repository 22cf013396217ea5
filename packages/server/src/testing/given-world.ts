import { indexWords } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { forgetActors } from '../platform/http/actor-memory.ts'
import { givenBriefing } from './given-briefing.ts'
import { givenClosedCase } from './given-closed-case.ts'
import { givenWalkedRound } from './given-walked-round.ts'
import type { TestCity, TestHouse } from './house.ts'
import { square } from './shapes.ts'

/** One street of a test city with what lies in it: what somebody of this street may see, and somebody of another may not. */
export type Street = {
  /** two characters that stand in every name of this street and in no other */
  readonly word: string
  readonly districtId: string
  readonly areaId: string
  readonly communityId: string
  /** the street's office, seated in it */
  readonly organizationId: string
  /** a site in its community, held by the office */
  readonly siteId: string
  /** a member of the office, with a grant over the office */
  readonly userId: string
  readonly userName: string
  readonly grantId: string
  /** a criterion of the published version that the office leads, and that duty */
  readonly criterionId: string
  readonly dutyId: string
  /** a case of its site, put right by the office and closed, so that it waits for nobody; and the photo it was found with */
  readonly caseId: string
  readonly casePhotoId: string
  /** a visit to its site in the round of the world, made by the member; its photo is that of the case */
  readonly visitId: string
  /** a point in the community, WGS84 degrees */
  readonly longitude: number
  readonly latitude: number
}

/** A framework of a city: a draft with an indicator and a criterion under it, and a published version. */
export type Rulebook = {
  readonly frameworkId: string
  readonly draftId: string
  readonly indicatorId: string
  readonly criterionId: string
  readonly publishedId: string
}

/** A checklist with a published version and an empty draft, and an item that feeds nothing yet. */
export type GivenChecklist = {
  readonly id: string
  readonly draftId: string
  readonly publishedId: string
  readonly itemId: string
}

export type World = {
  readonly city: TestCity
  readonly cityAreaId: string
  readonly siteTypeId: string
  readonly rulebook: Rulebook
  readonly checklist: GivenChecklist
  /** a self-check of the published version, closed, so that nobody's workbench speaks of it */
  readonly selfCheckId: string
  /** a round of the published version with an observation in each street, and an assessment of it */
  readonly scoredRoundId: string
  readonly assessmentId: string
  /** a round that is over, in which the sites of both streets were visited */
  readonly roundId: string
  /** a briefing of the scored round with a figure over cases, which keeps the case of each street */
  readonly briefingId: string
  readonly figureId: string
  readonly streets: readonly [Street, Street]
}

type Row = Readonly<Record<string, unknown>>

/** Two districts with a street, a community, an office, a site and a user each, written as rows: the rooms' own tests use their endpoints. */
export async function givenWorld(
  house: TestHouse,
  city: TestCity,
  words: readonly [string, string],
  west: number,
): Promise<World> {
  const insert = async (table: string, row: Row): Promise<void> => {
    const columns = Object.keys(row)
    await house.asOwner(
      `insert into ${table} (city_id, ${columns.join(', ')}) values ($1, ${columns.map((_, at) => `$${at + 2}`).join(', ')})`,
      [city.id, ...Object.values(row)],
    )
  }
  const [cityAreaId, siteTypeId] = [uuidv7(), uuidv7()]
  await insert('area', areaRow(cityAreaId, 'A', `城市${city.code}`, 'city', []))
  await insert('site_type', { id: siteTypeId, code: 'T1', name: `类型${city.code}` })
  const [one, two] = words
  const first = await givenStreet(insert, { word: one, number: 1, west, cityAreaId, siteTypeId })
  const second = await givenStreet(insert, { word: two, number: 2, west: west + 1, cityAreaId, siteTypeId })
  const rulebook = await givenRulebook(insert, city.code)
  const checklist = await givenChecklist(insert, city.code)
  const selfCheckId = await givenSelfCheck(insert, rulebook.publishedId, [first, second])
  const scored = await givenScore(insert, rulebook.publishedId, siteTypeId, [first, second])
  const roundId = uuidv7()
  const streets = [first, second] as const
  await givenWalkedRound(insert, {
    id: roundId,
    versionId: rulebook.publishedId,
    siteTypeId,
    checklist,
    streets,
  })
  const briefing = await givenBriefing(house, insert, {
    versionId: rulebook.publishedId,
    roundId: scored.scoredRoundId,
    assessmentId: scored.assessmentId,
    streets,
  })
  forgetActors()
  const given = { city, cityAreaId, siteTypeId, rulebook, checklist, selfCheckId, roundId, streets }
  return { ...given, ...scored, ...briefing }
}

async function givenChecklist(insert: Insert, cityCode: string): Promise<GivenChecklist> {
  const [id, draftId, publishedId, itemId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  await insert('checklist', { id, code: 'K1', name: `检查表${cityCode}`, kind: 'standard' })
  const version = { checklist_id: id, updated_at: SINCE }
  const published = { state: 'published', published_at: SINCE }
  await insert('checklist_version', { ...version, ...published, id: publishedId, number: 1 })
  await insert('checklist_version', { ...version, id: draftId, number: 2 })
  const item = { code: '1', text: '检查项', dimension: '公共环境', position: 0 }
  await insert('checklist_item', { ...item, id: itemId, checklist_id: id })
  return { id, draftId, publishedId, itemId }
}

async function givenRulebook(insert: Insert, cityCode: string): Promise<Rulebook> {
  const [frameworkId, draftId, publishedId, indicatorId, criterionId] = [
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
  ]
  const name = `体系${cityCode}`
  await insert('framework', { id: frameworkId, name, campaign: 'national', created_at: SINCE })
  const version = {
    framework_id: frameworkId,
    year: 2026,
    level_names: ['指标', '标准'],
    created_at: SINCE,
    updated_at: SINCE,
  }
  await insert('framework_version', { ...version, id: draftId, label: '草稿' })
  const published = { state: 'published', published_at: SINCE }
  await insert('framework_version', { ...version, ...published, id: publishedId, label: '已发布' })
  const node = { version_id: draftId, position: 0 }
  await insert('framework_node', { ...node, id: indicatorId, kind: 'indicator', code: '1', text: '指标' })
  const criterion = { ...node, parent_id: indicatorId, kind: 'criterion', code: '1-1', text: '标准' }
  await insert('framework_node', { ...criterion, id: criterionId })
  return { frameworkId, draftId, indicatorId, criterionId, publishedId }
}

/** A criterion of a version for each street, led by its office, and a self-check that asks for them. */
async function givenSelfCheck(
  insert: Insert,
  versionId: string,
  streets: readonly Street[],
): Promise<string> {
  for (const [position, { criterionId, dutyId, organizationId }] of streets.entries()) {
    const node = {
      version_id: versionId,
      position,
      kind: 'criterion',
      code: `Q${position + 1}`,
      text: '标准',
    }
    await insert('framework_node', { ...node, id: criterionId })
    const duty = { target: 'criterion', criterion_id: criterionId, organization_id: organizationId }
    await insert('duty', { ...duty, id: dutyId, role: 'lead', valid_from: '2000-01-01' })
  }
  const id = uuidv7()
  const days = { due_on: '2026-01-31', opened_at: SINCE, closed_at: SINCE }
  await insert('self_check', { ...days, id, version_id: versionId, name: '自查' })
  return id
}

/** Each street's site, observed in a round, and an assessment that scores it. */
async function givenScore(
  insert: Insert,
  versionId: string,
  siteTypeId: string,
  streets: readonly Street[],
): Promise<{ scoredRoundId: string; assessmentId: string }> {
  const [scoredRoundId, batchId, assessmentId] = [uuidv7(), uuidv7(), uuidv7()]
  await insert('observation_collection', {
    id: scoredRoundId,
    version_id: versionId,
    kind: 'round',
    name: '计分批次',
  })
  const days = { starts_on: '2026-01-01', ends_on: '2026-01-31', rectify_days: 7, created_at: SINCE }
  await insert('inspection_round', {
    ...days,
    id: scoredRoundId,
    name: '计分批次',
    kind: 'mock',
    version_id: versionId,
  })
  const source = { source: 'sheet', source_id: batchId, recorded_at: SINCE }
  await insert('observation_batch', { ...source, id: batchId, collection_id: scoredRoundId })
  for (const [number, street] of streets.entries())
    await insert('observation', {
      batch_id: batchId,
      number,
      collection_id: scoredRoundId,
      criterion_id: street.criterionId,
      site_id: street.siteId,
      subject_key: street.siteId,
      site_type_id: siteTypeId,
      area_id: street.communityId,
      district_id: street.districtId,
      subdistrict_id: street.areaId,
      outcome: 'share',
      share_numerator: 0,
      share_denominator: 1,
      responsible: JSON.stringify([{ organizationId: street.organizationId, role: 'lead', share: null }]),
      observed_at: SINCE,
    })
  await insert('assessment', {
    id: assessmentId,
    version_id: versionId,
    name: '测评',
    kind: 'mock',
    created_at: SINCE,
  })
  await insert('assessment_round', { assessment_id: assessmentId, round_id: scoredRoundId })
  return { scoredRoundId, assessmentId }
}

const areaRow = (id: string, code: string, name: string, level: string, above: readonly string[]): Row => ({
  id,
  code,
  name,
  level,
  parent_id: above.at(-1) ?? null,
  path: [...above, id],
  valid_from: '2000-01-01',
})

const searchRow = (
  kind: string,
  id: string,
  title: string,
  areaId: string | null,
  organizationIds: string[],
): Row => ({
  kind,
  id,
  title,
  detail: '',
  words: indexWords(title)
    .map((word) => `'${word}'`)
    .join(' '),
  area_id: areaId,
  organization_ids: organizationIds,
})

function boundaryRow(areaId: string, west: number, size: number): Row {
  const geometry = JSON.stringify({ type: 'Polygon', coordinates: [square(west, 30, size)] })
  return {
    area_id: areaId,
    geometry,
    datum: 'WGS84',
    west,
    south: 30,
    east: west + size,
    north: 30 + size,
    label_longitude: west + size / 2,
    label_latitude: 30 + size / 2,
    square_meters: 1000,
  }
}

type Given = { word: string; number: number; west: number; cityAreaId: string; siteTypeId: string }
type Insert = (table: string, row: Row) => Promise<void>
const SINCE = '2026-01-01T00:00:00Z'

async function givenStreet(insert: Insert, given: Given): Promise<Street> {
  const { word, number, west } = given
  const street: Street = {
    word,
    districtId: uuidv7(),
    areaId: uuidv7(),
    communityId: uuidv7(),
    organizationId: uuidv7(),
    siteId: uuidv7(),
    userId: uuidv7(),
    userName: `clerk.${number}`,
    grantId: uuidv7(),
    criterionId: uuidv7(),
    dutyId: uuidv7(),
    caseId: uuidv7(),
    casePhotoId: uuidv7(),
    visitId: uuidv7(),
    longitude: west + 0.01,
    latitude: 30.01,
  }
  await givenAreas(insert, street, given)
  await givenOffice(insert, street, given)
  await givenSite(insert, street, given)
  await givenClosedCase(insert, street, number)
  return street
}

async function givenAreas(
  insert: Insert,
  street: Street,
  { number, west, cityAreaId }: Given,
): Promise<void> {
  const { word, districtId, areaId, communityId } = street
  await insert('area', areaRow(districtId, `D${number}`, `${word}区`, 'district', [cityAreaId]))
  await insert('area', areaRow(areaId, `S${number}`, `${word}街道`, 'subdistrict', [cityAreaId, districtId]))
  const above = [cityAreaId, districtId, areaId]
  await insert('area', areaRow(communityId, `C${number}`, `${word}社区`, 'community', above))
  await insert('area_boundary', boundaryRow(areaId, west, 0.1))
  await insert('area_boundary', boundaryRow(communityId, west, 0.05))
  await insert('search_entry', searchRow('area', areaId, `${word}街道`, areaId, []))
}

async function givenOffice(insert: Insert, street: Street, { number }: Given): Promise<void> {
  const { word, areaId, organizationId, userId, userName, grantId } = street
  const name = `${word}街道办`
  await insert('organization', {
    id: organizationId,
    code: `O${number}`,
    name,
    kind: 'subdistrict',
    path: [organizationId],
    area_id: areaId,
    valid_from: '2000-01-01',
  })
  await insert('user_account', {
    id: userId,
    user_name: userName,
    name: `${word}干事`,
    organization_id: organizationId,
    created_at: SINCE,
  })
  const role_key = 'responsibleOrganization'
  await insert('role_grant', { id: grantId, user_id: userId, role_key, organization_id: organizationId })
  await insert('search_entry', searchRow('organization', organizationId, name, areaId, [organizationId]))
  await insert('search_entry', searchRow('user', userId, `${word}干事`, null, [organizationId]))
}

async function givenSite(insert: Insert, street: Street, { number, siteTypeId }: Given): Promise<void> {
  const { word, communityId, organizationId, siteId, longitude, latitude } = street
  await insert('site', {
    id: siteId,
    code: `P${number}`,
    name: `${word}广场`,
    type_id: siteTypeId,
    area_id: communityId,
    holder_id: organizationId,
    longitude,
    latitude,
    raw_position: JSON.stringify({ longitude, latitude, datum: 'WGS84' }),
    created_at: SINCE,
    updated_at: SINCE,
  })
  await insert('search_entry', searchRow('site', siteId, `${word}广场`, communityId, [organizationId]))
}
