import { AlignmentType, Document, type ISectionOptions, LineRuleType, Packer, Paragraph, TextRun } from 'docx'
import { blockOf } from './block.ts'
import type { DocumentSection, PrintedDocument } from './document.ts'
import { footersOf } from './footer.ts'
import { FigureAnchors } from './inline.ts'
import { numbered } from './numbering.ts'
import { pageOf } from './page.ts'
import { redHeadOf } from './red-head.ts'
import { FACE, LINE, SIZE, TEXT_SPACING } from './typeface.ts'

const SPACING = { line: LINE, lineRule: LineRuleType.EXACT } as const

function title({ title: text, subtitle }: PrintedDocument): Paragraph[] {
  const centered = { alignment: AlignmentType.CENTER }
  const lines = [
    new Paragraph({
      ...centered,
      spacing: { line: 640, lineRule: LineRuleType.AT_LEAST, after: subtitle ? 0 : LINE },
      children: [new TextRun({ text, font: FACE.title, size: SIZE.second })],
    }),
  ]
  if (!subtitle) return lines
  const under = new Paragraph({
    ...centered,
    spacing: { ...SPACING, after: LINE / 2 },
    children: [new TextRun({ text: subtitle, font: FACE.regular, size: SIZE.third })],
  })
  return [...lines, under]
}

/** To whom it goes: from the left edge, with a full-width colon (GB/T 9704-2012 §7.3.2). */
const addressee = (name: string): Paragraph =>
  new Paragraph({
    spacing: SPACING,
    children: [
      new TextRun({ text: `${name}：`, font: FACE.text, size: SIZE.third, characterSpacing: TEXT_SPACING }),
    ],
  })

function headOf(document: PrintedDocument): Paragraph[] {
  const { redHead, addressee: to } = document
  return [...(redHead ? redHeadOf(redHead) : []), ...title(document), ...(to ? [addressee(to)] : [])]
}

/** The media type of such a file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document for Word (.docx) in the form of GB/T 9704-2012 (党政机关公文格式), ready to be printed. */
export function writeDocument(document: PrintedDocument): Promise<Buffer> {
  const isOfficial = document.redHead !== undefined
  const anchors = new FigureAnchors()
  const sectionOf = ({ landscape, blocks }: DocumentSection, head: Paragraph[]): ISectionOptions => ({
    properties: { page: pageOf(landscape) },
    footers: footersOf(isOfficial),
    children: [...head, ...blocks.flatMap((block) => blockOf(block, landscape, anchors))],
  })
  const first = { landscape: document.landscape, blocks: numbered(document.blocks) }
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: '创城 Chuangcheng',
      evenAndOddHeaderAndFooters: isOfficial,
      styles: { default: { document: { run: { font: FACE.text, size: SIZE.third } } } },
      sections: [
        sectionOf(first, headOf(document)),
        ...(document.further ?? []).map((section) => sectionOf(section, [])),
      ],
    }),
  )
}
