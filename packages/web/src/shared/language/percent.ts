/** 66.7 for two thirds; whole numbers without decimals. A part of nothing is nothing. */
export const percentOf = (count: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10
