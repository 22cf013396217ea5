import { describe, expect, it } from 'vitest'
import type { Cell } from '../import/cell.ts'
import { readFrameworkSheet } from './sheet.ts'
import { suggestSheetColumns } from './sheet-columns.ts'
import { SheetNames } from './sheet-names.ts'

const world = {
  organizations: new SheetNames([
    { id: 'o1', name: '清澜市城市管理局', otherNames: ['城管局', 'A01'] },
    { id: 'o2', name: '清澜市住房和城乡建设局', otherNames: ['住建局', 'A02'] },
    { id: 'o3', name: '清澜市教育局', otherNames: ['教育局', 'A03'] },
  ]),
  siteTypes: new SheetNames([
    { id: 't1', name: '公共广场', otherNames: ['GC'] },
    { id: 't2', name: '农贸市场', otherNames: ['SC'] },
  ]),
}
const LEVELS = ['测评项目', '测评指标', '测评标准']

/** A sheet from its header and its rows; the header stands in line 1. */
function read(header: string[], rows: Cell[][], levelNames = LEVELS, titles: string[] = []) {
  const table = { headers: header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) }
  const columns = suggestSheetColumns(header, levelNames)
  return readFrameworkSheet({ table, columns, world, levelNames, year: 2026, titles })
}
const shape = (sheet: ReturnType<typeof read>) =>
  sheet.nodes.map(({ code, parentCode, text, points }) => [parentCode, code, text, points])
const found = (sheet: ReturnType<typeof read>) =>
  sheet.findings.map(({ line, column, severity, code }) => `${line} ${column} ${severity} ${code}`)

describe('a sheet with its levels side by side', () => {
  it('continues blank cells within the same parent only, and makes codes from places', () => {
    const sheet = read(
      ['序号', '测评项目', '测评指标', '测评标准', '分值'],
      [
        [1, '公共环境', '环境卫生', '地面整洁', '2分'],
        [2, null, null, '垃圾\n分类', '(1.5分)'],
        [3, null, '绿化养护', '无裸土', '２'],
        [4, '公共秩序', '交通秩序', '礼让行人', 3],
      ],
    )
    expect(shape(sheet)).toEqual([
      [null, '1', '公共环境', null],
      ['1', '1-1', '环境卫生', null],
      ['1-1', '1-1-01', '地面整洁', 2],
      ['1-1', '1-1-02', '垃圾分类', 1.5],
      ['1', '1-2', '绿化养护', null],
      ['1-2', '1-2-01', '无裸土', 2],
      [null, '2', '公共秩序', null],
      ['2', '2-1', '交通秩序', null],
      ['2-1', '2-1-01', '礼让行人', 3],
    ])
    expect(sheet.findings).toEqual([])
    expect(sheet.levelNames).toEqual(['测评项目', '测评指标', '测评标准'])
  })

  it('takes codes and points out of texts where all of a column carry them', () => {
    const sheet = read(
      ['一级指标', '二级指标', '三级指标'],
      [
        ['Ⅰ 环境（20分）', '一、卫生', '1-1-01 公共场所整洁（3分）'],
        [null, null, '1-1-02 垃圾分类（2分）'],
        ['Ⅱ 秩序（10分）', '一、交通', '２-１-０１、 礼让行人(5分)'],
      ],
    )
    expect(shape(sheet)).toEqual([
      [null, 'Ⅰ', '环境', 20],
      ['Ⅰ', 'Ⅰ-1', '卫生', null],
      ['Ⅰ-1', '1-1-01', '公共场所整洁', 3],
      ['Ⅰ-1', '1-1-02', '垃圾分类', 2],
      [null, 'Ⅱ', '秩序', 10],
      ['Ⅱ', 'Ⅱ-1', '交通', null],
      ['Ⅱ-1', '2-1-01', '礼让行人', 5],
    ])
  })

  it('leaves out repeated headers with their title, sums and footnotes, and says so', () => {
    const header = ['测评项目', '测评标准', '分值']
    const sheet = read(header, [
      ['环境', '地面整洁', 2],
      ['2026年测评体系'],
      header,
      ['秩序', '礼让行人', 3],
      ['合计', null, 5],
      ['注：本表由创建办负责解释'],
    ])
    expect(shape(sheet).map(([, , text]) => text)).toEqual(['环境', '地面整洁', '秩序', '礼让行人'])
    expect(found(sheet)).toEqual(['3', '6', '7'].map((line) => `${line} null warning row-skipped`))
  })

  it('refuses a second table below or beside the first, with its row', () => {
    const below = read(
      ['测评项目', '测评标准', '分值'],
      [
        ['环境', '整洁', 1],
        ['编码', '责任单位', '备注', '点位类型'],
        ['x', 'y'],
      ],
    )
    expect(found(below)).toContain('3 null error second-table')
    const beside = read(['测评项目', '测评标准', '(C)', '测评项目(2)', '测评标准(2)'], [['环境', '整洁']])
    expect(found(beside)).toContain('0 测评项目(2) error table-beside')
  })

  it('reads what stands beside the tree, in many spellings', () => {
    const sheet = read(
      [
        '测评项目',
        '测评标准',
        '分值',
        '类型',
        '测评方法',
        '计分规则',
        '点位类型',
        '责任单位',
        '配合单位',
        '备注',
      ],
      [
        [
          '环境',
          '整洁',
          2,
          '高于国家',
          '网上申报、现场考察/问卷',
          '符合得分',
          '公共广场、SC',
          '城管局',
          '住建局（60%）；教育局×0.4',
          null,
        ],
        [null, '绿化', 1, '加分项', '听取汇报，台账', '按当年手册', null, 'A03', null, '看清单'],
      ],
    )
    expect(sheet.nodes[1]).toMatchObject({
      role: 'ordinary',
      origin: 'raised',
      methods: ['documentReview', 'siteInspection', 'survey'],
      rule: { kind: 'binary' },
      siteTypeIds: ['t1', 't2'],
      duties: [
        { role: 'lead', organizationId: 'o1', share: null },
        { role: 'supporting', organizationId: 'o2', share: 0.6 },
        { role: 'supporting', organizationId: 'o3', share: 0.4 },
      ],
    })
    expect(sheet.nodes[2]).toMatchObject({
      role: 'bonus',
      rule: null,
      note: '看清单\n测评方法：听取汇报\n计分规则：按当年手册',
    })
    expect(found(sheet)).toEqual(['3 测评方法 warning method-unknown', '3 计分规则 warning rule-unread'])
  })

  it('gives points merged over criteria out among them, as a guess that is told once', () => {
    const header = ['测评项目', '测评标准', '分值']
    const rows = [
      { line: 2, cells: ['环境', '整洁', '2分'] },
      { line: 3, cells: [null, '绿化', '2分'], mergedColumns: [2] },
      { line: 4, cells: [null, '亮化', '2分'], mergedColumns: [2] },
      { line: 5, cells: [null, '美化', 2] },
    ]
    const columns = suggestSheetColumns(header, LEVELS)
    const order = { table: { headers: header, rows }, columns, world, levelNames: LEVELS, year: 2026 }
    const sheet = readFrameworkSheet({ ...order, titles: [] })
    const criteria = sheet.nodes.filter(({ kind }) => kind === 'criterion')
    expect(criteria.map(({ points, guesses }) => [points, guesses])).toEqual([
      [0.6667, ['points']],
      [0.6667, ['points']],
      [0.6666, ['points']],
      [2, []],
    ])
    expect(sheet.findings).toMatchObject([
      { line: 2, column: '分值', severity: 'warning', code: 'points-merged', params: { value: 2, count: 3 } },
    ])
  })

  it('tells by row and column what cannot be right', () => {
    const sheet = read(
      ['测评项目', '测评指标', '编码', '测评标准', '分值', '牵头单位', '点位类型'],
      [
        [null, null, '0', '没有上级', 1, null, null],
        ['环境', '卫生', 'a', '地面整洁', '两分', '城管', null],
        [null, null, 'a', '垃圾分类', -1, null, '农贸市厂'],
        ['秩序', '交通', new Date('2026-01-02T00:00:00Z'), '礼让', 1.23456, null, null],
        [null, null, 'b', '地面整洁', null, null, null],
        [null, null, 'c', null, 2, '教育局', null],
      ],
    )
    expect(found(sheet)).toEqual(
      expect.arrayContaining([
        '2 测评项目 error indicator-missing',
        '3 分值 error points-invalid',
        '3 牵头单位 error name-unknown-similar',
        '4 分值 error points-negative',
        '4 点位类型 error name-unknown-similar',
        '4 编码 error duplicate-in-file',
        '5 编码 error code-became-date',
        '5 分值 error points-too-fine',
        '6 测评标准 warning under-two-parents',
        '6 分值 warning points-absent',
        '7 测评标准 error required',
      ]),
    )
  })

  it('refuses a criterion under two parents: the same code, or the same words without a code', () => {
    const coded = read(
      ['测评项目', '编码', '测评标准'],
      [
        ['环境', 'a', '整洁'],
        ['秩序', 'a', '整洁'],
      ],
    )
    expect(found(coded)).toContain('3 编码 error under-two-parents')
    const bare = read(
      ['测评项目', '测评标准'],
      [
        ['环境', '整洁'],
        ['秩序', '整洁'],
      ],
    )
    expect(found(bare)).toContain('3 测评标准 error under-two-parents')
  })

  it('takes the empty half of a merged header for a level, and keeps indicators apart that differ by number only', () => {
    const sheet = read(
      ['指标体系', '(B)', '考核要点', '分值'],
      [
        ['第1项任务', '卫生', '整洁', 1],
        ['第2项任务', '卫生', '绿化', 1],
      ],
      ['甲', '乙'],
    )
    expect(sheet.levelNames).toEqual(['指标体系', '第2级', '考核要点'])
    expect(shape(sheet).map(([parent, code]) => [parent, code])).toEqual([
      [null, '1'],
      ['1', '1-1'],
      ['1-1', '1-1-01'],
      [null, '2'],
      ['2', '2-1'],
      ['2-1', '2-1-01'],
    ])
  })

  it('reads 5,000 rows of another year as quickly as it warns of them', () => {
    const rows = Array.from({ length: 5_000 }, (_, at): Cell[] => [`方面${at % 50}`, `第${at}条要求`, 1])
    const sheet = read(['测评项目', '测评标准', '分值'], rows, LEVELS, ['2019年测评体系'])
    expect(sheet.nodes).toHaveLength(5_050)
    expect(found(sheet)).toEqual(['0 null warning year-differs'])
  })

  it('wonders about another year in title, sheet or file', () => {
    const sheet = read(['测评项目', '测评标准', '分值'], [['环境', '整洁', 1]], LEVELS, [
      '２０２４年测评体系',
      '表1',
    ])
    expect(sheet.findings).toMatchObject([
      { severity: 'warning', code: 'year-differs', params: { found: '2024', year: 2026 } },
    ])
    expect(
      read(['测评项目', '测评标准', '分值'], [['环境', '整洁', 1]], LEVELS, ['2025—2026年']).findings,
    ).toEqual([])
  })
})

describe('a sheet with one node a row', () => {
  it('hangs nodes under the codes they name, children before their parents too', () => {
    const sheet = read(
      ['编码', '上级编码', '名称', '分值'],
      [
        ['1-1', '1', '整洁', 2],
        ['1', null, '环境', null],
        ['1-2', '1', '绿化', 3],
      ],
    )
    expect(shape(sheet)).toEqual([
      [null, '1', '环境', null],
      ['1', '1-1', '整洁', 2],
      ['1', '1-2', '绿化', 3],
    ])
    expect(sheet.nodes.map(({ kind }) => kind)).toEqual(['indicator', 'criterion', 'criterion'])
  })

  it('tells cycles, unknown parents and codes that come twice', () => {
    const sheet = read(
      ['编码', '上级编码', '测评标准'],
      [
        ['1', '2', '甲'],
        ['2', '1', '乙'],
        ['3', '9', '丙'],
        ['3', null, '丁'],
      ],
    )
    expect(found(sheet)).toEqual(
      expect.arrayContaining([
        '2 上级编码 error own-ancestor',
        '4 上级编码 error name-unknown',
        '5 编码 error duplicate-in-file',
      ]),
    )
  })
})
