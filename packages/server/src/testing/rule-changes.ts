import { v7 as uuidv7 } from 'uuid'
import { givenFramework, givenNodes, nodeBody } from './given-framework.ts'
import { givenItems } from './given-inspection.ts'
import { givenItem } from './given-version.ts'
import type { World } from './given-world.ts'
import type { Client, TestHouse } from './house.ts'
import { upload } from './import-file.ts'
import { polygon, square } from './shapes.ts'

/** A request as its endpoint wants it. */
export type RuleChange = { readonly id?: string; readonly query?: string; readonly body?: unknown }

export type RuledCity = {
  readonly house: TestHouse
  readonly office: Client
  readonly world: World
}

type Preparing = (city: RuledCity) => RuleChange | Promise<RuleChange>

const fresh = (): string => uuidv7().slice(-12)
const since = { validFrom: '2020-01-01', validTo: null }

async function ask(office: Client, method: 'POST' | 'PUT', path: string, body: unknown) {
  const answer = await office.send(method, path, body)
  if (answer.statusCode !== 200) throw new Error(`${path} was refused: ${answer.body}`)
  return answer.json()
}

const revisionOf = async (office: Client, path: string): Promise<number> =>
  (await office.get(path)).json<{ revision: number }>().revision

async function file(office: Client, text: string, name = '表.csv') {
  return { fileId: await upload(office, name, text), dryRun: false }
}

async function area({ office, world }: RuledCity): Promise<string> {
  const id = uuidv7()
  const [{ areaId }] = world.streets
  const said = {
    id,
    code: fresh(),
    name: fresh(),
    level: 'community',
    kind: null,
    parentId: areaId,
    ...since,
  }
  await ask(office, 'POST', '/api/areas', said)
  return id
}

const dutyBody = ({ world }: RuledCity, more: object = {}) => ({
  id: uuidv7(),
  target: 'category',
  siteId: null,
  areaId: null,
  siteTypeId: null,
  category: fresh(),
  criterionId: null,
  organizationId: world.streets[1].organizationId,
  role: 'lead',
  share: null,
  ...since,
  ...more,
})

async function duty(city: RuledCity): Promise<string> {
  const body = dutyBody(city, { validFrom: '2026-11-22' })
  await ask(city.office, 'POST', '/api/duties', body)
  return body.id
}

/** A draft with two criteria below an indicator. */
async function draft({ office }: RuledCity) {
  const { frameworkId, versionId } = await givenFramework(office, { levelNames: ['项目', '标准'] })
  const ids = await givenNodes(office, versionId, [
    { code: 'P', kind: 'indicator' },
    { code: 'a', under: 'P', points: 1 },
    { code: 'b', under: 'P', points: 1 },
  ])
  const path = `/api/framework-versions/${versionId}`
  return { frameworkId, versionId, path, top: ids.P ?? '', first: ids.a ?? '', second: ids.b ?? '' }
}

const TREE = [
  '测评项目,编码,测评标准,分值,测评方法,计分规则,牵头单位',
  '环境（1分）,a,整洁,1,材料审核,符合得分,东门街道办',
].join('\n')

/** A draft without flaws. */
async function soundDraft(city: RuledCity) {
  const { versionId } = await givenFramework(city.office)
  const path = `/api/framework-versions/${versionId}`
  await ask(city.office, 'POST', `${path}/import`, await file(city.office, TREE))
  return { versionId, path, basedOn: await revisionOf(city.office, path) }
}

async function checklist({ office }: RuledCity) {
  const [id, versionId, code] = [uuidv7(), uuidv7(), fresh()]
  const body = { id, versionId, code, name: code, kind: 'standard', siteTypeIds: [] }
  await ask(office, 'POST', '/api/checklists', body)
  const path = `/api/checklist-versions/${versionId}`
  return { id, versionId, path, basedOn: await revisionOf(office, path) }
}

async function filledChecklist(city: RuledCity) {
  const made = await checklist(city)
  const content = { basedOn: made.basedOn, protocol: '', items: givenItems(1) }
  const { revision } = await ask(city.office, 'PUT', made.path, content)
  return { ...made, basedOn: revision as number }
}

async function nodeOf({ office }: RuledCity, path: string, id: string) {
  const { items } = (await office.get(`${path}/nodes`)).json<{ items: { id: string; revision: number }[] }>()
  return { id, basedOn: items.find((one) => one.id === id)?.revision ?? 0 }
}

/** One request for every endpoint that writes what the rule book is made of, by operationId; each is taken and changes something. */
export const RULE_CHANGES: Readonly<Record<string, Preparing>> = {
  addArea: ({ world }) => ({
    body: {
      id: uuidv7(),
      code: fresh(),
      name: '新社区',
      level: 'community',
      kind: null,
      parentId: world.streets[0].areaId,
      ...since,
    },
  }),
  changeArea: async (city) => {
    const id = await area(city)
    const basedOn = await revisionOf(city.office, `/api/areas/${id}`)
    return { id, body: { basedOn, parentId: city.world.streets[1].areaId } }
  },
  succeedArea: async (city) => ({
    id: await area(city),
    body: { kind: 'split', onDay: '2026-11-22', toAreaIds: [await area(city), await area(city)] },
  }),
  importAreas: async ({ office }) => ({
    body: await file(office, `编码,名称,级别,上级编码\n${fresh()},导入社区,社区,S1`),
  }),
  importAreaBoundaries: async ({ office }) => {
    const feature = { type: 'Feature', properties: { 编码: 'C2' }, geometry: polygon(square(121, 30, 0.04)) }
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] })
    return { body: { ...(await file(office, text, '界.geojson')), datum: 'WGS84' } }
  },

  addOrganization: () => ({
    body: {
      id: uuidv7(),
      code: fresh(),
      name: fresh(),
      shortName: null,
      kind: 'other',
      parentId: null,
      areaId: null,
      ...since,
    },
  }),
  changeOrganization: async ({ office, world }) => {
    const id = world.streets[1].organizationId
    return { id, body: { basedOn: await revisionOf(office, `/api/organizations/${id}`), kind: 'other' } }
  },
  importOrganizations: async ({ office }) => ({
    body: await file(office, `编码,名称,类别\n${fresh()},市住建局,市直部门`),
  }),

  addSiteType: () => ({
    body: { id: uuidv7(), code: fresh(), name: fresh(), category: '', description: '' },
  }),
  changeSiteType: async ({ office, world }) => {
    const { items } = (await office.get('/api/site-types')).json()
    const { revision } = items.find(({ id }: { id: string }) => id === world.siteTypeId)
    return { id: world.siteTypeId, body: { basedOn: revision, name: fresh() } }
  },
  importSiteTypes: async ({ office }) => ({ body: await file(office, `编码,名称\n${fresh()},导入类型`) }),

  addFramework: () => ({
    body: {
      id: uuidv7(),
      versionId: uuidv7(),
      name: fresh(),
      campaign: 'other',
      label: '草稿',
      year: 2026,
      levelNames: ['标准'],
      start: 'default',
    },
  }),
  changeFramework: async (city) => ({
    id: (await draft(city)).frameworkId,
    body: { basedOn: 1, name: fresh() },
  }),
  changeFrameworkVersion: async (city) => {
    const { versionId, path } = await draft(city)
    return { id: versionId, body: { basedOn: await revisionOf(city.office, path), label: fresh() } }
  },
  removeFrameworkVersion: async (city) => ({ id: (await draft(city)).versionId }),
  withdrawFrameworkVersion: async (city) => {
    const { versionId, path, basedOn } = await soundDraft(city)
    await ask(city.office, 'POST', `${path}/publication`, { basedOn })
    return { id: versionId, body: { reason: '新版已发布' } }
  },
  addFrameworkNode: async (city) => {
    const { versionId, top } = await draft(city)
    return { id: versionId, body: nodeBody({ code: 'c', under: top }) }
  },
  changeFrameworkNode: async (city) => {
    const { path, first } = await draft(city)
    const { id, basedOn } = await nodeOf(city, path, first)
    return { id, body: { basedOn, text: fresh() } }
  },
  moveFrameworkNode: async (city) => {
    const { path, top, first, second } = await draft(city)
    const { id, basedOn } = await nodeOf(city, path, second)
    return { id, body: { basedOn, parentId: top, beforeId: first } }
  },
  removeFrameworkNode: async (city) => {
    const { path, first } = await draft(city)
    const { id, basedOn } = await nodeOf(city, path, first)
    return { id, query: `basedOn=${basedOn}` }
  },
  weighFramework: async (city) => {
    const { versionId, path } = await draft(city)
    const basedOn = await revisionOf(city.office, path)
    return { id: versionId, body: { basedOn, nodeId: null, points: 100, way: 'equally', decimals: 2 } }
  },
  confirmFrameworkNodes: async (city) => {
    const { versionId } = await givenFramework(city.office, { start: 'default' })
    const { items } = (await city.office.get(`/api/framework-versions/${versionId}/nodes`)).json()
    const { id, revision } = items.find(({ guesses }: { guesses: string[] }) => guesses.includes('rule'))
    return { id: versionId, body: { nodes: [{ id, basedOn: revision }], guesses: ['rule'] } }
  },

  importFramework: async (city) => ({
    id: (await draft(city)).versionId,
    body: await file(city.office, TREE),
  }),
  publishFrameworkVersion: async (city) => {
    const { versionId, basedOn } = await soundDraft(city)
    return { id: versionId, body: { basedOn } }
  },
  succeedFrameworkVersion: async (city) => ({
    id: (await soundDraft(city)).versionId,
    body: { id: uuidv7(), label: fresh(), year: 2027 },
  }),

  adoptDefaultChecklists: () => ({ body: { addTypes: true } }),
  addChecklist: () => ({
    body: {
      id: uuidv7(),
      versionId: uuidv7(),
      code: fresh(),
      name: fresh(),
      kind: 'standard',
      siteTypeIds: [],
    },
  }),
  changeChecklist: async (city) => ({
    id: (await checklist(city)).id,
    body: { basedOn: 1, retired: true },
  }),
  saveChecklistDraft: async (city) => {
    const { versionId, basedOn } = await checklist(city)
    return { id: versionId, body: { basedOn, protocol: '', items: givenItems(2) } }
  },
  draftChecklist: async (city) => {
    const { id, path, basedOn } = await filledChecklist(city)
    await ask(city.office, 'POST', `${path}/publication`, { basedOn })
    return { id, body: { versionId: uuidv7() } }
  },
  publishChecklistVersion: async (city) => {
    const { versionId, basedOn } = await filledChecklist(city)
    return { id: versionId, body: { basedOn } }
  },
  publishAllChecklists: async (city) => {
    await filledChecklist(city)
    return { body: {} }
  },
  removeChecklistDraft: async (city) => ({ id: (await checklist(city)).versionId }),
  importChecklists: async ({ office }) => {
    const headers = '检查表编码,检查表名称,类别,点位类型,项目编码,检查内容,维度,作答方式'
    return { body: await file(office, `${headers}\n${fresh()},十没有,标准,,1,没有乱停乱放,公共秩序,是否`) }
  },

  proposeMappings: async (city) => {
    await filledChecklist(city)
    const { versionId } = await givenFramework(city.office)
    const same = { code: 'a', text: '地面整洁' }
    await givenNodes(city.office, versionId, [same])
    return { id: versionId, body: {} }
  },
  decideMappings: async (city) => {
    const { versionId, first } = await draft(city)
    const itemId = await givenItem(city.house, city.world.city, { dimension: '公共环境' })
    return { id: versionId, body: { decisions: [{ itemId, criterionId: first, state: 'confirmed' }] } }
  },

  addDuty: (city) => ({ body: dutyBody(city) }),
  changeDuty: async (city) => ({ id: await duty(city), body: { basedOn: 1, validTo: '2026-12-31' } }),
  removeDuty: async (city) => ({ id: await duty(city), query: 'basedOn=1' }),
  assignDuties: async ({ world }) => ({
    id: world.rulebook.publishedId,
    body: {
      nodeIds: [world.streets[0].criterionId],
      organizations: [{ id: world.streets[1].organizationId, share: null }],
      role: 'lead',
      replace: true,
      ...since,
      validFrom: '2026-11-22',
    },
  }),
  importDuties: async ({ office }) => ({
    body: await file(
      office,
      `点位编号,区域,点位类型,问题类别,责任单位,角色,生效日期\n,,,${fresh()},西湖街道办,牵头,2026-01-01`,
    ),
  }),

  importObservations: async ({ office }) => {
    const said = fresh()
    const text = `序号,测评项目,测评标准,点位,街道,责任单位,问题描述,扣分,时间\n1,1.环境,1.1整洁,某处,东门街道,${said},脏,1,2026-11-20`
    const { fileId } = await file(office, text)
    return {
      body: {
        roundId: uuidv7(),
        newRound: { name: said },
        frameworkFromSheet: { name: said, label: '一' },
        sheets: [{ fileId }],
        lists: 'everyCheck',
        decisions: [{ kind: 'organization', said, as: 'create' }],
        dryRun: false,
      },
    }
  },
}
