import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { DocumentColumn, DocumentTable, Text } from './document.ts'
import { type FigureAnchors, linesOf, runsOf } from './inline.ts'
import { typeAreaWidth } from './page.ts'
import { FACE, SIZE } from './typeface.ts'

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
/** From the rule to the words, in twentieths of a point. */
const PADDING = { top: 40, bottom: 40, left: 70, right: 70 }
/** A table of many columns has less room beside the words. */
const MANY_COLUMNS = 10
const NARROW_PADDING = { top: 30, bottom: 30, left: 45, right: 45 }

/** Widths in twentieths of a point that fill the type area exactly: the last column takes what rounding left. */
function widthsOf(columns: readonly DocumentColumn[], landscape: boolean): number[] {
  const area = typeAreaWidth(landscape)
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((area * width) / whole))
  const left = area - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width))
}

type CellLook = {
  readonly width: number
  readonly align: DocumentColumn['align']
  readonly isHeader: boolean
  readonly isNarrow: boolean
}

/** A cell; its lines are paragraphs. */
function cellOf(text: Text, { width, align, isHeader, isNarrow }: CellLook, anchors: FigureAnchors) {
  const look = { font: isHeader ? FACE.black : FACE.text, size: SIZE.fifth }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: isNarrow ? NARROW_PADDING : PADDING,
    verticalAlign: VerticalAlignTable.CENTER,
    children: linesOf(text).map(
      (line) =>
        new Paragraph({
          alignment: isHeader ? AlignmentType.CENTER : ALIGNMENT[align ?? 'left'],
          children: runsOf(line, look, anchors),
        }),
    ),
  })
}

/** A table over the whole type area. Rows are not torn apart between pages, and the header stands on each. */
export function tableOf({ columns, rows }: DocumentTable, landscape: boolean, anchors: FigureAnchors): Table {
  const widths = widthsOf(columns, landscape)
  const isNarrow = columns.length > MANY_COLUMNS
  const row = (cells: readonly Text[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: columns.map(({ align }, index) =>
        cellOf(cells[index] ?? '', { width: widths[index] ?? 0, align, isHeader, isNarrow }, anchors),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: typeAreaWidth(landscape), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...(columns.some(({ header }) => header)
        ? [
            row(
              columns.map(({ header }) => header ?? ''),
              true,
            ),
          ]
        : []),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}
