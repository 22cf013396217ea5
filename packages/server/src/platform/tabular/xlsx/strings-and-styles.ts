import type { ReadOrder } from '../table.ts'
import type { PackageParts } from './package-parts.ts'
import { readXml } from './xml.ts'

const escaped = /_x([0-9A-Fa-f]{4})_/gu

/** `_x000D_` and the like, as workbooks write characters XML does not allow. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text

/** Collects the text of an `si` or `is`: all runs of rich text, without the reading aids (rPh) some editors add. */
export class RichText {
  private text = ''
  private inText = false
  private inAid = false
  open(name: string): void {
    if (name === 'rPh') this.inAid = true
    if (name === 't') this.inText = !this.inAid
  }
  add(text: string): void {
    if (this.inText) this.text += text
  }
  close(name: string): void {
    if (name === 'rPh') this.inAid = false
    if (name === 't') this.inText = false
  }
  take(): string {
    const text = unescapeText(this.text)
    this.text = ''
    return text
  }
}

/** The texts cells refer to by number (共享字符串). */
export async function readSharedStrings(
  parts: PackageParts,
  order: ReadOrder,
  part: string | null,
): Promise<string[]> {
  if (!part || !parts.has(part)) return []
  const strings: string[] = []
  const rich = new RichText()
  await readXml(await parts.open(part), order, {
    open: (name) => rich.open(name),
    text: (text) => rich.add(text),
    close: (name) => {
      rich.close(name)
      if (name === 'si') strings.push(rich.take())
    },
  })
  return strings
}

/** Built-in formats that show a day, Chinese ones (27–36, 50–58) included: ECMA-376 part 1, 18.8.30. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** True when a number format (数字格式) shows a day; formats that show only a time of day do not count. */
export function showsDate(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(formatId)
  const bare = code
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./gu, '')
    .replace(/general|g\/通用格式/giu, '')
    .toLowerCase()
  return /[yd]/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare))
}

/** For each cell style (单元格样式), whether a number in it is a date. */
export async function readDateStyles(
  parts: PackageParts,
  order: ReadOrder,
  part: string | null,
): Promise<boolean[]> {
  if (!part || !parts.has(part)) return []
  const codes = new Map<number, string>()
  const dates: boolean[] = []
  let inCellStyles = false
  await readXml(await parts.open(part), order, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attributes.numFmtId ?? 0)
      dates.push(showsDate(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return dates
}
