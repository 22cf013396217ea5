import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { DocumentPicture, Text } from './document.ts'
import { type FigureAnchors, runsOf } from './inline.ts'
import { pointsAcross, typeAreaWidth } from './page.ts'
import { FACE, SIZE } from './typeface.ts'

const IN_A_ROW = 2
/** A standing picture is not taller than this, in pixels at 96 to the inch. */
const MOST_HEIGHT = 230
const PIXELS_PER_POINT = 96 / 72
const GAP = 16

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const

/** Without its links: what a reader that sees no pictures is told. */
const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('')

function pictureOf(picture: DocumentPicture, landscape: boolean): ImageRun {
  const most = (pointsAcross(landscape) * PIXELS_PER_POINT) / IN_A_ROW - GAP
  const scale = Math.min(most / picture.width, MOST_HEIGHT / picture.height)
  const description = plain(picture.caption)
  return new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: description, description, title: description },
  })
}

function cellOf(picture: DocumentPicture | undefined, landscape: boolean, anchors: FigureAnchors) {
  const centered = { alignment: AlignmentType.CENTER } as const
  const size = { size: Math.floor(typeAreaWidth(landscape) / IN_A_ROW), type: WidthType.DXA }
  if (!picture) return new TableCell({ width: size, children: [new Paragraph({})] })
  const words = runsOf(picture.caption, { font: FACE.text, size: SIZE.fifth }, anchors)
  return new TableCell({
    width: size,
    children: [
      new Paragraph({ ...centered, children: [pictureOf(picture, landscape)] }),
      new Paragraph({ ...centered, spacing: { after: 120 }, children: words }),
    ],
  })
}

/** Pictures two in a row, each over what it shows; a row is not torn apart. */
export function picturesOf(
  pictures: readonly DocumentPicture[],
  landscape: boolean,
  anchors: FigureAnchors,
): Table {
  const width = Math.floor(typeAreaWidth(landscape) / IN_A_ROW)
  const firsts = pictures.map((_, at) => at).filter((at) => at % IN_A_ROW === 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * IN_A_ROW, type: WidthType.DXA },
    columnWidths: Array.from({ length: IN_A_ROW }, () => width),
    borders: NO_BORDERS,
    rows: firsts.map(
      (at) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: IN_A_ROW }, (_, place) =>
            cellOf(pictures[at + place], landscape, anchors),
          ),
        }),
    ),
  })
}
