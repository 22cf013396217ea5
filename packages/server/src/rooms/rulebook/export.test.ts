import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { anyRule } from '../../../../domain/src/framework/any-rule.ts'
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
  return items.map(({ id: _, parentId, revision: __, carriedFromId: ___, settled: ____, ...rest }) => ({
    ...rest,
    parent: parentId === null ? null : codes.get(parentId),
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

describe('the export of a version', () => {
  it('imports back equal: any tree, all rules, duties with their shares', async () => {
    const admin = await house.administrator()
    await importText(admin, '/api/organizations', ORGANIZATIONS)
    await importText(admin, '/api/site-types', TYPES)
    const ids = async (url: string) =>
      (await admin.get(url))
        .json<{ items: { id: string; code: string }[] }>()
        .items.sort((a, b) => a.code.localeCompare(b.code))
    const organizations = await ids('/api/organizations')
    const types = await ids('/api/site-types')

    const roundTrip = fc.asyncProperty(fc.array(anyNode, { minLength: 1, maxLength: 14 }), async (given) => {
      const { versionId } = await givenFramework(admin)
      const indicators: { id: string; depth: number }[] = []
      for (const [at, node] of given.entries()) {
        const parents = [null, ...indicators.filter(({ depth }) => depth < (node.isIndicator ? 2 : 3))]
        const parent = parents[node.above % parents.length] ?? null
        const kind = node.isIndicator && at < given.length - 1 ? 'indicator' : 'criterion'
        const body = nodeBody({
          code: `Ⅰ-${at}Ａ`,
          under: parent?.id ?? null,
          kind,
          text: node.text,
          points: node.points,
        })
        const { role, origin, methods, rule, note } = node
        const siteTypeIds = node.types.map((type) => types[type]?.id ?? '')
        const criterion = kind === 'criterion' ? { role, origin, methods, rule, siteTypeIds } : {}
        const added = await admin.send('POST', `/api/framework-versions/${versionId}/nodes`, {
          ...body,
          note,
          ...criterion,
        })
        expect(added.statusCode, added.body).toBe(200)
        if (kind === 'indicator') indicators.push({ id: body.id, depth: (parent?.depth ?? 0) + 1 })
        else
          for (const [dutyRole, organization, share] of node.duties)
            await house.asOwner(
              `insert into duty (city_id, id, target, criterion_id, organization_id, role, share, valid_from)
               values ($1, $2, 'criterion', $3, $4, $5, $6, '2020-01-01')`,
              [house.city.id, uuidv7(), body.id, organizations[organization]?.id, dutyRole, share],
            )
      }
      const file = await admin.get(`/api/framework-versions/${versionId}/export`)
      const fileId = await upload(admin, '体系.xlsx', file.rawPayload)
      const { versionId: copyId } = await givenFramework(admin, { levelNames: ['甲', '乙', '丙'] })
      const outcome = (
        await admin.send('POST', `/api/framework-versions/${copyId}/import`, { fileId, dryRun: false })
      ).json()
      expect(outcome.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual(
        [],
      )
      expect(outcome.levelNames).toEqual(['测评项目', '测评指标', '测评标准'])
      expect(await contentOf(admin, copyId)).toEqual(await contentOf(admin, versionId))
      expect(await dutiesOf(copyId)).toEqual(await dutiesOf(versionId))
    })
    await fc.assert(roundTrip, { numRuns: 25 })
  }, 60_000)

  it('keeps what the shipped framework only supposes as guesses', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin, { start: 'default' })
    const file = await admin.get(`/api/framework-versions/${versionId}/export`)
    const fileId = await upload(admin, '体系.xlsx', file.rawPayload)
    const { versionId: copyId } = await givenFramework(admin)
    const outcome = (
      await admin.send('POST', `/api/framework-versions/${copyId}/import`, { fileId, dryRun: false })
    ).json()
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
