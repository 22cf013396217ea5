import type { APIRequestContext } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { givenOrganizationUser, givenRuleBook, organizationId, send } from './given-rule-book.ts'
import { PASSWORD } from './journey.ts'

export type InspectionGround = {
  /** unlike any other of this run: frameworks, types, sites and people of one journey */
  readonly mark: string
  readonly frameworkName: string
  readonly typeName: string
  readonly siteNames: readonly string[]
  readonly userName: string
  readonly inspectorName: string
  /** signs in for the bureau that leads */
  readonly handlerName: string
  readonly ids: {
    readonly version: string
    readonly siteType: string
    readonly inspector: string
    readonly checklistVersion: string
    readonly items: readonly string[]
  }
}

const BUREAU = '海棠市住建局'

const ITEMS = ['地面整洁，无垃圾', '通道畅通，无占道', '公示栏完整有效'].map((text, place) => ({
  code: `G${place + 1}`,
  text,
  dimension: place === 2 ? '公益宣传' : '公共环境',
  answer: { kind: 'binary' },
  protocol: '入内步行二百米',
  exemptions: ['划定的疏导点'],
  photo: 'onFailure',
  photoPurpose: '供责任单位对照整改',
  handOver: true,
  weight: 1,
  guesses: [],
}))

/**
 * A type of sites with a published checklist, two sites, an inspector, and the bureau that leads. The first item feeds the first of two
 * criteria of five points, the others feed the second; each is met or not.
 */
export async function givenInspectionGround(request: APIRequestContext): Promise<InspectionGround> {
  const mark = newId().slice(-6)
  const frameworkName = `督查体系 ${mark}`
  const typeName = `文化广场 ${mark}`
  const { versionId, criterionIds } = await givenRuleBook(request, frameworkName)
  const typeId = newId()
  await send(request, 'POST', '/api/site-types', {
    id: typeId,
    code: `plaza-${mark}`,
    name: typeName,
    category: '',
    description: '',
  })
  const checklist = await givenChecklist(request, typeId, mark)
  const itemIds = checklist.itemIds
  await givenPublished(request, versionId, criterionIds)
  const path = `/api/framework-versions/${versionId}`
  await send(request, 'POST', `${path}/mappings/decisions`, {
    decisions: itemIds.map((itemId, place) => ({
      itemId,
      criterionId: criterionIds[place === 0 ? 0 : 1],
      state: 'confirmed',
    })),
  })
  const siteNames = [`中心广场 ${mark}`, `滨河广场 ${mark}`]
  for (const [place, name] of siteNames.entries()) await givenSite(request, { typeId, mark, place, name })
  const userName = `inspector-${mark}`
  const inspectorName = `李娜${mark}`
  const inspectorId = await givenInspector(request, userName, inspectorName)
  const handlerName = `handler-${mark}`
  await givenOrganizationUser(request, handlerName, await organizationId(request, BUREAU))
  const ids = {
    version: versionId,
    siteType: typeId,
    inspector: inspectorId,
    checklistVersion: checklist.versionId,
    items: itemIds,
  }
  return { mark, frameworkName, typeName, siteNames, userName, inspectorName, handlerName, ids }
}

type Published = { readonly versionId: string; readonly itemIds: readonly string[] }

async function givenChecklist(request: APIRequestContext, typeId: string, mark: string): Promise<Published> {
  const versionId = newId()
  const checklist = { code: `plaza-${mark}`, name: `广场检查表 ${mark}`, kind: 'siteType' }
  await send(request, 'POST', '/api/checklists', {
    id: newId(),
    versionId,
    ...checklist,
    siteTypeIds: [typeId],
  })
  const path = `/api/checklist-versions/${versionId}`
  const { revision } = await send(request, 'GET', path)
  const items = ITEMS.map((item) => ({ ...item, id: newId() }))
  const saved = await send(request, 'PUT', path, { basedOn: revision, protocol: '先看入口，再看四周', items })
  await send(request, 'POST', `${path}/publication`, { basedOn: saved.revision })
  return { versionId, itemIds: items.map(({ id }) => id) }
}

async function givenPublished(
  request: APIRequestContext,
  versionId: string,
  nodeIds: readonly string[],
): Promise<void> {
  const path = `/api/framework-versions/${versionId}`
  const bureau = await organizationId(request, BUREAU)
  await send(request, 'POST', `${path}/duties`, {
    nodeIds,
    organizations: [{ id: bureau, share: null }],
    role: 'lead',
    replace: true,
    validFrom: '2026-01-01',
    validTo: null,
  })
  const { revision } = await send(request, 'GET', path)
  const whole = await send(request, 'PATCH', path, { basedOn: revision, totalPoints: 10 })
  await send(request, 'POST', `${path}/publication`, { basedOn: whole.revision })
}

type NewSite = { typeId: string; mark: string; place: number; name: string }

async function givenSite(request: APIRequestContext, { typeId, mark, place, name }: NewSite): Promise<void> {
  await send(request, 'POST', '/api/sites', {
    id: newId(),
    code: `P-${mark}-${place + 1}`,
    name,
    typeId,
    address: '柳林路',
    position: null,
    holderId: null,
    supervisorId: null,
    state: 'active',
  })
}

/** Somebody who may record visits, with a password of their own. */
async function givenInspector(request: APIRequestContext, userName: string, name: string): Promise<string> {
  const id = newId()
  await send(request, 'POST', '/api/users', { id, userName, name, phone: null, organizationId: null })
  const role = { id: newId(), role: 'inspector', organizationId: null, areaId: null, validUntil: null }
  await send(request, 'POST', `/api/users/${id}/grants`, role)
  const { link } = await send(request, 'POST', `/api/users/${id}/password-link`)
  await send(request, 'POST', '/api/password', { token: link.split('/').at(-1), password: PASSWORD })
  return id
}

const DAY = 86_400_000
/** Local here, so many days from now. */
const localDay = (days: number): string =>
  new Date(Date.now() + days * DAY + DAY / 3).toISOString().slice(0, 10)

type Round = { readonly id: string; readonly name: string }

/** A covert round of the ground's sites, all of them assigned to its one inspector. */
export async function givenCovertRound(request: APIRequestContext, ground: InspectionGround): Promise<Round> {
  const [id, name] = [newId(), `暗访 ${ground.mark}`]
  const path = `/api/rounds/${id}`
  const siteTypeIds = [ground.ids.siteType]
  const days = { startsOn: localDay(-1), endsOn: localDay(3), rectifyDays: 5 }
  let { revision } = await send(request, 'POST', '/api/rounds', {
    id,
    name,
    kind: 'covert',
    versionId: ground.ids.version,
    siteTypeIds,
    ...days,
  })
  await send(request, 'POST', `${path}/draws`, {
    basedOn: revision,
    seed: ground.mark,
    quotas: [{ siteTypeId: ground.ids.siteType, count: null }],
    dryRun: false,
  })
  revision = (await send(request, 'GET', path)).revision
  const teams = [{ id: newId(), name: '一组', memberIds: [ground.ids.inspector] }]
  revision = (await send(request, 'PUT', `${path}/teams`, { basedOn: revision, teams })).revision
  await send(request, 'POST', `${path}/assignments`, { basedOn: revision, to: { way: 'evenly' } })
  return { id, name }
}

/** Everything conforms at the ground's first site; `request` is the inspector's. Answers the visit's id. */
export async function givenVisit(
  request: APIRequestContext,
  ground: InspectionGround,
  { id: roundId }: Round,
): Promise<string> {
  const [id, now] = [newId(), new Date().toISOString()]
  const answer = { kind: 'binary', conforms: true }
  const { items } = (await (await request.get(`/api/my-assignments?roundId=${roundId}`)).json()) as {
    items: { site: { id: string } }[]
  } // what the contract says
  await send(request, 'POST', '/api/visits', {
    id,
    roundId,
    siteId: items[0]?.site.id,
    checklistVersionId: ground.ids.checklistVersion,
    startedAt: now,
    finishedAt: now,
    sentAt: now,
    position: null,
    answers: ground.ids.items.map((itemId) => ({ itemId, answer, note: '', photoIds: [] })),
    correctsId: null,
    reason: '',
  })
  return id
}
