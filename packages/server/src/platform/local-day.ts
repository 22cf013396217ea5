const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The local date of an instant in Asia/Shanghai, YYYY-MM-DD: what a person in the city calls today. */
export const localDay = (instant: Date): string => format.format(instant)

const MILLISECONDS_A_DAY = 86_400_000

/** The local date so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

export const dayBefore = (day: string): string => daysAfter(day, -1)

/** The last instant of a local date, ISO UTC: what is due on a day may still be done in its evening. China knows no summer time. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T23:59:59.999+08:00`)).toISOString()
