import { type Fraction, fractionText, roundedTo } from '@chuangcheng/domain'

/** An exact number as it is answered: to reckon on with, and to look at. */
export const exact = (value: Fraction) => ({
  fraction: fractionText(value),
  decimal: Number(roundedTo(value, 6)),
})

export const exactOrNull = (value: Fraction | null) => (value === null ? null : exact(value))

/** Points have at most four decimals, and so has their sum: nothing is lost. */
export const asPoints = (value: Fraction): number => Number(roundedTo(value, 4))
