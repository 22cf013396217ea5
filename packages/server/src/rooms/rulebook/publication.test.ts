import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { givenFramework } from '../../testing/given-framework.ts'
import { givenItem } from '../../testing/given-version.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText, upload } from '../../testing/import-file.ts'

const house = useHouse()

const ORGANIZATIONS = ['编码,名称,类别', 'A01,市城管局,市直部门', 'A02,市住建局,市直部门'].join('\n')
const SOUND = [
  '测评项目,编码,测评标准,分值,测评方法,计分规则,牵头单位',
  '环境（3分）,a,整洁,2,材料审核,符合得分,市城管局',
  ',b,绿化,1,材料审核,A/B/C,市住建局',
].join('\n')

async function importInto(client: Client, versionId: string, table: string) {
  const fileId = await upload(client, '体系.csv', table)
  const order = { fileId, dryRun: false }
  const answer = await client.send('POST', `/api/framework-versions/${versionId}/import`, order)
  expect(answer.json(), answer.body).toMatchObject({ imported: true })
}

async function givenDraft(client: Client, table: string): Promise<string> {
  if ((await client.get('/api/organizations')).json().items.length === 0)
    await importText(client, '/api/organizations', ORGANIZATIONS)
  const { versionId } = await givenFramework(client)
  await importInto(client, versionId, table)
  return versionId
}

/** A tie of an item of its own, decided or not. */
async function givenTie(versionId: string, criterionId: string, state: string) {
  const itemId = await givenItem(house, house.city, { dimension: '公共设施' })
  await house.asOwner(
    `insert into item_criterion (city_id, version_id, item_id, criterion_id, weight, state)
     values ($1, $2, $3, $4, 0.5, $5)`,
    [house.city.id, versionId, itemId, criterionId, state],
  )
}

const pageOf = async (client: Client, versionId: string) =>
  (await client.get(`/api/framework-versions/${versionId}`)).json()

async function publish(client: Client, versionId: string) {
  const { revision } = await pageOf(client, versionId)
  return client.send('POST', `/api/framework-versions/${versionId}/publication`, { basedOn: revision })
}

async function setTotal(client: Client, versionId: string, totalPoints: number) {
  const { revision } = await pageOf(client, versionId)
  const change = { basedOn: revision, totalPoints }
  const answer = await client.send('PATCH', `/api/framework-versions/${versionId}`, change)
  expect(answer.statusCode, answer.body).toBe(200)
}

const flawsOf = async (client: Client, versionId: string) =>
  (await client.get(`/api/framework-versions/${versionId}/flaws`)).json() as {
    errorCount: number
    items: { severity: string; code: string; nodeCode: string | null; field: string | null; text: string }[]
  }

describe('publishing a draft', () => {
  it('is refused while it has flaws, each told with its place', async () => {
    const admin = await house.administrator()
    const table = [
      '测评项目,编码,测评标准,分值,测评方法,计分规则,牵头单位',
      '环境（5分）,a,整洁,,实地考察,,',
      ',b,绿化,1,,扣分：每=发现一处；扣=待定；最多=不限,市住建局',
    ].join('\n')
    const versionId = await givenDraft(admin, table)
    await setTotal(admin, versionId, 100)
    const { errorCount, items } = await flawsOf(admin, versionId)
    expect(
      items.map(({ severity, nodeCode, code, field }) => `${severity} ${nodeCode} ${code} ${field}`),
    ).toEqual([
      'error null points-sum points',
      'error 1 indicator-points points',
      'error a points-missing points',
      'error a rule-missing rule',
      'error a lead-missing duties',
      'error b rule-flawed rule',
      'warning a site-types-missing siteTypes',
      'warning a not-observed mappings',
      'warning b methods-missing methods',
    ])
    expect(items.every(({ code, text }) => text !== '' && text !== code)).toBe(true)
    const refused = await publish(admin, versionId)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'framework.flawed' })
    expect(refused.json().title + refused.json().detail).toContain(String(errorCount))
    expect((await pageOf(admin, versionId)).state).toBe('draft')
  })

  it('freezes it: nothing is imported into it any more, and nobody publishes it twice', async () => {
    const admin = await house.administrator()
    const versionId = await givenDraft(admin, SOUND)
    await setTotal(admin, versionId, 3)
    expect(await flawsOf(admin, versionId)).toMatchObject({ errorCount: 0, items: [] })
    const stale = await admin.send('POST', `/api/framework-versions/${versionId}/publication`, {
      basedOn: 99,
    })
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile'])
    const published = await publish(admin, versionId)
    expect(published.json()).toMatchObject({ state: 'published', publishedByName: 'c1管理员' })
    expect((await publish(admin, versionId)).json().code).toBe('framework.not-a-draft')
    const fileId = await upload(admin, '体系.csv', SOUND)
    for (const path of ['import', 'import/preview']) {
      const body = { fileId, dryRun: true }
      const answer = await admin.send('POST', `/api/framework-versions/${versionId}/${path}`, body)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'framework.not-a-draft'])
    }
  })
})

describe('a new version from an old one', () => {
  it('keeps codes and duties, and says what must be decided again', async () => {
    const admin = await house.administrator()
    const versionId = await givenDraft(admin, SOUND)
    await publish(admin, versionId)
    const said = { id: uuidv7(), label: '2027年版', year: 2027 }
    const made = await admin.send('POST', `/api/framework-versions/${versionId}/successor`, said)
    expect(made.json()).toMatchObject({
      id: said.id,
      state: 'draft',
      madeFromId: versionId,
      criterionCount: 2,
    })
    const again = await admin.send('POST', `/api/framework-versions/${versionId}/successor`, said)
    expect([again.statusCode, again.json().id]).toEqual([200, said.id])
    expect(await flawsOf(admin, said.id)).toMatchObject({ errorCount: 0 })
    expect((await admin.get(`/api/framework-versions/${said.id}/decisions`)).json().items).toEqual([])

    // without columns of duties those of the codes that stay stay; c is new, a has other words
    const table = [
      '测评项目,编码,测评标准,分值,计分规则',
      '环境,a,十分整洁,2,符合得分',
      ',b,绿化,1,A/B/C',
      ',c,亮化,1,符合得分',
    ]
    await importInto(admin, said.id, table.join('\n'))
    const { items } = (await admin.get(`/api/framework-versions/${said.id}/decisions`)).json()
    expect(items).toMatchObject([
      { code: 'a', why: 'reworded', previousText: '整洁', dutyCount: 1 },
      { code: 'c', why: 'added', previousText: null, dutyCount: 0 },
    ])
    const leadless = (await flawsOf(admin, said.id)).items.filter(({ code }) => code === 'lead-missing')
    expect(leadless.map(({ nodeCode }) => nodeCode)).toEqual(['c'])
  })

  it('takes mappings over as they were decided: what was refused is not proposed again', async () => {
    const admin = await house.administrator()
    const versionId = await givenDraft(admin, SOUND)
    const { items: nodes } = (await admin.get(`/api/framework-versions/${versionId}/nodes`)).json<{
      items: { id: string; code: string }[]
    }>()
    const criterionId = nodes.find(({ code }) => code === 'a')?.id ?? ''
    for (const state of ['confirmed', 'rejected', 'guess']) await givenTie(versionId, criterionId, state)
    const said = { id: uuidv7(), label: '沿用版', year: 2027 }
    await admin.send('POST', `/api/framework-versions/${versionId}/successor`, said)
    const { rows } = await house.asOwner(
      `select n.code, t.state, t.weight from item_criterion t join framework_node n on n.id = t.criterion_id
       where t.version_id = $1 and n.version_id = $1 order by t.state`,
      [said.id],
    )
    const weight = 0.5
    expect(rows).toEqual(['confirmed', 'guess', 'rejected'].map((state) => ({ code: 'a', state, weight })))
    const coverage = await admin.get(`/api/framework-versions/${said.id}/mappings/coverage`)
    expect(coverage.json()).toMatchObject({ confirmedCount: 1, guessCount: 1 })
  })

  it('of another city is not found', async () => {
    const admin = await house.administrator()
    const versionId = await givenDraft(admin, SOUND)
    const stranger = await house.administrator(house.otherCity)
    const said = { id: uuidv7(), label: 'x', year: 2027 }
    const url = `/api/framework-versions/${versionId}`
    expect((await stranger.send('POST', `${url}/successor`, said)).statusCode).toBe(404)
    for (const part of ['export', 'flaws', 'decisions'])
      expect((await stranger.get(`${url}/${part}`)).statusCode).toBe(404)
  })
})
