import { currentLocale } from './locale.ts'

/** 12,345 in both languages. */
export const formatCount = (count: number): string => new Intl.NumberFormat(currentLocale()).format(count)

/** A moment (ISO 8601) in the reader's own time zone, to the minute. */
export function formatMoment(moment: string): string {
  return new Intl.DateTimeFormat(currentLocale() === 'zh-CN' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))
}

/** The day of a moment (ISO 8601) in the reader's own time zone, as YYYY-MM-DD. */
export const formatDay = (moment: string): string => new Intl.DateTimeFormat('sv-SE').format(new Date(moment))

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** “3 小时前”, “yesterday”: how long ago, for lists of what changed. `now` is an argument so that it can be tested. */
export function formatAgo(moment: string, now: Date): string {
  const gone = new Date(moment).getTime() - now.getTime()
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' })
  for (const [unit, length] of UNITS) {
    if (Math.abs(gone) >= length) return relative.format(Math.round(gone / length), unit)
  }
  return relative.format(0, 'minute')
}
