const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The local date of an instant in Asia/Shanghai, YYYY-MM-DD: what a person in the city calls today. */
export const localDay = (instant: Date): string => format.format(instant)
