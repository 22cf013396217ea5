const DAY = 86_400_000

/** Whole days from one local date to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** 66.7 for two thirds; whole numbers without decimals. Nothing asked is nothing met. */
export const percentOf = (count: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10
