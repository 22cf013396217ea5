import { exactly, readFraction, roundedTo, times } from '@chuangcheng/domain'

/** An exact number as it is answered. */
export type Exact = { readonly fraction: string; readonly decimal: number }

const HUNDRED = exactly(100)

/** Points as they are read: two decimals, rounded once from the exact number. */
export const pointsText = ({ fraction }: Exact): string => roundedTo(readFraction(fraction), 2)

/** Points of a single place, of which there may be thousands: four decimals, as far as they say something. */
export const finePointsText = ({ fraction }: Exact): string => trimmed(roundedTo(readFraction(fraction), 4))

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/u, '') : text)

const hundredfold = ({ fraction }: Exact) => times(readFraction(fraction), HUNDRED)

/** A share of 1 as a mark out of a hundred: 0.9246 is 92.46. */
export const markText = (share: Exact): string => roundedTo(hundredfold(share), 2)

/** A share of 1 in percent, as far as the decimals say something: 0.66 is 66%. */
export const percentText = (share: Exact): string => `${trimmed(roundedTo(hundredfold(share), 2))}%`

/** An exact nothing is shown, and cannot be opened. */
export const isNothing = ({ fraction }: Exact): boolean => fraction === '0'
