import type { Flaw } from './finding.ts'
import { flaw } from './finding.ts'
import { halfWidth } from './plain-text.ts'

const EARLIEST_YEAR = 1850
const LATEST_YEAR = 2200
const written =
  /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?(?:[\sT]+\d{1,2}[:时]\d{0,2}\S*)?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/u
/** Five digits in a text cell are a serial number that lost its date format: 1954-10-03 to 2119-01-04. */
const serialAsText = /^[2-7]\d{4}$/u

export type DateReading = { readonly value: string } | { readonly flaw: Flaw }

const impossible = (shown: string): DateReading => ({ flaw: flaw('date-impossible', { value: shown }) })

/** A real day of the calendar as YYYY-MM-DD, or null for 2026-02-30. */
function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return real && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? at.toISOString().slice(0, 10) : null
}

/**
 * Excel's serial number (序列日期, 1900 system) as a moment in UTC. Serial 60 is 1900-02-29, a day that never was: null.
 */
export function serialToDate(serial: number): Date | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 1 || whole === 60 || whole > 2_958_465) return null
  const epoch = Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  return new Date(epoch + Math.round(serial * 86_400) * 1000)
}

function ofNumber(value: number): DateReading {
  const asWritten = compact.exec(String(value))
  if (asWritten) return ofText(String(value))
  const at = serialToDate(value)
  return at ? ofDate(at) : impossible(String(value))
}

function ofDate(at: Date): DateReading {
  if (Number.isNaN(at.getTime())) return impossible('?')
  const value = dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
  return value ? { value } : impossible(at.toISOString().slice(0, 10))
}

function ofText(text: string): DateReading {
  const plain = halfWidth(text)
  if (serialAsText.test(plain)) return ofNumber(Number(plain))
  const parts = written.exec(plain) ?? compact.exec(plain)
  if (!parts) return { flaw: flaw('date-invalid', { value: shorten(text) }) }
  const value = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return value ? { value } : impossible(shorten(text))
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/**
 * Reads a date (日期) as people write it: `2026-01-05`, `2026/1/5`, `2026年1月5日`, `20260105`, an Excel serial number or a date
 * cell. A time of day is dropped. Day and month without a year, or a two-digit year, are refused: they would be guesses.
 * @returns YYYY-MM-DD, or a flaw.
 */
export function parseDate(cell: string | number | Date): DateReading {
  if (typeof cell === 'number') return ofNumber(cell)
  return typeof cell === 'string' ? ofText(cell) : ofDate(cell)
}
