import { buffer } from 'node:stream/consumers'
import type { Cell } from '@chuangcheng/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenFile, readGiven, refusalOf } from '../../testing/given-file.ts'
import { CsvRecords } from './csv-records.ts'
import type { Table } from './index.ts'
import { readFeatureTable, writeCsv } from './index.ts'

const cellsOf = (table: Table): (readonly Cell[])[] => table.rows.map((row) => row.cells)

/** 名称,地址 / 人民公园,中山路１号 / 云溪广场,解放路 encoded by iconv -t GB18030. */
const gb18030 = Buffer.from(
  'c3fbb3c62cb5d8d6b70d0ac8cbc3f1b9abd4b02cd6d0c9bdc2b7a3b1bac50d0ad4c6cfaab9e3b3a12cbde2b7c5c2b70d0a',
  'hex',
)

describe('CSV', () => {
  const rows = [
    ['人民公园', '中山路１号'],
    ['云溪广场', '解放路'],
  ]
  const text = '名称,地址\r\n人民公园,中山路１号\r\n云溪广场,解放路\r\n'

  it.each<[string, string, Buffer]>([
    ['UTF-8', 'utf-8', Buffer.from(text)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', 'gb18030', gb18030],
    ['UTF-16 little-endian', 'utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian', 'utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s is recognised by content', async (_name, encoding, content) => {
    const table = await readGiven(content)
    expect(table).toMatchObject({ format: 'csv', encoding, headers: ['名称', '地址'] })
    expect(cellsOf(table)).toEqual(rows)
  })

  it('of damaged UTF-8 names the row', async () => {
    const content = Buffer.from(text.repeat(5))
    content[Buffer.from(text).length + 3] = 0xff
    expect(await refusalOf(content)).toMatchObject({
      code: 'import.encoding-damaged',
      params: { line: 4, encoding: 'UTF-8' },
    })
  })

  it('in Big5 or with bytes of nothing is refused', async () => {
    const big5 = Buffer.from('a657bad92ca661a77d0aa448a5c1a4bdb6e92ca4a4a473b8f40a', 'hex')
    expect(await refusalOf(big5)).toMatchObject({ code: 'import.encoding-unknown' })
    expect(await refusalOf('a,b\n1,\u00002\n')).toMatchObject({ code: 'import.not-a-table' })
  })

  it.each([',', ';', '\t'])('separated by %j is read, quotes and line breaks included', async (separator) => {
    const line = (...cells: string[]) => cells.join(separator)
    const content = [
      line('名称', '备注'),
      '',
      line('"a ""b"""', `"1${separator}2\n3"`),
      line('c', '5"'),
      '',
    ].join('\n')
    expect((await readGiven(content)).rows).toEqual([
      { line: 3, cells: ['a "b"', `1${separator}2\n3`] },
      { line: 4, cells: ['c', '5"'] },
    ])
  })

  it('is cut into the same records however the text arrives', () => {
    const piece = fc.constantFrom('"', ',', '\r', '\n', '\r\n', 'a', '""')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const cut = (feeds: readonly string[]) => {
          const found: string[][] = []
          const records = new CsvRecords(',', (fields) => found.push(fields))
          for (const text of feeds) records.feed(text)
          return [found, records.end()]
        }
        const whole = pieces.join('')
        expect(cut(whole.split(''))).toEqual(cut([whole]))
      }),
    )
  })

  it('with a quotation mark left open names the row', async () => {
    expect(await refusalOf('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({
      code: 'import.quote-open',
      params: { line: 3 },
    })
  })

  it('with a cell of 10 MB names that cell only', async () => {
    const table = await readGiven(`a,b\n1,"${'x'.repeat(10_000_000)}"\n2,3\n`)
    expect(cellsOf(table)).toEqual([
      ['1', { broken: 'too-long', shown: 'x'.repeat(20), length: expect.any(Number) }],
      ['2', '3'],
    ])
  })

  it('comes back as it was written, formulas disarmed on the way', async () => {
    const written = await buffer(
      writeCsv({ headers: ['a'], rows: [['=1+1'], ['-3'], [-3], ['@x'], ["'=y"]] }),
    )
    expect(written.toString()).toBe("\uFEFFa\r\n'=1+1\r\n'-3\r\n-3\r\n'@x\r\n''=y\r\n")
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1', "'", "'=1", '"', 'a\r\nb', '+1', '\t'),
    )
    const keptText = cell.filter((value) => value.trim() !== '' && !value.includes('\u0000'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(keptText, keptText), { minLength: 1, maxLength: 5 }),
        async (table) => {
          const content = await buffer(writeCsv({ headers: ['甲', '乙'], rows: table }))
          expect(cellsOf(await readGiven(content))).toEqual(table)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('GeoJSON', () => {
  const feature = (properties: unknown, geometry: unknown) => ({ type: 'Feature', properties, geometry })
  const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
  const point = { type: 'Point', coordinates: [121.5, 29.8, 3] }
  const surface = { type: 'Polygon', coordinates: [] }

  it('points become rows, properties columns, the geometry 经度 and 纬度', async () => {
    const table = await readGiven(
      collection(
        feature({ 名称: '甲', 经度: 0 }, point),
        feature({ 层数: 3, tags: ['x'] }, null),
        feature(null, surface),
      ),
    )
    expect(table.headers).toEqual(['名称', '经度(properties)', '层数', 'tags', '经度', '纬度'])
    expect(table.rows).toEqual([
      { line: 1, cells: ['甲', 0, null, null, 121.5, 29.8] },
      { line: 2, cells: [null, null, 3, '["x"]'] },
      { line: 3, cells: [null, null, null, null, { broken: 'not-a-point', shown: 'Polygon' }] },
    ])
  })

  it('boundaries keep their geometry beside the row', async () => {
    const path = await givenFile(collection(feature({ code: '1' }, surface)))
    expect(await readFeatureTable(path)).toMatchObject({ headers: ['code'], geometries: [surface] })
  })

  it.each([
    ['{"type":"FeatureCollection"', 'import.geojson-invalid'],
    ['{"type":"Point","coordinates":[1,2]}', 'import.geojson-not-features'],
    ['{"type":"FeatureCollection","features":[]}', 'import.empty'],
  ])('%s is refused', async (content, code) => {
    expect(await refusalOf(content)).toMatchObject({ code })
  })
})
