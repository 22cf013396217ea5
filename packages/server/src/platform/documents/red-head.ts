import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx'
import type { RedHead } from './document.ts'
import { pointsAcross } from './page.ts'
import { FACE, LINE, RED, SIZE, TEXT_SPACING } from './typeface.ts'

/** A name of few characters is not set larger than this; half points. */
const LARGEST = 84
/** The type area's upper edge to that of the name: 35 mm (GB/T 9704-2012 §7.2.4), in twentieths of a point. */
const ABOVE = 1985
const RULE_EIGHTHS = 12

/** As large as one line holds, in half points. */
const sizeOf = (name: string): number =>
  Math.min(LARGEST, Math.floor((pointsAcross(false) * 2) / Math.max(Array.from(name).length, 1)))

/** The head of an official document (版头): issuer in red, number, red rule as wide as the type area (§7.2). */
export function redHeadOf({ issuer, number }: RedHead): Paragraph[] {
  const size = sizeOf(issuer)
  return [
    // The space above the first paragraph of a page is dropped by LibreOffice: an empty line of that height is not.
    new Paragraph({ spacing: { line: ABOVE, lineRule: LineRuleType.EXACT }, children: [] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: issuer, font: FACE.title, size, color: RED })],
    }),
    // two empty lines below the name, 4 mm above the rule (§7.2.5, §7.2.7)
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: LINE * 2 },
      border: { bottom: { style: BorderStyle.SINGLE, size: RULE_EIGHTHS, color: RED, space: 11 } },
      children: [
        new TextRun({ text: number, font: FACE.text, size: SIZE.third, characterSpacing: TEXT_SPACING }),
      ],
    }),
    new Paragraph({ spacing: { line: LINE, lineRule: LineRuleType.EXACT }, children: [] }),
  ]
}
