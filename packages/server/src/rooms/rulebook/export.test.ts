import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { anyRule } from '../../../../domain/src/framework/testing/any-rule.ts'
import { givenFramework, nodeBody } from '../../testing/given-framework.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText, upload } from '../../testing/import-file.ts'

const house = useHouse()

const ORGANIZATIONS = [
  '编码,名称,简称,类别',
  'A01,市城管局,城管局,市直部门',
  'A02,市住建局,住建局,市直部门',
  'A03,第一街道（办）,,街道',
  'A04,第一街道（办）,,街道', // the same name twice: only the code tells
].join('\n')
const TYPES = '编码,名称\nGC,公共广场\nSC,农贸市场'

type Node = Record<string, unknown> & {
  id: string
  code: string
  parentId: string | null
  siteTypeIds: string[]
}

/** A tree without what differs from version to version: ids become codes. */
async function contentOf(client: Client, versionId: string) {
  const { items } = (await client.get(`/api/framework-versions/${versionId}/nodes`)).json<{ items: Node[] }>()
  const codes = new Map(items.map(({ id, code }) => [id, code]))
  return items.map((node) => ({
    ...node,
    parentId: node.parentId === null ? null : codes.get(node.parentId),
    id: '',
    revision: 0,
  }))
}

async function dutiesOf(versionId: string) {
  const { rows } = await house.asOwner(
    `select n.code, d.role, o.code as organization, d.share from duty d
     join framework_node n on n.id = d.criterion_id join organization o on o.id = d.organization_id
     where n.version_id = $1 order by n.code, d.role, o.code`,
    [versionId],
  )
  return rows
}

const text = fc
  .string({
    unit: fc.constantFrom('甲', '乙', '（3分）', '1-2 ', '一、', '；', '「', '合计', ' ', '\n', 'a', '注：'),
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.trim())
  .filter((words) => words !== '')
const some = <T>(values: readonly T[]) => fc.subarray([...values])

const anyNode = fc.record({
  above: fc.nat(),
  isIndicator: fc.boolean(),
  text,
  points: fc.option(
    fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 10_000),
    { nil: null },
  ),
  role: fc.constantFrom('ordinary', 'bonus', 'gate', 'veto'),
  origin: fc.constantFrom('core', 'raised', 'local'),
  methods: some(['siteInspection', 'documentReview', 'survey', 'statistics', 'covertVisit', 'hotlineTest']),
  rule: fc.option(anyRule, { nil: null }),
  types: some([0, 1]),
  note: fc.oneof(fc.constant(''), text),
  duties: some([
    ['lead', 0, null],
    ['lead', 3, 0.25],
    ['competent', 1, 0.6],
    ['supporting', 2, null],
  ] as const),
})

type Given = { readonly organizationIds: readonly string[]; readonly typeIds: readonly string[] }
type AnyNode = typeof anyNode extends fc.Arbitrary<infer N> ? N : never
type Indicator = { readonly id: string; readonly depth: number }

async function givenDuties(criterionId: string, duties: AnyNode['duties'], { organizationIds }: Given) {
  for (const [role, organization, share] of duties)
    await house.asOwner(
      `insert into duty (city_id, id, target, criterion_id, organization_id, role, share, valid_from)
       values ($1, $2, 'criterion', $3, $4, $5, $6, '2020-01-01')`,
      [house.city.id, uuidv7(), criterionId, organizationIds[organization], role, share],
    )
}

/** A draft with these nodes; each hangs under one of the indicators before it, or at the top. */
async function givenTree(client: Client, given: readonly AnyNode[], world: Given): Promise<string> {
  const { versionId } = await givenFramework(client)
  const indicators: Indicator[] = []
  for (const [at, node] of given.entries()) {
    const parents = [null, ...indicators.filter(({ depth }) => depth < (node.isIndicator ? 2 : 3))]
    const parent = parents[node.above % parents.length] ?? null
    const kind = node.isIndicator ? 'indicator' : 'criterion'
    const { text: words, points, role, origin, methods, rule, note } = node
    const code = `Ⅰ-${at}Ａ`
    const body = nodeBody({ code, under: parent?.id ?? null, kind, text: words, points })
    const siteTypeIds = node.types.map((type) => world.typeIds[type] ?? '')
    const criterion = node.isIndicator ? {} : { role, origin, methods, rule, siteTypeIds }
    const url = `/api/framework-versions/${versionId}/nodes`
    const added = await client.send('POST', url, { ...body, note, ...criterion })
    expect(added.statusCode, added.body).toBe(200)
    if (node.isIndicator) indicators.push({ id: body.id, depth: (parent?.depth ?? 0) + 1 })
    else await givenDuties(body.id, node.duties, world)
  }
  return versionId
}

async function idsByCode(client: Client, url: string): Promise<string[]> {
  const { items } = (await client.get(url)).json<{ items: { id: string; code: string }[] }>()
  return items.sort((a, b) => a.code.localeCompare(b.code)).map(({ id }) => id)
}

/** Export a version and import it into a new one whose levels are called otherwise. */
async function copied(client: Client, versionId: string) {
  const file = await client.get(`/api/framework-versions/${versionId}/export`)
  const fileId = await upload(client, '体系.xlsx', file.rawPayload)
  const { versionId: copyId } = await givenFramework(client, { levelNames: ['甲', '乙', '丙'] })
  const order = { fileId, dryRun: false }
  const outcome = (await client.send('POST', `/api/framework-versions/${copyId}/import`, order)).json()
  return { copyId, outcome }
}

describe('the export of a version', () => {
  it('imports back equal: any tree, all rules, duties with their shares', async () => {
    const admin = await house.administrator()
    await importText(admin, '/api/organizations', ORGANIZATIONS)
    await importText(admin, '/api/site-types', TYPES)
    const world = {
      organizationIds: await idsByCode(admin, '/api/organizations'),
      typeIds: await idsByCode(admin, '/api/site-types'),
    }
    const trees = fc
      .array(anyNode, { minLength: 1, maxLength: 14 })
      .filter((nodes) => nodes.some(({ isIndicator }) => !isIndicator))
    const roundTrip = fc.asyncProperty(trees, async (given) => {
      const versionId = await givenTree(admin, given, world)
      const { copyId, outcome } = await copied(admin, versionId)
      expect(outcome).toMatchObject({ errorCount: 0, levelNames: ['测评项目', '测评指标', '测评标准'] })
      expect(await contentOf(admin, copyId)).toEqual(await contentOf(admin, versionId))
      expect(await dutiesOf(copyId)).toEqual(await dutiesOf(versionId))
    })
    await fc.assert(roundTrip, { numRuns: 12 })
  }, 60_000)

  it('keeps what the shipped framework only supposes as guesses', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin, { start: 'default' })
    const { copyId, outcome } = await copied(admin, versionId)
    expect(outcome).toMatchObject({ imported: true, errorCount: 0 })
    expect(await contentOf(admin, copyId)).toEqual(await contentOf(admin, versionId))
  })

  it('of a template can be imported as it is', async () => {
    const admin = await house.administrator()
    const file = await admin.get('/api/framework-template')
    expect(file.headers['content-disposition']).toContain('.xlsx')
    const fileId = await upload(admin, '模板.xlsx', file.rawPayload)
    const { versionId } = await givenFramework(admin)
    const outcome = (
      await admin.send('POST', `/api/framework-versions/${versionId}/import`, { fileId, dryRun: false })
    ).json()
    expect(outcome).toMatchObject({
      imported: true,
      errorCount: 0,
      warningCount: 0,
      levelCounts: [2, 3, 5],
      raisedCount: 1,
    })
  })
})
