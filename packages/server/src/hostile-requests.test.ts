import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Client, useHouse } from './testing/house.ts'
import { importText } from './testing/import-file.ts'

const house = useHouse()
const cursor = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url')
const outcomeOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
  `${statusCode} ${(JSON.parse(body) as { code?: string }).code}`
const sendText = ({ token }: Client, url: string, payload: string) =>
  house.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
const organization = (name: string) =>
  `{"id":"${uuidv7()}","code":"${uuidv7().slice(-12)}","name":"${name}","shortName":null,"kind":"other","parentId":null,"areaId":null,"validFrom":"2020-01-01","validTo":null}`

describe('a hostile request', () => {
  it.each(['\\u0000', '\\ud800', 'a\\udfff'])('with the text %s is refused, not altered', async (name) => {
    const admin = await house.administrator()
    expect(outcomeOf(await sendText(admin, '/api/organizations', organization(name)))).toBe(
      '400 request.invalid',
    )
    expect((await sendText(admin, '/api/organizations', organization('𠮷'))).statusCode).toBe(200)
  })

  it('nested a hundred thousand deep is refused', async () => {
    const admin = await house.administrator()
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    expect(outcomeOf(await sendText(admin, '/api/organizations', deep))).toBe('400 request.invalid')
    const beside = organization('深').replace(
      '"id"',
      `"more":${'['.repeat(50_000)}${']'.repeat(50_000)},"id"`,
    )
    expect((await sendText(admin, '/api/organizations', beside)).statusCode).toBe(200)
    const { items } = (await admin.get('/api/audit?action=organization.add&limit=1')).json()
    expect(items[0].after.name).toBe('深')
    expect(items[0].after).not.toHaveProperty('more') // what the endpoint does not know is not taken in
  })

  it.each([
    `/api/audit?after=${cursor('x')}`,
    `/api/audit?after=${cursor(1)}`,
    `/api/sites?after=${cursor('\ud800', 1)}`,
    `/api/areas?after=${cursor({ a: 1 }, 2)}`,
  ])('with the invented place %s is refused', async (url) => {
    expect(outcomeOf(await (await house.administrator()).get(url))).toBe('400 cursor.invalid')
  })

  it.each([
    '/api/area-boundaries?day=0000-01-01',
    '/api/search?text=%00',
    '/api/sites/%',
    '/api/sites/%ff%fe',
  ])('to %s is refused as a Problem', async (url) => {
    const answer = await (await house.administrator()).get(url)
    expect(outcomeOf(answer)).toBe('400 request.invalid')
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('to an address whose id cannot be one is told that nothing is there', async () => {
    const answer = await (await house.administrator()).get('/api/cases/no-such-case')
    expect(outcomeOf(answer)).toBe('404 not-found')
    expect(answer.json().title).toBe('没有找到这个地址上的内容，可能已被删除，或不在您的管理范围内')
  })

  it('is told what is wrong in the language of whoever sent it', async () => {
    const admin = await house.administrator()
    const said = async (language: string) => {
      const url = '/api/rounds?limit=many'
      const headers = { authorization: `Bearer ${admin.token}`, 'accept-language': language }
      const answer = await house.app.inject({ method: 'GET', url, headers })
      expect(outcomeOf(answer)).toBe('400 request.invalid')
      return answer.json().title
    }
    expect(await said('zh-CN')).toBe('提交的内容不符合要求：/limit 必须是 integer')
    expect(await said('en')).toBe('The request is not valid: /limit must be integer')
  })

  it('that repeats an upload gets the first answer; other bytes under its id are refused', async () => {
    const admin = await house.administrator()
    const url = `/api/files?id=${uuidv7()}&name=a.csv`
    expect((await admin.sendBytes(url, Buffer.from('甲,乙\n1,2\n'))).statusCode).toBe(200)
    expect((await admin.sendBytes(url, Buffer.from('甲,乙\n1,2\n'))).statusCode).toBe(200)
    expect(outcomeOf(await admin.sendBytes(url, Buffer.from('甲,乙\n3,4\n')))).toBe('409 duplicate')
  })
})

describe('a hostile file', () => {
  const importTypes = async (text: string | Buffer, name = 'types.csv') =>
    importText(await house.administrator(), '/api/site-types', text, { name })

  it.each([
    ['编码,名称\n', 'types.csv'],
    ['编码,名称\n,\n,\n', 'types.csv'],
    ['not a workbook', 'types.xlsx'],
  ])('without rows (%j) is refused by its name', async (text, name) => {
    const answer = await importTypes(text, name)
    expect(answer.code).toBe('import.empty')
    expect(answer.title).toContain(name)
  })

  it('without a required column says so once, however long it is', async () => {
    const answer = await importTypes(`编码,别的\n${'A1,甲\n'.repeat(2_000)}`)
    expect(answer.imported).toBe(false)
    expect(answer.findings.filter(({ code }) => code !== 'duplicate-in-file')).toMatchObject([
      { line: 0, column: '名称', code: 'column-missing', text: expect.stringContaining('编码、别的') },
    ])
  })

  it('with cells that begin with = takes them as text, and says where', async () => {
    const answer = await importTypes('编码,名称\nF1,=1+1\nF2,公园\n')
    expect(answer).toMatchObject({ imported: true, createdCount: 2, warningCount: 1 })
    expect(answer.findings).toMatchObject([
      { line: 2, column: '名称', severity: 'warning', code: 'formula-text' },
    ])
  })

  it('with a cell of ten megabytes says how long it is and how long it may be', async () => {
    const answer = await importTypes(`编码,名称\nL1,${'长'.repeat(3_400_000)}\n`)
    expect(answer.findings).toMatchObject([{ line: 2, column: '名称', code: 'too-long' }])
    expect(answer.findings[0]?.text).toMatch(/3400000.*60/)
  })

  it('in UTF-16, as Excel saves “Unicode text”, is read', async () => {
    expect(
      await importTypes(Buffer.from('\ufeff编码\t名称\nU1,广场\n'.replace('\t', ','), 'utf16le')),
    ).toMatchObject({
      imported: true,
      createdCount: 1,
    })
  })

  it('of features keeps no half characters, and names the feature that is none', async () => {
    const features = (...list: string[]) => `{"type":"FeatureCollection","features":[${list.join()}]}`
    const half = features('{"type":"Feature","properties":{"编码":"H1","名称":"\\ud800湖"},"geometry":null}')
    expect(await importTypes(half, 'types.geojson')).toMatchObject({ imported: true, createdCount: 1 })
    const hollow = await importTypes(features('null', '{"type":"Feature"}'), 'types.geojson')
    expect(hollow.code).toBe('import.geojson-invalid')
    expect(hollow.title).toContain('features[0]')
  })

  it('imported twice at once is written once', async () => {
    const text = `编码,名称\n${Array.from({ length: 50 }, (_, at) => `W${at},并发${at}`).join('\n')}\n`
    const answers = await Promise.all([importTypes(text), importTypes(text), importTypes(text)])
    for (const answer of answers) {
      if (answer.imported) expect([0, 50]).toContain(answer.createdCount)
      else expect(['duplicate', 'changed-meanwhile']).toContain(answer.code)
    }
    expect(answers.filter(({ createdCount }) => createdCount === 50).length).toBeGreaterThan(0)
  })
})
