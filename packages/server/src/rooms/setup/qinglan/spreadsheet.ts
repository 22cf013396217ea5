/** The day that workbooks and their archives carry: the bytes must not depend on the clock. */
const MADE_ON = new Date(Date.UTC(2026, 0, 1))
/** The same day as archives write it: date in the upper half, midnight in the lower. */
const MADE_ON_IN_ARCHIVE = (((2026 - 1980) << 9) | (1 << 5) | 1) << 16

const END_RECORD = 0x06054b50

/** A workbook of one sheet with a bold heading row that stays in sight; every cell is text. */
export async function workbook(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  // Only a set-up writes these: a start does without.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.creator = '清澜市创建办'
  book.lastModifiedBy = book.creator
  book.created = MADE_ON
  book.modified = MADE_ON
  const page = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.addRow([...headings]).font = { bold: true }
  page.addRows(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))))
  headings.forEach((heading, index) => {
    const longest = rows
      .slice(0, 200)
      .reduce((most, row) => Math.max(most, row[index]?.length ?? 0), heading.length)
    page.getColumn(index + 1).width = Math.min(40, longest * 1.5 + 4)
  })
  return withFixedTimes(Buffer.from(await book.xlsx.writeBuffer()))
}

/** Replaces the time of writing in every entry of a ZIP archive (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
function withFixedTimes(archive: Buffer): Buffer {
  let end = archive.length - 22
  while (archive.readUInt32LE(end) !== END_RECORD) end--
  let entry = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    archive.writeUInt32LE(MADE_ON_IN_ARCHIVE, entry + 12)
    archive.writeUInt32LE(MADE_ON_IN_ARCHIVE, archive.readUInt32LE(entry + 42) + 10)
    const tail = [28, 30, 32].reduce((length, offset) => length + archive.readUInt16LE(entry + offset), 0)
    entry += 46 + tail
  }
  return archive
}
