import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Cell } from '@chuangcheng/domain'
import { Problem } from '@chuangcheng/domain'
import { ZipArchive } from 'archiver'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CsvRecords } from './csv-records.ts'
import type { ReadOptions, Table } from './index.ts'
import { readFeatureTable, readTable, writeCsv, writeWorkbook } from './index.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function given(content: string | Buffer): Promise<string> {
  const path = join(folder, `file-${count++}`)
  await writeFile(path, content)
  return path
}
const read = async (content: string | Buffer, options?: ReadOptions): Promise<Table> =>
  readTable(await given(content), options)

async function refusal(content: string | Buffer, options: ReadOptions = {}): Promise<Problem> {
  try {
    await read(content, { fileName: '点位.xlsx', ...options })
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was read')
}
const cellsOf = (table: Table): (readonly Cell[])[] => table.rows.map((row) => row.cells)

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function zipped(files: Record<string, string>): Promise<Buffer> {
  const archive = new ZipArchive({})
  for (const [name, text] of Object.entries(files)) archive.append(text, { name })
  const content = buffer(archive)
  await archive.finalize()
  return content
}

/** A workbook written by hand, as other programs write them. */
const rawWorkbook = (sheet: string, more: Record<string, string> = {}): Promise<Buffer> =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="点位" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/></Relationships>`,
    'xl/worksheets/one.xml': sheet,
    ...more,
  })

describe('a workbook', () => {
  it('is read with its rows, kinds of cells and sheets', async () => {
    const content = await workbook((book) => {
      const sheet = book.addWorksheet('点位')
      sheet.addRow(['名称', '日期', '数', '是否', '富文本', '链接'])
      sheet.addRow([
        '=1+1',
        new Date('2026-01-05T00:00:00Z'),
        1.5,
        true,
        { richText: [{ text: '人民' }, { text: '公园', font: { bold: true } }] },
        { text: '官网', hyperlink: 'https://example.org' },
      ])
      book.addWorksheet('说明').addRow(['x'])
      book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['x'])
    })
    const table = await read(content)
    expect(table).toMatchObject({
      format: 'xlsx',
      sheets: ['点位', '说明'],
      headers: ['名称', '日期', '数', '是否', '富文本', '链接'],
    })
    expect(table.rows).toEqual([
      { line: 2, cells: ['=1+1', new Date('2026-01-05T00:00:00Z'), 1.5, true, '人民公园', '官网'] },
    ])
  })

  it('gives formulas their last value, and says where there is none or an error', async () => {
    const sheet = `<worksheet><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c><c r="C1" t="inlineStr"><is><t>c</t></is></c><c r="D1" t="inlineStr"><is><t>d</t></is></c></row>
      <row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C5"><f>X(1)</f></c><c r="D5" t="b"><f>TRUE()</f><v>1</v></c></row>
    </sheetData></worksheet>`
    const table = await read(await rawWorkbook(sheet))
    expect(table.rows).toEqual([
      {
        line: 5,
        cells: [
          2,
          { broken: 'error-value', shown: '#DIV/0!' },
          { broken: 'formula-without-value', shown: 'X(1)' },
          true,
        ],
        formulaColumns: [0, 1, 2, 3],
      },
    ])
  })

  it('is read when rows and cells carry no references and tags carry prefixes', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData><x:row>${cell('名称')}${cell('地址')}</x:row><x:row>${cell('甲')}${cell('_x4E59__x000D_')}</x:row></x:sheetData></x:worksheet>`
    const table = await read(await rawWorkbook(sheet))
    expect(table.headers).toEqual(['名称', '地址'])
    expect(table.rows).toEqual([{ line: 2, cells: ['甲', '乙\r'] }])
  })

  it('keeps dates of the 1904 system and formats dates by their style', async () => {
    const content = await workbook((book) => {
      book.properties.date1904 = true
      const sheet = book.addWorksheet('a')
      sheet.addRow(['日期', '时间'])
      const row = sheet.addRow([new Date('2026-01-05T00:00:00Z'), 0.5])
      row.getCell(2).numFmt = 'h:mm'
    })
    expect(cellsOf(await read(content))).toEqual([[new Date('2026-01-05T00:00:00Z'), 0.5]])
  })

  it('skips titles, keeps row numbers, tells repeated and missing headers apart', async () => {
    const content = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.getCell('A1').value = '清澜市点位台账'
      sheet.mergeCells('A1:D1')
      sheet.getCell('A2').value = '填报单位:城管局'
      sheet.getRow(4).values = ['名称', '名称', null, '地址']
      sheet.getRow(7).values = ['甲', '乙', '丙', '丁']
      sheet.getColumn(9).width = 3
    })
    const table = await read(content)
    expect(table.headers).toEqual(['名称', '名称(2)', '(C)', '地址'])
    expect(table.rows).toEqual([{ line: 7, cells: ['甲', '乙', '丙', '丁'] }])
  })

  it('prefers the row of known headers over a wider one', async () => {
    const rows = [
      ['说明', 'a', 'b', 'c', 'd', 'e'],
      ['名称', '经度'],
      ['甲', 121],
    ]
    const content = await workbook((book) => book.addWorksheet('a').addRows(rows))
    expect((await read(content, { knownHeaders: new Set(['名称', '经度']) })).headers.slice(0, 2)).toEqual([
      '名称',
      '经度',
    ])
  })

  it('repeats a value merged over several rows', async () => {
    const content = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.addRows([
        ['街道', '名称'],
        ['云溪街道', '甲'],
        [null, '乙'],
        ['江北街道', '丙'],
      ])
      sheet.mergeCells('A2:A3')
    })
    expect(cellsOf(await read(content))).toEqual([
      ['云溪街道', '甲'],
      ['云溪街道', '乙'],
      ['江北街道', '丙'],
    ])
  })

  it('reads the sheet asked for and names the sheets there are', async () => {
    const content = await workbook((book) => {
      book.addWorksheet('甲').addRow(['a'])
      book.addWorksheet('乙').addRows([['b'], ['1']])
    })
    expect((await read(content, { sheet: '乙' })).headers).toEqual(['b'])
    expect((await refusal(content, { sheet: '丙' })).params).toEqual({
      file: '点位.xlsx',
      sheet: '丙',
      sheets: '甲、乙',
    })
  })

  it('of 65,000 formatted rows with 500 real ones costs what 500 cost', async () => {
    const line = (at: number) => {
      const text = at <= 501 ? '<is><t>值</t></is>' : ''
      const cells = Array.from({ length: 12 }, () => `<c s="1" t="inlineStr">${text}</c>`).join('')
      return `<row r="${at}" ht="14.25" customHeight="1">${cells}</row>`
    }
    const lines = Array.from({ length: 65_000 }, (_, at) => line(at + 1)).join('')
    const path = await given(await rawWorkbook(`<worksheet><sheetData>${lines}</sheetData></worksheet>`))
    const before = process.memoryUsage().heapUsed
    const table = await readTable(path)
    expect(table.rows).toHaveLength(500)
    expect(table.rows.at(-1)?.line).toBe(501)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('cuts no row: a cell longer than a spreadsheet allows is named', async () => {
    const long = `<worksheet><sheetData><row><c t="inlineStr"><is><t>名称</t></is></c></row><row><c t="inlineStr"><is><t>${'长'.repeat(3_000_000)}</t></is></c></row></sheetData></worksheet>`
    const table = await read(await rawWorkbook(long))
    expect(cellsOf(table)).toEqual([[{ broken: 'too-long', shown: '长'.repeat(20) }]])
  })
})

describe('a file that is no workbook', () => {
  const zeros = '0'.repeat(320 * 1024 * 1024)

  it('but a zip bomb is refused from its directory', async () => {
    const content = await zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': zeros })
    expect(content.length).toBeLessThan(2 * 1024 * 1024)
    expect(await refusal(content)).toMatchObject({ code: 'import.unpacks-too-large' })
  }, 60_000)

  it('but a zip bomb with a lying directory is stopped at the size it declared', async () => {
    const content = await rawWorkbook(`<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`)
    const directory = content.indexOf(Buffer.from('504b0102', 'hex'))
    for (let at = directory; at >= 0; at = content.indexOf(Buffer.from('504b0102', 'hex'), at + 4)) {
      if (content.readUInt32LE(at + 24) > 1_000_000) content.writeUInt32LE(1000, at + 24)
    }
    expect(await refusal(content)).toMatchObject({ code: 'import.damaged' })
  })

  it('but thousands of tiny parts is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`f${at}`, '']))
    expect(await refusal(await zipped(files))).toMatchObject({ code: 'import.unpacks-too-large' })
  })

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['an old .xls', 'import.save-as-xlsx', () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
    [
      'a workbook with a password',
      'import.password-protected',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('..EncryptedPackage', 'utf16le')]),
    ],
    [
      'a web page named .xls',
      'import.save-as-xlsx',
      () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    ],
    ['an OpenDocument sheet', 'import.save-as-xlsx', () => zipped({ 'content.xml': '<x/>' })],
    [
      'a text document',
      'import.not-a-table',
      () => zipped({ '_rels/.rels': '<x/>', 'word/document.xml': '<x/>' }),
    ],
    ['any zip', 'import.not-a-table', () => zipped({ 'a.txt': 'a' })],
    ['half a zip', 'import.damaged', async () => (await rawWorkbook('<worksheet/>')).subarray(0, 200)],
    ['broken XML', 'import.damaged', () => rawWorkbook('<worksheet><sheetData><row></sheetData>')],
    ['an image', 'import.not-a-table', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an empty file', 'import.empty', () => Buffer.alloc(0)],
    ['an empty sheet', 'import.empty', () => rawWorkbook('<worksheet><sheetData/></worksheet>')],
  ])('but %s is refused with %s', async (_what, code, content) => {
    expect(await refusal(await content())).toMatchObject({ code, params: { file: '点位.xlsx' } })
  })

  it('is never read beyond its limits', async () => {
    const rows = 'a,b\n1,2\n3,4\n'
    expect(await refusal(rows, { maxRows: 2 })).toMatchObject({ code: 'import.too-many-rows' })
    expect(await refusal(rows, { maxColumns: 1 })).toMatchObject({
      code: 'import.too-many-columns',
      params: { line: 1 },
    })
    expect(await refusal(rows, { maxBytes: 5 })).toMatchObject({ code: 'import.file-too-large' })
  })

  it('never breaks the reader, whatever its bytes', async () => {
    const starts = fc.constantFrom('', '504b0304', 'd0cf11e0a1b11ae1', '7b', 'fffe', 'efbbbf')
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
        await read(Buffer.concat([Buffer.from(start, 'hex'), bytes])).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Problem)
        })
      }),
      { numRuns: 150 },
    )
  })
})

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
    const table = await read(content)
    expect(table).toMatchObject({ format: 'csv', encoding, headers: ['名称', '地址'] })
    expect(cellsOf(table)).toEqual(rows)
  })

  it('of damaged UTF-8 names the row', async () => {
    const content = Buffer.from(text.repeat(5))
    content[Buffer.from(text).length + 3] = 0xff
    expect(await refusal(content)).toMatchObject({
      code: 'import.encoding-damaged',
      params: { line: 4, encoding: 'UTF-8' },
    })
  })

  it('in Big5 or with bytes of nothing is refused', async () => {
    const big5 = Buffer.from('a657bad92ca661a77d0aa448a5c1a4bdb6e92ca4a4a473b8f40a', 'hex')
    expect(await refusal(big5)).toMatchObject({ code: 'import.encoding-unknown' })
    expect(await refusal('a,b\n1,\u00002\n')).toMatchObject({ code: 'import.not-a-table' })
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
    expect((await read(content)).rows).toEqual([
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
    expect(await refusal('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({
      code: 'import.quote-open',
      params: { line: 3 },
    })
  })

  it('with a cell of 10 MB names that cell only', async () => {
    const table = await read(`a,b\n1,"${'x'.repeat(10_000_000)}"\n2,3\n`)
    expect(cellsOf(table)).toEqual([
      ['1', { broken: 'too-long', shown: 'x'.repeat(20) }],
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
          expect(cellsOf(await read(content))).toEqual(table)
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
    const table = await read(
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
    const path = await given(collection(feature({ code: '1' }, surface)))
    expect(await readFeatureTable(path)).toMatchObject({ headers: ['code'], geometries: [surface] })
  })

  it.each([
    ['{"type":"FeatureCollection"', 'import.geojson-invalid'],
    ['{"type":"Point","coordinates":[1,2]}', 'import.geojson-not-features'],
    ['{"type":"FeatureCollection","features":[]}', 'import.empty'],
  ])('%s is refused', async (content, code) => {
    expect(await refusal(content)).toMatchObject({ code })
  })
})

describe('writeWorkbook', () => {
  it('writes what readTable reads, text always as text', async () => {
    const rows: Cell[][] = [
      ['=1+1', -3, new Date('2026-01-05T00:00:00Z'), true],
      ['@a', 1.5, null, '甲\n乙'],
    ]
    const content = await buffer(
      writeWorkbook([{ name: '点位:[台账]', headers: ['a', 'b', 'c', 'd'], rows }]),
    )
    const table = await read(content)
    expect(table.sheets).toEqual(['点位  台账'])
    expect(cellsOf(table)).toEqual(rows)
    expect(table.rows.some((row) => row.formulaColumns)).toBe(false)
  })

  it('ends with the error of its rows', async () => {
    async function* broken(): AsyncGenerator<Cell[]> {
      yield ['a']
      throw new Error('cursor closed')
    }
    await expect(buffer(writeWorkbook([{ name: 'a', headers: ['a'], rows: broken() }]))).rejects.toThrow(
      'cursor closed',
    )
  })
})

describe('10,000 rows of 20 columns', () => {
  const headers = Array.from({ length: 20 }, (_, at) => `列${at}`)
  const rows = Array.from({ length: 10_000 }, (_, line) =>
    headers.map((header, at) => (at % 4 === 0 ? line + at : `${header}第${line}行`)),
  )

  it.each([
    ['CSV', () => writeCsv({ headers, rows }), 300],
    ['a workbook', () => writeWorkbook([{ name: 'a', headers, rows }]), 1200],
  ] as const)('of %s are read quickly', async (name, write, aim) => {
    const path = await given(await buffer(write()))
    const started = performance.now()
    expect((await readTable(path)).rows).toHaveLength(10_000)
    const spent = performance.now() - started
    console.info(`10,000 rows of ${name}: ${spent.toFixed(0)} ms (aim ${aim})`)
    expect(spent).toBeLessThan(aim * 4) // room for a busy machine
  })
})
