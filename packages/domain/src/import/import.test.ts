import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from './cell.ts'
import type { Column } from './column.ts'
import { parseDate, serialToDate } from './date.ts'
import { countKnownHeaders, headerNames, headerSignature, normalizeHeader, suggestMapping } from './header.ts'
import { editDistance, nearestNames } from './nearest-names.ts'
import { parseNumber } from './number.ts'
import { readCell } from './read-cell.ts'
import { readRow } from './read-row.ts'

const columns = [
  {
    field: 'name',
    zh: '点位名称',
    en: 'Name',
    aliases: ['名称'],
    required: true,
    kind: 'text',
    maxLength: 10,
  },
  {
    field: 'longitude',
    zh: '经度',
    en: 'Longitude',
    aliases: ['lng', 'lon', 'x'],
    required: false,
    kind: 'number',
  },
  { field: 'latitude', zh: '纬度', en: 'Latitude', aliases: ['lat', 'y'], required: false, kind: 'number' },
  { field: 'code', zh: '编码', en: 'Code', aliases: ['编号', '代码'], required: false, kind: 'code' },
  { field: 'openedOn', zh: '启用日期', en: 'Opened on', aliases: [], required: false, kind: 'date' },
  {
    field: 'state',
    zh: '状态',
    en: 'State',
    aliases: [],
    required: false,
    kind: 'choice',
    choices: [
      { value: 'active', zh: '在用', en: 'Active', aliases: ['正常'] },
      { value: 'paused', zh: '暂停', en: 'Paused' },
    ],
  },
] as const satisfies readonly Column[]

const byField = (field: (typeof columns)[number]['field']): Column =>
  columns.find((column) => column.field === field) ?? columns[0]
const read = (cell: Cell, field: (typeof columns)[number]['field']) => {
  const reading = readCell(cell, byField(field))
  return 'value' in reading ? reading.value : reading.flaw.code
}

describe('suggestMapping', () => {
  it.each([
    [['点位名称', '经度', '纬度'], { name: 0, longitude: 1, latitude: 2 }],
    [['＊点位　名称', '经度（必填）', '纬 度:'], { name: 0, longitude: 1, latitude: 2 }],
    [['LNG', 'Lat', 'name'], { name: 2, longitude: 0, latitude: 1 }],
    [['场所名称', 'GPS经度', 'GPS纬度'], { name: 0, longitude: 1, latitude: 2 }],
    [['名称', '名称(2)'], { name: 0 }],
    [['', '()', '备注'], {}],
  ])('reads %j', (headers, expected) => {
    const none = { name: null, longitude: null, latitude: null, code: null, openedOn: null, state: null }
    expect(suggestMapping(headers, columns)).toEqual({ ...none, ...expected })
  })

  it('prefers the header with the right bracket over one without', () => {
    const gcj = [
      { field: 'x', zh: '经度(GCJ-02)', en: 'x', aliases: [], required: false, kind: 'number' },
    ] as const
    expect(suggestMapping(['经度', '经度（GCJ-02）'], gcj)).toEqual({ x: 1 })
    expect(suggestMapping(['经度(WGS84)'], gcj)).toEqual({ x: 0 })
  })

  it('never gives one header to two fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('名称', '经度', '经度(备用)', '编号', '代码', 'x', '')),
        (headers) => {
          const used = Object.values(suggestMapping(headers, columns)).filter((index) => index !== null)
          expect(new Set(used).size).toBe(used.length)
        },
      ),
    )
  })

  it('counts known headers, so that the header row can be told from a title', () => {
    const names = headerNames(columns)
    expect(countKnownHeaders(['清澜市点位台账'], names)).toBe(0)
    expect(countKnownHeaders(['序号', '名称', '经度（必填）', '电话'], names)).toBe(2)
  })
})

describe('headerSignature', () => {
  it('ignores blanks and full-width forms, not order', () => {
    expect(headerSignature(['名称 ', '经度（必填）'])).toBe(headerSignature(['名称', '经度(必填)']))
    expect(headerSignature(['名称', '经度'])).not.toBe(headerSignature(['经度', '名称']))
    expect(headerSignature(['名称', '经度'])).toMatch(/^[0-9a-f]{16}$/)
    expect(normalizeHeader('　＊Ｎａｍｅ：')).toBe('name')
  })
})

describe('parseDate', () => {
  it.each<[string | number | Date, string]>([
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    [' 2026-01-05 08:30:00 ', '2026-01-05'],
    ['2026-01-05T08:30:00Z', '2026-01-05'],
    ['46027', '2026-01-05'],
    [46_027, '2026-01-05'],
    [46_027.75, '2026-01-05'],
    [20_260_105, '2026-01-05'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [new Date('2026-01-05T23:59:59Z'), '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %j as %s', (written, day) => {
    expect(parseDate(written)).toEqual({ value: day })
  })

  it.each([['2026-02-30'], ['2026年13月1日'], ['20260231'], ['0026-01-05'], [60], [0], [-3], [20_260_231]])(
    'refuses %j as impossible',
    (written) => {
      expect(parseDate(written)).toMatchObject({ flaw: { code: 'date-impossible' } })
    },
  )

  it.each(['明年', '26-1-5', '1/5/2026', '2026年1月', '去年12月3日', ''])(
    'refuses %j as no date',
    (written) => {
      expect(parseDate(written)).toMatchObject({ flaw: { code: 'date-invalid' } })
    },
  )

  it('reads every day back from all ways to write it', () => {
    const days = fc.date({ min: new Date('1905-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (moment) => {
        const day = moment.toISOString().slice(0, 10)
        const [year, month, date] = day.split('-').map(Number)
        const serial = Math.floor(moment.getTime() / 86_400_000) + 25_569
        for (const way of [
          day,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          day.replaceAll('-', ''),
          serial,
        ]) {
          expect(parseDate(way)).toEqual({ value: day })
        }
        expect(serialToDate(serial)?.toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    [' 1,234,567.5 ', 1_234_567.5],
    ['１２１．５５', 121.55],
    ['－3', -3],
    ['−3', -3],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-0', 0],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toEqual({ value })
  })

  it.each(['35平方米', '35 ㎡', '80%', '121°33′', '１００元', '1.5万'])('refuses the unit of %j', (text) => {
    expect(parseNumber(text)).toMatchObject({ flaw: { code: 'number-with-unit' } })
  })

  it.each(['一百', '12,34', '1.2.3', '1 2', '--3', '', 'NaN', 'Infinity', '1e999', '0x10'])(
    'refuses %j',
    (text) => {
      expect('flaw' in parseNumber(text)).toBe(true)
    },
  )
})

describe('readCell', () => {
  it('trims full-width blanks and invisible characters, keeps inner ones', () => {
    expect(read('　人民 公园\u200B ', 'name')).toBe('人民 公园')
    expect(read('人民\u0000公园', 'name')).toBe('人民公园')
  })

  it('keeps text that looks like a formula', () => {
    expect(read('=1+1', 'name')).toBe('=1+1')
  })

  it('reads a code typed as a number, and refuses one that lost digits', () => {
    expect(read(330_203_001, 'code')).toBe('330203001')
    expect(read('３３０２ ', 'code')).toBe('3302')
    expect(read(330_203_001_002_003_000, 'code')).toBe('code-lost-digits')
  })

  it('finds choices by any of their names', () => {
    expect(['在用', ' 正常 ', 'ACTIVE', 'active'].map((name) => read(name, 'state'))).toEqual(
      Array(4).fill('active'),
    )
    expect(readCell('停用', byField('state'))).toEqual({
      flaw: { code: 'choice-unknown', params: { value: '停用', choices: '在用、暂停' } },
    })
  })

  it('counts characters as people do', () => {
    expect(read('𠮷'.repeat(10), 'name')).toBe('𠮷'.repeat(10))
    expect(read('长'.repeat(11), 'name')).toBe('too-long')
  })

  it('passes on what the file could not say', () => {
    expect(read({ broken: 'error-value', shown: '#N/A' }, 'longitude')).toBe('error-value')
    expect(read({ broken: 'formula-without-value', shown: 'A1+1' }, 'name')).toBe('formula-without-value')
  })

  it('asks only required columns for a value', () => {
    expect(read('  ', 'name')).toBe('required')
    expect(read(null, 'code')).toBe(null)
  })

  it('never throws, whatever the cell', () => {
    const cells = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.date(), fc.constant(null))
    fc.assert(fc.property(cells, fc.constantFrom(...columns), (cell, column) => void readCell(cell, column)))
  })
})

describe('readRow', () => {
  it('types the values and names line and header of what is wrong', () => {
    const headers = ['名 称', '经度（必填）', '启用日期']
    const mapping = suggestMapping(headers, columns)
    const { values, findings } = readRow(
      { line: 7, cells: ['公园', '东', '2026/1/5'] },
      headers,
      columns,
      mapping,
    )
    const longitude: number | null = values.longitude
    const name: string | null = values.name
    expect({ longitude, name, openedOn: values.openedOn, code: values.code }).toEqual({
      longitude: null,
      name: '公园',
      openedOn: '2026-01-05',
      code: null,
    })
    expect(findings).toEqual([
      { line: 7, column: '经度（必填）', severity: 'error', code: 'number-invalid', params: { value: '东' } },
    ])
  })
})

describe('nearestNames', () => {
  const known = [
    '清澜市城市管理局',
    '清澜市公安局',
    '清澜市市场监督管理局',
    '云溪街道',
    '云澜街道',
    '清澜市交通运输局',
  ]

  it.each([
    ['城市管理局', '清澜市城市管理局'],
    ['城管局', '清澜市城市管理局'],
    ['市场监管局', '清澜市市场监督管理局'],
    ['清澜市公安居', '清澜市公安局'],
    ['云澜街', '云澜街道'],
    ['清澜市交通输运局', '清澜市交通运输局'],
  ])('takes %s for %s', (name, meant) => {
    expect(nearestNames(name, known)[0]).toBe(meant)
  })

  it('proposes nothing rather than anything', () => {
    expect(nearestNames('环保', known)).toEqual([])
    expect(nearestNames('', known)).toEqual([])
  })

  it('measures distance as the textbook does', () => {
    expect([editDistance('kitten', 'sitting'), editDistance('ab', 'ba'), editDistance('', 'abc')]).toEqual([
      3, 1, 3,
    ])
  })

  it('finds the nearest of 5,000 names', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `清澜市云溪区第${at}号社区居民委员会`)
    expect(nearestNames('清澜市云溪区第1234社区居委会', names)[0]).toContain('1234')
  })
})
