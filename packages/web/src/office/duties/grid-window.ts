/** Rows drawn beyond each edge, so that quick scrolling shows no holes. */
const MARGIN = 480
export const GRID_FOOT = { least: 360, below: 30, around: 300 }

/** Where each row begins, in pixels; the last number is where the list ends. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0]
  let offset = 0
  for (const height of heights) {
    offset += height
    offsets.push(offset)
  }
  return offsets
}

/** The rows to draw between two places of the list, `first` to before `last`. */
export function rowsBetween(
  offsets: readonly number[],
  top: number,
  height: number,
): { first: number; last: number } {
  const after = (pixels: number): number => {
    let low = 0
    let high = offsets.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((offsets[middle] ?? 0) > pixels) high = middle
      else low = middle + 1
    }
    return low
  }
  return {
    first: Math.max(0, after(top - MARGIN) - 1),
    last: Math.min(offsets.length - 1, after(top + height + MARGIN)),
  }
}
