import { useState } from 'react'
import { usePhone } from '../../shared/ui/use-media.ts'

/** One line of text beside a mouse, two under a thumb. */
const ROW_HEIGHT = 40
const PHONE_ROW_HEIGHT = 66
/** Rows drawn beyond each edge, so that quick scrolling shows no holes. */
const MARGIN_ROWS = 10
/** Below the list stands the line about the keyboard. */
export const TREE_FOOT = { least: 320, below: 66, around: 360 }

/** Which rows to draw; steps by several rows so that scrolling does not draw at every pixel. */
export function useRowsInSight(height: number) {
  const rowHeight = usePhone() ? PHONE_ROW_HEIGHT : ROW_HEIGHT
  const [top, setTop] = useState(0)
  const step = MARGIN_ROWS / 2
  return {
    rowHeight,
    first: Math.max(0, top * step - MARGIN_ROWS),
    count: Math.ceil(height / rowHeight) + 2 * MARGIN_ROWS + step,
    follow: (pixels: number) => setTop(Math.floor(pixels / rowHeight / step)),
  }
}
