import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { givenFramework } from '../../testing/given-framework.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { importText, upload } from '../../testing/import-file.ts'
import { importNamedFramework } from './index.ts'
import { givenWorkbook, pointsOfWorkbook, type WorkbookShape } from './workbook/given-workbook.ts'

const house = useHouse()

type Outcome = {
  imported: boolean
  levelNames: string[]
  levelCounts: number[]
  raisedCount: number
  dutyCount: number
  pointsSum: number
  errorCount: number
  findings: { line: number; column: string | null; severity: string; code: string; text: string }[]
}

async function importInto(
  client: Client,
  versionId: string,
  name: string,
  bytes: Buffer | string,
  dryRun = false,
) {
  const fileId = await upload(client, name, bytes)
  const answer = await client.send('POST', `/api/framework-versions/${versionId}/import`, { fileId, dryRun })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Outcome>()
}

const csv = (...rows: string[]): string => rows.join('\n')

const SHAPES: readonly (readonly [string, WorkbookShape])[] = [
  ['4/45/252', { levels: ['板块', '测评内容', '测评标准'], counts: [4, 45, 252] }],
  [
    '7/24/75/228, 15 raised',
    { levels: ['测评项目', '测评指标', '测评内容', '测评标准'], counts: [7, 24, 75, 228], raised: 15 },
  ],
  ['128+3', { levels: ['一级指标', '测评标准'], counts: [9, 131], local: 3 }],
  ['7/33/111', { levels: ['Ⅰ级指标', 'Ⅱ级指标', 'Ⅲ级指标'], counts: [7, 33, 111] }],
]

describe('importing a workbook of real life', () => {
  it.each(SHAPES)('of shape %s, the version shows exactly that', async (name, shape) => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const outcome = await importInto(admin, versionId, '体系.xlsx', await givenWorkbook(shape))
    expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(outcome).toMatchObject({ imported: true, levelCounts: shape.counts, levelNames: shape.levels })
    const page = (await admin.get(`/api/framework-versions/${versionId}`)).json()
    expect(page, name).toMatchObject({
      levelNames: shape.levels,
      levelCounts: shape.counts,
      criterionCount: shape.counts.at(-1),
      raisedCount: shape.raised ?? 0,
      localCount: shape.local ?? 0,
      pointsSum: pointsOfWorkbook(shape.counts.at(-1) ?? 0),
    })
  })

  it('says what it would do without doing it', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const bytes = await givenWorkbook({ levels: ['项目', '标准'], counts: [2, 6] })
    const outcome = await importInto(admin, versionId, '体系.xlsx', bytes, true)
    expect(outcome).toMatchObject({ imported: false, levelCounts: [2, 6], errorCount: 0 })
    expect((await admin.get(`/api/framework-versions/${versionId}/nodes`)).json().items).toEqual([])
  })

  it('imports nothing when one row is wrong, and names row and column', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const table = csv('测评项目,测评标准,分值,牵头单位', '环境,整洁,2,', ',绿化,-1,', ',亮化,两分,没有的局')
    const outcome = await importInto(admin, versionId, '体系.csv', table)
    expect(outcome.imported).toBe(false)
    expect(outcome.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '3 分值 points-negative',
      '4 分值 points-invalid',
      '4 牵头单位 name-unknown',
    ])
    expect(outcome.findings.every(({ text, code }) => text !== '' && text !== code)).toBe(true)
    expect((await admin.get(`/api/framework-versions/${versionId}/nodes`)).json().items).toEqual([])
  })

  it('wonders about a workbook of another year', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const shape = { levels: ['项目', '标准'], counts: [3, 9], title: '２０２３年文明城市测评体系' }
    const outcome = await importInto(admin, versionId, '体系.xlsx', await givenWorkbook(shape))
    expect(outcome.findings[0]).toMatchObject({ severity: 'warning', code: 'year-differs' })
    expect(outcome.findings[0]?.text).toContain('2023')
    expect(outcome.imported).toBe(true)
  })

  it('reads headers in two rows, and points merged over criteria as what they are worth together', async () => {
    const admin = await house.administrator()
    await importText(
      admin,
      '/api/organizations',
      '编码,名称,类别\nZ1,市园林局,市直部门\nZ2,市水务局,市直部门',
    )
    const { versionId } = await givenFramework(admin)
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('测评体系')
    sheet.addRows([
      ['测评项目', '测评标准', '分值', '责任单位', null],
      [null, null, null, '牵头', '配合'],
      ['环境', '整洁', 3, '市园林局', '市水务局'],
      [null, '绿化', null, '市园林局', null],
    ])
    for (const range of ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'A3:A4', 'C3:C4']) sheet.mergeCells(range)
    const outcome = await importInto(admin, versionId, '表.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
    expect(outcome).toMatchObject({ imported: true, levelCounts: [1, 2], pointsSum: 3, dutyCount: 3 })
    expect(outcome.findings).toMatchObject([{ line: 3, column: '分值', code: 'points-merged' }])
  })

  it('keeps the nodes whose codes stay, and replaces the rest', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const nodes = async () =>
      (await admin.get(`/api/framework-versions/${versionId}/nodes`)).json().items as {
        id: string
        code: string
        text: string
      }[]
    await importInto(
      admin,
      versionId,
      'a.csv',
      csv('测评项目,编码,测评标准,分值', '环境,a,整洁,2', ',b,绿化,1'),
    )
    const before = await nodes()
    await importInto(
      admin,
      versionId,
      'b.csv',
      csv('测评项目,编码,测评标准,分值', '环境,a,十分整洁,3', ',c,亮化,1'),
    )
    const after = await nodes()
    const idOf = (list: typeof before, code: string) => list.find((node) => node.code === code)?.id
    expect(idOf(after, 'a')).toBe(idOf(before, 'a'))
    expect(after.map(({ code, text }) => [code, text])).toEqual([
      ['1', '环境'],
      ['a', '十分整洁'],
      ['c', '亮化'],
    ])
  })

  it('makes no framework at the command line in a dry run, or when the workbook is refused', async () => {
    const admin = await house.administrator()
    const named = { framework: '只试一试', label: '2026年版', year: 2026, campaign: 'national' } as const
    const tried = async (table: string, dryRun: boolean) => {
      const path = join(house.folder, '体系.csv')
      writeFileSync(path, table)
      const file = { id: uuidv7(), name: '体系.csv', path, hash: '' }
      return importNamedFramework(house.database, house.city.author, named, file, { dryRun })
    }
    const dry = await tried(csv('测评项目,测评标准,分值', '环境,整洁,2'), true)
    expect(dry).toMatchObject({ imported: false, levelCounts: [1, 1], findings: [] })
    const refused = await tried(csv('测评项目,测评标准,分值', '环境,整洁,-2', ',绿化,1'), false)
    expect(refused).toMatchObject({ imported: false, findings: [{ code: 'points-negative' }] })
    const { items } = (await admin.get('/api/frameworks')).json<{ items: { name: string }[] }>()
    expect(items.map(({ name }) => name)).not.toContain(named.framework)
  })

  it('is previewed with its columns and levels', async () => {
    const admin = await house.administrator()
    const { versionId } = await givenFramework(admin)
    const shape = { levels: ['测评项目', '测评指标', '测评标准'], counts: [2, 4, 9] }
    const fileId = await upload(admin, '体系.xlsx', await givenWorkbook(shape))
    const preview = (
      await admin.send('POST', `/api/framework-versions/${versionId}/import/preview`, { fileId })
    ).json()
    expect(preview).toMatchObject({
      sheet: '测评体系',
      levelNames: shape.levels,
      columns: { level1: '测评项目', level2: '测评指标', text: '测评标准', points: '分值', rule: '评分办法' },
    })
    expect(preview.fields.every((field: { name: string }) => !field.name.startsWith('framework'))).toBe(true)
  })
})
