import type { Cell } from '@chuangcheng/domain'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { givenFile, rawWorkbook, readGiven, refusalOf } from '../../../testing/given-file.ts'
import type { Table } from '../index.ts'
import { readTable } from '../index.ts'

const cellsOf = (table: Table): (readonly Cell[])[] => table.rows.map((row) => row.cells)

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

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
    const table = await readGiven(content)
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
    const table = await readGiven(await rawWorkbook(sheet))
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
    const table = await readGiven(await rawWorkbook(sheet))
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
    expect(cellsOf(await readGiven(content))).toEqual([[new Date('2026-01-05T00:00:00Z'), 0.5]])
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
    const table = await readGiven(content)
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
    expect(
      (await readGiven(content, { knownHeaders: new Set(['名称', '经度']) })).headers.slice(0, 2),
    ).toEqual(['名称', '经度'])
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
    expect(cellsOf(await readGiven(content))).toEqual([
      ['云溪街道', '甲'],
      ['云溪街道', '乙'],
      ['江北街道', '丙'],
    ])
  })

  it('says which cells repeat a merged block from above', async () => {
    const content = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.addRows([['名称', '分值'], ['甲', 3], ['乙'], ['丙', 3]])
      sheet.mergeCells('B2:B3')
    })
    expect((await readGiven(content)).rows.map(({ mergedColumns }) => mergedColumns)).toEqual([
      undefined,
      [1],
      undefined,
    ])
  })

  const known = new Set(['项目', '名称', '分值', '责任单位', '牵头', '责任单位(配合)'])

  it.each(['merged downwards', 'blank below'])('reads headers in two rows, %s', async (way) => {
    const content = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.addRows([
        ['二〇二六年测评体系'],
        ['项目', '名称', '责任单位', null, '分值', '依据', null],
        [null, null, '牵头', '配合', null, '文件', '条款'],
        ['甲', '乙', '丙', '丁', 2, null, null],
      ])
      if (way === 'merged downwards')
        for (const column of ['A', 'B', 'E']) sheet.mergeCells(`${column}2:${column}3`)
      sheet.mergeCells('C2:D2')
    })
    const table = await readGiven(content, { knownHeaders: known })
    expect(table).toMatchObject({
      titles: ['二〇二六年测评体系'],
      headers: ['项目', '名称', '牵头', '责任单位(配合)', '分值', '依据(文件)', '依据(条款)'],
      rows: [{ line: 4 }],
    })
  })

  it('takes no row of content for a second row of headers', async () => {
    const content = await workbook((book) => {
      book.addWorksheet('a').addRows([
        ['项目', '名称', '责任单位', null, '分值'],
        [null, '乙', '牵头', '配合', 2],
        [null, null, '城管局', '住建局', null],
      ])
    })
    expect((await readGiven(content, { knownHeaders: known })).rows).toHaveLength(2)
  })

  it('reads the sheet asked for and names the sheets there are', async () => {
    const content = await workbook((book) => {
      book.addWorksheet('甲').addRow(['a'])
      book.addWorksheet('乙').addRows([['b'], ['1']])
    })
    expect((await readGiven(content, { sheet: '乙' })).headers).toEqual(['b'])
    expect((await refusalOf(content, { sheet: '丙' })).params).toEqual({
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
    const path = await givenFile(await rawWorkbook(`<worksheet><sheetData>${lines}</sheetData></worksheet>`))
    const before = process.memoryUsage().heapUsed
    const table = await readTable(path)
    expect(table.rows).toHaveLength(500)
    expect(table.rows.at(-1)?.line).toBe(501)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('cuts no row: a cell longer than a spreadsheet allows is named', async () => {
    const long = `<worksheet><sheetData><row><c t="inlineStr"><is><t>名称</t></is></c></row><row><c t="inlineStr"><is><t>${'长'.repeat(3_000_000)}</t></is></c></row></sheetData></worksheet>`
    const table = await readGiven(await rawWorkbook(long))
    expect(cellsOf(table)).toEqual([
      [{ broken: 'too-long', shown: '长'.repeat(20), length: expect.any(Number) }],
    ])
  })
})
