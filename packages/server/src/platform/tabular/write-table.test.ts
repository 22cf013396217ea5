import { buffer } from 'node:stream/consumers'
import type { Cell } from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { givenFile, readGiven } from '../../testing/given-file.ts'
import type { Table } from './index.ts'
import { readTable, writeCsv, writeWorkbook } from './index.ts'

const cellsOf = (table: Table): (readonly Cell[])[] => table.rows.map((row) => row.cells)

describe('writeWorkbook', () => {
  it('writes what readTable reads, text always as text', async () => {
    const rows: Cell[][] = [
      ['=1+1', -3, new Date('2026-01-05T00:00:00Z'), true],
      ['@a', 1.5, null, '甲\n乙'],
    ]
    const content = await buffer(
      writeWorkbook([{ name: '点位:[台账]', headers: ['a', 'b', 'c', 'd'], rows }]),
    )
    const table = await readGiven(content)
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
    ['CSV', () => writeCsv({ headers, rows })],
    ['a workbook', () => writeWorkbook([{ name: 'a', headers, rows }])],
  ] as const)('of %s are read', async (_name, write) => {
    const path = await givenFile(await buffer(write()))
    expect((await readTable(path)).rows).toHaveLength(10_000)
  })
})
