/** How many digits tell apart the cases of one second at least. */
const INDEX_DIGITS = 2

/**
 * The number of a case as people say it (案卷编号): WT-20261122-101205-01, the first of that second of that local day.
 * @param at local date and time, YYYY-MM-DDTHH:MM:SS
 */
export const caseNumber = (at: string, index: number): string =>
  `WT-${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11, 19).replaceAll(':', '')}-${String(index).padStart(INDEX_DIGITS, '0')}`
