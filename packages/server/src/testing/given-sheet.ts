import exceljs from 'exceljs'

/** A sheet as assessors really send it; `merges` in the letters of a spreadsheet. */
export type GivenSheet = {
  readonly name?: string
  /** rows above the headers: title, who, when */
  readonly titles?: readonly string[]
  readonly headers: readonly (string | null)[]
  readonly rows: readonly (readonly (string | number | Date | null)[])[]
  readonly merges?: readonly string[]
}

/** A workbook for a test, its titles merged over the whole width. */
export async function givenWorkbook(...sheets: readonly GivenSheet[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  for (const [
    index,
    { name = `Sheet${index + 1}`, titles = [], headers, rows, merges = [] },
  ] of sheets.entries()) {
    const sheet = book.addWorksheet(name)
    for (const title of titles) {
      const { number } = sheet.addRow([title])
      sheet.mergeCells(number, 1, number, headers.length)
    }
    sheet.addRow([...headers])
    for (const row of rows) sheet.addRow([...row])
    for (const merge of merges) sheet.mergeCells(merge)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
