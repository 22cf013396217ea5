import { normalizeHeader } from '@chuangcheng/domain'

/** A word that heads a column is shorter than this. */
const LONGEST_WORD = 20

/** Where a word of the upper row spans this column: it is blank beside it, while the lower row names each column. */
function groupOver(upper: readonly string[], lower: readonly string[], at: number): string | null {
  if ((lower[at] ?? '') === '') return null
  let start = at
  while (start > 0 && (upper[start] ?? '') === '') start--
  const spans = start < at || ((upper[at + 1] ?? '') === '' && (lower[at + 1] ?? '') !== '')
  return spans ? (upper[start] ?? '') || null : null
}

/**
 * Headers in two rows (双行表头): 责任单位 above, 牵头 and 配合 below it. A name that says enough stands alone, else its group stands before it.
 * @param known normalised names that head columns
 * @returns the headers of both rows as one, or null where the lower row heads nothing
 */
export function pairedHeaders(
  upper: readonly string[],
  lower: readonly string[],
  known: ReadonlySet<string>,
): string[] | null {
  const isKnown = (text: string): boolean => known.has(normalizeHeader(text))
  // A title stands above the headers too, and spans them all.
  if (!upper.some(isKnown)) return null
  const width = Math.max(upper.length, lower.length)
  const groups = Array.from({ length: width }, (_, at) => groupOver(upper, lower, at))
  const named = groups.flatMap((group, at) => (group === null ? [] : [lower[at] ?? '']))
  const isHeading = (text: string): boolean => text.length <= LONGEST_WORD && !/\d/u.test(text)
  const restIsEmpty = groups.every((group, at) => {
    const text = lower[at] ?? ''
    return group !== null || text === '' || text === upper[at]
  })
  if (named.length < 2 || !restIsEmpty || !named.every(isHeading)) return null
  const pair = groups.map((group, at) => {
    const [above, below] = [upper[at] ?? '', lower[at] ?? '']
    if (group === null) return above
    return isKnown(below) ? below : `${group}(${below})`
  })
  return pair.some((text, at) => groups[at] !== null && isKnown(text)) ? pair : null
}
