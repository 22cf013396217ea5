import { convertMillimetersToTwip, PageOrientation } from 'docx'

/** A4 with the type area of GB/T 9704-2012 §5.2: 37 mm above, 28 mm left, which leaves 156 × 225 mm. */
const PAPER = { width: 210, height: 297 }
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 }
/** From the edge of the paper to the page number: 7 mm below the type area (§7.5). */
const NUMBER_FROM_EDGE = 23

const twips = convertMillimetersToTwip

/** Paper and margins. Turned on its side, the binding edge stays the same, and so the margins turn with the paper. */
export function pageOf(landscape: boolean) {
  const margin = landscape
    ? { top: MARGINS.left, right: MARGINS.top, bottom: MARGINS.right, left: MARGINS.bottom }
    : MARGINS
  return {
    // The library swaps width and height by itself for a page on its side.
    size: {
      width: twips(PAPER.width),
      height: twips(PAPER.height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(margin.top),
      right: twips(margin.right),
      bottom: twips(margin.bottom),
      left: twips(margin.left),
      footer: twips(landscape ? MARGINS.right - 10 : NUMBER_FROM_EDGE),
    },
  }
}

/** Width of the type area in twentieths of a point. */
export const typeAreaWidth = (landscape: boolean): number =>
  landscape
    ? twips(PAPER.height - MARGINS.top - MARGINS.bottom)
    : twips(PAPER.width - MARGINS.left - MARGINS.right)

/** Width of the type area in points. */
export const pointsAcross = (landscape: boolean): number => typeAreaWidth(landscape) / 20
