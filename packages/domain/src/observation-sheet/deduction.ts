import { type Flaw, flaw } from '../import/finding.ts'
import { parseNumber } from '../import/number.ts'
import { halfWidth } from '../import/plain-text.ts'

/** Points taken off as a cell says (扣分识别结果): null = the cell says nothing, which means none. */
export type DeductionReading = { readonly points: number | null } | { readonly flaw: Flaw }

/** What people write where nothing is taken off. */
const NONE = /^(?:[-—–/\\.、*]+|无|没有|不扣分?|未扣分?|不涉及)$/u
/** 扣0.5分, 减1分, (-1) */
const AROUND = /^\(?\s*(?:共?(?:扣除?|减)(?:分)?[:：]?)?\s*(?<number>[+-]?[\d.,]+)\s*分?\s*\)?$/u

/**
 * Points deducted (扣分) as people write them: 0.5, 0.5分, 扣0.5分, -1, １; blank, 无 and strokes mean none. A sign says nothing: what stands
 * in a column of deductions is taken off. At most four decimals.
 */
export function readDeduction(text: string | null): DeductionReading {
  const plain = text === null ? '' : halfWidth(text)
  if (plain === '' || NONE.test(plain)) return { points: null }
  const number = AROUND.exec(plain)?.groups?.number
  const reading = parseNumber(number ?? plain)
  if (!('value' in reading)) return { flaw: flaw('deduction-unread', { value: plain.slice(0, 40) }) }
  const points = Math.abs(reading.value)
  const exact = Math.round(points * 10_000) / 10_000
  return exact === points ? { points } : { flaw: flaw('points-too-fine', { value: points }) }
}
