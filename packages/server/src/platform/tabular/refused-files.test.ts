import { Problem } from '@chuangcheng/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawWorkbook, readGiven, refusalOf, zipped } from '../../testing/given-file.ts'

describe('a file that is no workbook', () => {
  const zeros = '0'.repeat(320 * 1024 * 1024)

  it('but a zip bomb is refused from its directory', async () => {
    const content = await zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': zeros })
    expect(content.length).toBeLessThan(2 * 1024 * 1024)
    expect(await refusalOf(content)).toMatchObject({ code: 'import.unpacks-too-large' })
  }, 60_000)

  it('but a zip bomb with a lying directory is stopped at the size it declared', async () => {
    const content = await rawWorkbook(`<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`)
    const directory = content.indexOf(Buffer.from('504b0102', 'hex'))
    for (let at = directory; at >= 0; at = content.indexOf(Buffer.from('504b0102', 'hex'), at + 4)) {
      if (content.readUInt32LE(at + 24) > 1_000_000) content.writeUInt32LE(1000, at + 24)
    }
    expect(await refusalOf(content)).toMatchObject({ code: 'import.damaged' })
  })

  it('but thousands of tiny parts is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`f${at}`, '']))
    expect(await refusalOf(await zipped(files))).toMatchObject({ code: 'import.unpacks-too-large' })
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
    expect(await refusalOf(await content())).toMatchObject({ code, params: { file: '点位.xlsx' } })
  })

  it('is never read beyond its limits', async () => {
    const rows = 'a,b\n1,2\n3,4\n'
    expect(await refusalOf(rows, { maxRows: 1 })).toMatchObject({ code: 'import.too-many-rows' })
    await expect(refusalOf(rows, { maxRows: 2 })).rejects.toThrow('was read')
    expect(await refusalOf(rows, { maxColumns: 1 })).toMatchObject({
      code: 'import.too-many-columns',
      params: { line: 1 },
    })
    expect(await refusalOf(rows, { maxBytes: 5 })).toMatchObject({ code: 'import.file-too-large' })
  })

  it('never breaks the reader, whatever its bytes', async () => {
    const starts = fc.constantFrom('', '504b0304', 'd0cf11e0a1b11ae1', '7b', 'fffe', 'efbbbf')
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
        await readGiven(Buffer.concat([Buffer.from(start, 'hex'), bytes])).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Problem)
        })
      }),
      { numRuns: 150 },
    )
  })
})
