import { comparable, normalizeHeader, type Row, readDeduction, type SaidItem } from '@chuangcheng/domain'

/** A row of a third party's sheet as its cells say it; nothing of it has been looked up yet. */
export type SaidRow = {
  /** which of the sheets of the import, from 0 */
  readonly sheet: number
  readonly line: number
  readonly serial: string | null
  readonly item: SaidItem
  readonly district: string | null
  readonly street: string | null
  readonly site: string | null
  readonly siteType: string | null
  /** cells of organizations as they stand: each may name several */
  readonly organizations: readonly { readonly field: string; readonly cell: string }[]
  readonly problem: string
  /** null = the cell says nothing */
  readonly deduction: number | null
  /** its cell is merged with those above: one deduction for several rows */
  readonly sharesDeduction: boolean
  readonly day: string | null
}

/** What begins the last rows of a sheet: sums and remarks. */
const FOOT = /^(?:合计|总计|小计|共计|累计|总分|得分|平均|均分|备注|说明|注|填表|制表|审核)/u

type Values = Readonly<Record<string, string | number | null>>

const SAYING = ['item', 'subItem', 'site', 'street', 'organization1', 'problem', 'deduction'] as const

/** Whether a row says nothing of its own: sums, remarks, the headers once more, a lone serial number. */
export function saysNothing(values: Values, headers: readonly string[], row: Row): boolean {
  if (SAYING.every((field) => values[field] === null)) return true
  const first = row.cells.find((cell) => cell !== null && cell !== '')
  const isFoot = typeof first === 'string' && FOOT.test(comparable(first))
  if (isFoot && values.site === null && values.organization1 === null) return true
  const heads = new Set(headers.map(normalizeHeader))
  const said = SAYING.flatMap((field) => values[field] ?? [])
  return said.length > 1 && said.every((value) => heads.has(normalizeHeader(String(value))))
}

/** A deduction of a cell, remembered: a sheet has a handful of different ones. */
export function deductionReader(): (text: string | null) => ReturnType<typeof readDeduction> {
  const readings = new Map<string | null, ReturnType<typeof readDeduction>>()
  return (text) => {
    const known = readings.get(text) ?? readDeduction(text)
    readings.set(text, known)
    return known
  }
}
