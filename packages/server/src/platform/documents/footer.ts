import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { FACE, SIZE } from './typeface.ts'

/** One character of a page number, in twentieths of a point. */
const CHARACTER = SIZE.fourth * 10

type Side = 'left' | 'center' | 'right'
const SIDES = {
  left: { alignment: AlignmentType.LEFT, indent: { left: CHARACTER } },
  center: { alignment: AlignmentType.CENTER },
  right: { alignment: AlignmentType.RIGHT, indent: { right: CHARACTER } },
} as const

/** — 1 — in 宋体 of size four (GB/T 9704-2012 §7.5). */
const footerAt = (side: Side): Footer =>
  new Footer({
    children: [
      new Paragraph({
        ...SIDES[side],
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FACE.number, size: SIZE.fourth }),
        ],
      }),
    ],
  })

/** An official document is printed on both sides, its numbers stand outside; what we print otherwise is on one side more often. */
export const footersOf = (isOfficial: boolean) =>
  isOfficial ? { default: footerAt('right'), even: footerAt('left') } : { default: footerAt('center') }
