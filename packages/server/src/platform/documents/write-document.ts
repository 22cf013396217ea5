import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Block, PrintedDocument } from './document.ts'
import { pageOf } from './page.ts'
import { tableOf } from './table.ts'
import { FACE, LINE, SIZE } from './typeface.ts'

const SPACING = { line: LINE, lineRule: LineRuleType.EXACT } as const
/** Two characters, in hundredths of one. */
const INDENT = { firstLineChars: 200, firstLine: SIZE.third * 20 }

const HEADINGS = {
  1: { font: FACE.black, bold: false },
  2: { font: FACE.regular, bold: false },
  3: { font: FACE.text, bold: true },
} as const

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

const signature = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { ...SPACING, before: index === 0 ? LINE * 2 : 0 },
        // four characters from the right edge (§7.3.5)
        indent: { right: SIZE.third * 10 * 4 },
        keepNext: index < lines.length - 1,
        children: [new TextRun({ text, font: FACE.text, size: SIZE.third })],
      }),
  )

function blockOf(block: Block, landscape: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const run = new TextRun({ text: block.text, ...HEADINGS[block.level], size: SIZE.third })
      return [new Paragraph({ spacing: SPACING, indent: INDENT, keepNext: true, children: [run] })]
    }
    case 'paragraph': {
      const run = new TextRun({ text: block.text, font: FACE.text, size: SIZE.third })
      return [
        new Paragraph({ spacing: SPACING, indent: INDENT, alignment: AlignmentType.BOTH, children: [run] }),
      ]
    }
    case 'signature':
      return signature(block.lines)
    case 'table':
      return [tableOf(block, landscape)]
  }
}

/** — 1 — in the middle: our documents are printed on one side more often than on both. */
const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FACE.number, size: SIZE.fourth }),
        ],
      }),
    ],
  })

/** The media type of such a file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document for Word (.docx) in the form of GB/T 9704-2012 (党政机关公文格式), ready to be printed. */
export function writeDocument(document: PrintedDocument): Promise<Buffer> {
  const { landscape, blocks } = document
  const body = [...title(document), ...blocks.flatMap((block) => blockOf(block, landscape))]
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: '创城 Chuangcheng',
      styles: { default: { document: { run: { font: FACE.text, size: SIZE.third } } } },
      sections: [
        {
          properties: { page: pageOf(landscape) },
          footers: { default: footer() },
          children: body,
        },
      ],
    }),
  )
}
