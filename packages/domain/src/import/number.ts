import type { Flaw } from './finding.ts'
import { flaw } from './finding.ts'
import { halfWidth } from './plain-text.ts'

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/iu
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u
const withUnit = /^([+-]?[\d,]*\.?\d+)\s*([^\d\s.,+-].*)$/u

/**
 * Reads a number (数值) written with half- or full-width digits, with or without thousands separators. A number followed by a
 * unit (`35 平方米`, `80%`, `121°33′`) is refused rather than guessed.
 */
export function parseNumber(text: string): { readonly value: number } | { readonly flaw: Flaw } {
  const plain = halfWidth(text)
  const digits = grouped.test(plain) ? plain.replaceAll(',', '') : plain
  const value = plainNumber.test(digits) ? Number(digits) : Number.NaN
  if (Number.isFinite(value)) return { value: value === 0 ? 0 : value }
  const unit = withUnit.exec(plain)
  return unit?.[1] && unit[2]
    ? {
        flaw: flaw('number-with-unit', {
          value: plain.slice(0, 40),
          number: unit[1],
          unit: unit[2].slice(0, 20),
        }),
      }
    : { flaw: flaw('number-invalid', { value: plain.slice(0, 40) }) }
}
