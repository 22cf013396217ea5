import {
  AlignmentType,
  Bookmark,
  InternalHyperlink,
  LineRuleType,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { chartOf } from './chart.ts'
import type { Block, SourceEntry, Text } from './document.ts'
import { anchorOfSource, type FigureAnchors, runsOf } from './inline.ts'
import { picturesOf } from './pictures.ts'
import { tableOf } from './table.ts'
import { FACE, LINE, SIZE, TEXT_SPACING } from './typeface.ts'

const SPACING = { line: LINE, lineRule: LineRuleType.EXACT } as const
/** Two characters, in hundredths of one. */
const INDENT = { firstLineChars: 200, firstLine: SIZE.third * 20 }
const TEXT = { font: FACE.text, size: SIZE.third, characterSpacing: TEXT_SPACING } as const
const SMALL = { font: FACE.text, size: SIZE.fifth } as const
/** Room for the number of an entry, in twentieths of a point. */
const HANGING = 560

const HEADINGS = {
  1: { font: FACE.black, bold: false },
  2: { font: FACE.regular, bold: false },
  3: { font: FACE.text, bold: true },
} as const

const signature = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { ...SPACING, before: index === 0 ? LINE * 2 : 0 },
        // four characters from the right edge (§7.3.5)
        indent: { right: SIZE.third * 10 * 4 },
        keepNext: index < lines.length - 1,
        children: [new TextRun({ text, ...TEXT })],
      }),
  )

function heading({ level, text }: Extract<Block, { kind: 'heading' }>): Paragraph {
  const run = new TextRun({ text, ...HEADINGS[level], size: SIZE.third, characterSpacing: TEXT_SPACING })
  return new Paragraph({
    spacing: SPACING,
    indent: INDENT,
    keepNext: true,
    outlineLevel: level - 1,
    children: [run],
  })
}

function paragraph(
  { text, lead, keepNext }: Extract<Block, { kind: 'paragraph' }>,
  anchors: FigureAnchors,
): Paragraph {
  const opening = lead ? runsOf(lead, { ...TEXT, font: FACE.regular }, anchors) : []
  return new Paragraph({
    spacing: SPACING,
    indent: INDENT,
    alignment: AlignmentType.BOTH,
    ...(keepNext ? { keepNext } : {}),
    children: [...opening, ...runsOf(text, TEXT, anchors)],
  })
}

/** 附件1 in 黑体 from the left edge (GB/T 9704-2012 §7.3.9). */
const annex = (text: string): Paragraph =>
  new Paragraph({
    spacing: { ...SPACING, after: LINE / 2 },
    outlineLevel: 0,
    children: [new TextRun({ text, ...TEXT, font: FACE.black })],
  })

const caption = (text: Text, anchors: FigureAnchors): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { ...SPACING, before: 60 },
    children: runsOf(text, { font: FACE.black, size: SIZE.smallFourth }, anchors),
  })

/** Two tables without a paragraph between them become one, and a heading would touch the table above it. */
const afterTable = (): Paragraph =>
  new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT }, children: [] })

/** An entry of the source annex: its number is a bookmark, and leads back to where the figure stands. */
function source({ number, text }: SourceEntry, anchors: FigureAnchors): Paragraph {
  const run = new TextRun({ text: `[${number}]`, ...SMALL })
  const back = anchors.first(number)
  const mark = back === null ? run : new InternalHyperlink({ anchor: back, children: [run] })
  return new Paragraph({
    indent: { left: HANGING, hanging: HANGING },
    spacing: { after: 40 },
    children: [
      new Bookmark({ id: anchorOfSource(number), children: [mark] }),
      new TextRun({ text: '\t', ...SMALL }),
      ...runsOf(text, SMALL, anchors),
    ],
  })
}

/** What a block becomes on the page. Blocks are written in order: a source knows whether its figure was printed before. */
export function blockOf(block: Block, landscape: boolean, anchors: FigureAnchors): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [paragraph(block, anchors)]
    case 'annex':
      return [annex(block.text)]
    case 'caption':
      return [caption(block.text, anchors)]
    case 'signature':
      return signature(block.lines)
    case 'pictures':
      return [picturesOf(block.pictures, landscape, anchors), afterTable()]
    case 'table':
      return [tableOf(block, landscape, anchors), afterTable()]
    case 'chart':
      return [chartOf(block, landscape)]
    case 'sources':
      return block.entries.map((entry) => source(entry, anchors))
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT } })]
  }
}
